// <which-cause> in the JSX of React 19. Write in a file of your project: /// <reference types="which-cause/react" />
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { WhichCause, WhichCauseAttributes, WhichCauseListeners } from "./index.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "which-cause": DetailedHTMLProps<HTMLAttributes<WhichCause>, WhichCause> &
        WhichCauseAttributes &
        WhichCauseListeners;
    }
  }
}
