/**
 * Brings parts of a widget into view by the browser's own scrolling. The browser knows every scrolling pane around the widget, the
 * page's `scroll-padding` and the part of the page that a zoomed phone shows.
 */

/**
 * The distance of an element from the top of the visible part of the page.
 *
 * @param {Element} element
 */
const position = (element) => element.getBoundingClientRect().top - (visualViewport?.offsetTop ?? 0);

/**
 * Scrolls as little as possible to bring an element into view. Returns whether anything has scrolled.
 *
 * @param {Element} element
 */
export function scrollToShow(element) {
  const before = position(element);
  element.scrollIntoView({ block: "nearest", behavior: "instant" });
  return position(element) !== before;
}

/**
 * Brings a heading into view, with the part of the widget above it. A page that shows both already does not move. (Nothing is written
 * here: a changed style would make the browser lay the page out again.)
 *
 * @param {HTMLElement} heading
 * @param {HTMLElement} base The card around the screen.
 * @param {Element} first The element with the card's first text.
 */
export function bringIntoView(heading, base, first) {
  if (!scrollToShow(first) && !scrollToShow(heading)) return;
  // A smooth scroll would move the page under the reader at each press.
  base.scrollIntoView({ block: "start", behavior: "instant" });
  // If large text leaves no room for both, the heading goes before the part above it.
  if (scrollToShow(heading)) heading.scrollIntoView({ block: "start", behavior: "instant" });
}
