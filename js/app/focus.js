/**
 * Moves the reader's focus to a heading of a widget, and what goes with it: the caret, the window, and what a screen reader says
 * after the heading.
 */
import { announce } from "./live-region.js";
import { bringIntoView } from "./into-view.js";

/** Milliseconds until a screen reader has begun to say the heading. VoiceOver drops a text that comes together with the focus. */
const HEADING_BEGUN = 550;

let timer;

/** Moves the focus to the heading of a new screen, or to an error message on the screen that stands. */
export function focus(heading) {
  const base = heading.closest(".base");
  // The browser's own scrolling would put it anywhere in the window, and would move a page that need not move.
  heading.focus({ preventScroll: true });
  bringIntoView(heading, base);
  // Here the page is laid out already: before the focus, the caret would cost a layout of its own.
  const caret = moveCaret(textBehind(heading, base));
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (!heading.isConnected) return;
    // A reader who reads on by line begins at the heading, unless they have begun already.
    if (getSelection()?.anchorNode === caret) moveCaret(texts(heading).nextNode());
    // An error message is the whole of what there is to say.
    if (heading.matches(".heading")) announce(base);
  }, HEADING_BEGUN);
}

/** Walks over the texts in an element, but for those that are nothing but space. */
export const texts = (element) =>
  document.createTreeWalker(element, NodeFilter.SHOW_TEXT, ({ data }) =>
    data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
  );

/** The first text behind a heading. */
function textBehind(heading, base) {
  const walker = texts(base);
  walker.currentNode = heading;
  while (walker.nextNode() && heading.contains(walker.currentNode));
  return walker.currentNode;
}

/**
 * Moves the caret to the beginning of a text. Orca looks for the reader at the caret when the button that they pressed is gone. So the
 * caret has to be on the new screen, or Orca goes to what follows the quiz, such as the page's footer. And it must not be in the
 * element that gets the focus, or the focus is no news to Orca and it says nothing.
 */
export function moveCaret(text) {
  getSelection()?.collapse(text, 0);
  return text;
}
