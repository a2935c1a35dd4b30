/** Mistakes around an element that the owner of a page cannot see in their own HTML. The console names each once. */
import { warn } from "./attributes.js";

/** More characters than anyone writes before a quiz. */
const MANY = 4000;

/** Elements that belong to an article and not to the words before a quiz. */
const OF_AN_ARTICLE = "h1, main, article, nav, footer, which-cause";

/** @type {{ isMade: (element: HTMLElement) => unknown, message: string }[]} */
const MISTAKES = [
  {
    // `innerText` is without scripts and style sheets, which editors and advertisers put among the words.
    isMade: (element) => element.querySelector(OF_AN_ARTICLE) || element.innerText.length > MANY,
    message:
      "contains the rest of the article, which is hidden while the quiz is shown. Close it with `</which-cause>`: " +
      "HTML ignores the slash in `<which-cause />`",
  },
  {
    isMade: (element) => element.parentElement?.localName === "p" && !element.firstElementChild,
    message:
      "is empty, in a `<p>`. A `<p>` ends where a heading, a list or another paragraph begins, and ends the element too: " +
      "put the element beside the `<p>`, not into it",
  },
  {
    isMade: (element) => element.closest("a, button, label, summary"),
    message:
      "is inside a link, a button, a label or a summary, so each press in the quiz also presses that: put it outside",
  },
];

/** @type {WeakSet<Element>} */
const checked = new WeakSet();

/**
 * Names the mistakes around an element, the first time that it is called for that element.
 *
 * @param {HTMLElement} element
 */
export function warnOfMistakes(element) {
  if (checked.has(element)) return;
  checked.add(element);
  for (const { isMade, message } of MISTAKES) if (isMade(element)) warn(`the element ${message}.`);
}

/**
 * Names a box around a quiz that cuts it, in the console. Scripts measure the author's words and give the box that height.
 *
 * @param {Element} element
 */
export function warnIfCut(element) {
  const bottom = element.shadowRoot?.querySelector(".base")?.getBoundingClientRect().bottom ?? 0;
  for (let box = element.parentElement; box && box.localName !== "body"; box = box.parentElement) {
    const { overflowY } = getComputedStyle(box);
    // The reader can scroll.
    if (/auto|scroll/.test(overflowY)) return;
    if (overflowY !== "visible" && box.getBoundingClientRect().bottom < bottom - 1)
      return warn("a box of a fixed height cuts the quiz, which is higher than your words: let the box grow.");
  }
}
