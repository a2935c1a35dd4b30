/// <reference types="which-cause/svelte" />
import type { SvelteHTMLElements } from "svelte/elements";

export const attributes: SvelteHTMLElements["which-cause"] = {
  class: "quiz",
  lang: "en-GB",
  theme: "dark",
  remember: true,
  "onwhich-cause-step": ({ detail }) => detail.step.toFixed(),
};

// @ts-expect-error There is no such theme.
export const wrong: SvelteHTMLElements["which-cause"] = { theme: "blue" };
