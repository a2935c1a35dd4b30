/**
 * Focuses an element of a widget and brings it into view with what stands above it in the widget. The browser's own
 * scrolling would put it anywhere in the window, and would move a page that need not move.
 */
export function focus(element) {
  element.focus({ preventScroll: true });
  const top = element.closest(".base");
  if (!top) return;
  const { bottom } = element.getBoundingClientRect();
  // The page says how far from the window's edge it has to stay, for a header that stands there.
  const margin = parseFloat(getComputedStyle(top).scrollMarginTop) || 0;
  const above = top.getBoundingClientRect().top - margin;
  if (above >= 0 && bottom <= innerHeight) return;
  // Where a large text leaves no room for both, the element goes before what stands above it. A page that scrolls smoothly
  // would make every press a ride.
  (bottom - above > innerHeight ? element : top).scrollIntoView({ block: "start", behavior: "instant" });
}
