/**
 * Moves the reader's focus to a heading of a widget, and what goes with it: the caret, what a screen reader says next, and the
 * window.
 */
import { announce } from "./announce.js";

/** Moves the focus to the heading of a new screen, or to an error message on the screen that stands. */
export function focus(heading) {
  const base = heading.closest(".base");
  const isNew = heading.matches(".heading");
  const caret = moveCaret(isNew ? textBehind(heading, base) : heading.firstChild);
  // The browser's own scrolling would put it anywhere in the window, and would move a page that need not move.
  heading.focus({ preventScroll: true });
  bringIntoView(heading, base);
  if (!isNew) return;
  announce(base, () => {
    // By now the focus has been said. A reader who reads on by line begins at the heading, unless they have begun already.
    if (getSelection()?.anchorNode === caret) moveCaret(heading.firstChild);
  });
}

/**
 * The first text behind a new screen's heading, for the caret. When the control that a reader pressed is gone, Orca looks for them
 * at the caret. Left where it was, the caret is past the end of the new screen, and Orca finds the page's footer. In the heading
 * it would be no better: the focus is no news to Orca where it has found the reader already, so it says nothing.
 */
function textBehind(heading, base) {
  const texts = document.createTreeWalker(base, NodeFilter.SHOW_TEXT);
  texts.currentNode = heading.lastChild;
  return texts.nextNode();
}

function moveCaret(text) {
  getSelection()?.collapse(text, 0);
  return text;
}

/** Brings a heading into view with what stands above it in the widget. */
function bringIntoView(heading, base) {
  const { bottom } = heading.getBoundingClientRect();
  // The page says how far from the window's edge it has to stay, for a header that stands there.
  const margin = parseFloat(getComputedStyle(base).scrollMarginTop) || 0;
  const above = base.getBoundingClientRect().top - margin;
  if (above >= 0 && bottom <= innerHeight) return;
  // Where a large text leaves no room for both, the heading goes before what stands above it. A page that scrolls smoothly
  // would make every press a ride.
  (bottom - above > innerHeight ? heading : base).scrollIntoView({ block: "start", behavior: "instant" });
}
