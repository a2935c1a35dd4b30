/**
 * Brings what is in a widget into view by the browser's own scrolling. That knows every pane that scrolls around the widget, the page's
 * `scroll-padding` and the part of the page that a zoomed phone shows.
 */

/** Where an element is in what the reader sees. */
const position = (element) => element.getBoundingClientRect().top - visualViewport.offsetTop;

/** Scrolls no more than an element needs to be in view. Returns whether it scrolled at all. */
export function scrolls(element) {
  const before = position(element);
  element.scrollIntoView({ block: "nearest", behavior: "instant" });
  return position(element) !== before;
}

/** Brings a heading into view with what stands above it in the widget. A page that shows both already does not move. */
export function bringIntoView(heading, base) {
  const { bottom } = heading.getBoundingClientRect();
  // Has the browser look at the widget down to the heading, and not at what follows.
  base.style.scrollMarginBottom = `${bottom - base.getBoundingClientRect().bottom}px`;
  // The heading is looked at as well: what is larger than the window does not scroll when it has both edges outside.
  if (!scrolls(base) && !scrolls(heading)) return;
  // A page that scrolls smoothly would make every press a ride.
  base.scrollIntoView({ block: "start", behavior: "instant" });
  // Where a large text leaves no room for both, the heading goes before what stands above it.
  if (scrolls(heading)) heading.scrollIntoView({ block: "start", behavior: "instant" });
}
