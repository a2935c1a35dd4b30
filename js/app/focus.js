/**
 * Moves the reader's focus to a heading of a widget. With it go the caret, the scrolling, and the announcement that a screen reader
 * makes after the heading.
 */
import { bringIntoView } from "./into-view.js";
import { announce } from "./live-region.js";

/**
 * Milliseconds until a screen reader has begun the heading. VoiceOver drops a message that comes together with the focus. The
 * announcement follows 150 milliseconds later (live-region.js).
 */
const HEADING_BEGUN = 550;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Moves the focus to the heading of a new screen, or to an error message.
 *
 * @param {HTMLElement} heading
 */
export function focus(heading) {
  const base = /** @type {HTMLElement} */ (heading.closest(".base"));
  // The browser's own scrolling would put the heading anywhere in the window, and would move a page that need not move.
  heading.focus({ preventScroll: true });
  bringIntoView(heading, base, textsIn(base).nextNode()?.parentElement ?? heading);
  // After the scrolling the page has its layout. Moving the caret before would cost another one.
  const caret = moveCaret(textAfter(heading, base));
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (!heading.isConnected) return;
    // Reading on by line begins at the heading, unless the reader has moved the caret.
    if (getSelection()?.anchorNode === caret) moveCaret(textsIn(heading).nextNode());
    // Of an error message there is nothing more to say.
    if (heading.matches(".heading")) announce(base);
  }, HEADING_BEGUN);
}

/**
 * Whether the focus may move to an element. It may not if the reader has gone to another control, in the page or in a shadow root
 * around the element.
 *
 * @param {Element} element
 */
export function mayMoveFocus(element) {
  for (let node = element; node;) {
    const root = /** @type {ShadowRoot} */ (node.getRootNode());
    const active = root.activeElement;
    if (active && active !== node && active !== node.ownerDocument.body) return false;
    node = root.host;
  }
  return true;
}

/**
 * Walks over the texts in an element, without those that are only space.
 *
 * @param {Node} element
 */
export const textsIn = (element) =>
  document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    /** @type {Text} */ (node).data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
  );

/**
 * The first text after a heading.
 *
 * @param {HTMLElement} heading
 * @param {HTMLElement} base
 */
function textAfter(heading, base) {
  const walker = textsIn(base);
  walker.currentNode = heading;
  while (walker.nextNode() && heading.contains(walker.currentNode));
  return walker.currentNode;
}

/**
 * Moves the caret to the beginning of a text. When the pressed button is gone, the screen reader Orca looks for the reader at the
 * caret. So the caret must be on the new screen, or Orca goes to the text after the quiz, such as the page's footer. And it must not
 * be in the element that gets the focus, or Orca says nothing, because the caret was there already.
 *
 * @param {Node | null} text
 */
export function moveCaret(text) {
  getSelection()?.collapse(text, 0);
  return text;
}
