// <which-cause> in the templates of Vue 3. Write in a file of your project: /// <reference types="which-cause/vue" />
import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
import type { WhichCause, WhichCauseAttributes, WhichCauseEventMap } from "./index.js";

/** Vue checks `start-label` in a template as `startLabel`. */
type CamelCase<Name> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Rest>}` : Name;
type Props = { [Name in keyof WhichCauseAttributes as CamelCase<Name>]?: WhichCauseAttributes[Name] };
type Emits = { [Name in keyof WhichCauseEventMap]: (event: WhichCauseEventMap[Name]) => void };

declare module "vue" {
  interface GlobalComponents {
    "which-cause": new () => WhichCause & {
      /** @deprecated It is for the types of templates only. */
      $props: HTMLAttributes & Props & PublicProps;
      /** @deprecated It is for the types of templates only. */
      $emit: EmitFn<Emits>;
    };
  }
}
