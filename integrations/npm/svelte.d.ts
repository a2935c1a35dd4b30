// <which-cause> in the components of Svelte 5. Write in a file of your project: /// <reference types="which-cause/svelte" />
import type { HTMLAttributes } from "svelte/elements";
import type { WhichCause, WhichCauseAttributes, WhichCauseListeners } from "./index.js";

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "which-cause": HTMLAttributes<WhichCause> & WhichCauseAttributes & WhichCauseListeners;
  }
}
