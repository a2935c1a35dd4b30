/** Mistakes around an element that a page's owner cannot see in what they wrote. Each is named in the console, once. */
import { warn } from "./attributes.js";

/** More characters than anybody has before a quiz. */
const MANY = 4000;

/** What belongs to an article and not to the words before a quiz. */
const OF_AN_ARTICLE = "h1, main, article, nav, footer, which-cause";

const mistakes = [
  [
    (element) => element.querySelector(OF_AN_ARTICLE) || element.textContent.length > MANY,
    "has the article in it, which is hidden while the quiz stands. HTML knows no `<which-cause />`: close it by `</which-cause>`",
  ],
  [
    (element) => element.parentElement?.localName === "p" && !element.firstElementChild,
    "is empty, in a `<p>`. A `<p>` ends where a heading, a list or another paragraph begins, and takes the element's end along: " +
      "put the element where a paragraph could stand, not into one",
  ],
  [
    (element) => element.closest("a, button, label, summary"),
    "is inside a link, a button, a label or a summary, which takes every press in the quiz for one of its own: put it outside",
  ],
];

const looked = new WeakSet();

/** Names the mistakes around an element, unless that has been done. */
export function warnOfMistakes(element) {
  if (looked.has(element)) return;
  looked.add(element);
  for (const [isMade, what] of mistakes) if (isMade(element)) warn(`the element ${what}.`);
}
