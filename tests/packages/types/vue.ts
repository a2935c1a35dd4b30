/// <reference types="which-cause/vue" />
import type { GlobalComponents } from "vue";

type Quiz = InstanceType<GlobalComponents["which-cause"]>;

// In a template: `start-label="Begin"`.
export const props: Quiz["$props"] = {
  class: "quiz",
  lang: "en-GB",
  theme: "dark",
  remember: true,
  startLabel: "Begin",
};

// @ts-expect-error There is no such theme.
export const wrong: Quiz["$props"] = { theme: "blue" };

export function listen(emit: Quiz["$emit"], finished: CustomEvent<{ quiz: string }>) {
  emit("which-cause-finish", finished);
  // @ts-expect-error There is no such event.
  emit("which-cause-end", finished);
}
