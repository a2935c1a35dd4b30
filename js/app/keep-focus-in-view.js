/**
 * Keeps the focused control in view when the window gets another width, as when a phone is turned. The content above the control is
 * then higher or lower than before, and not every browser makes up for that.
 */
import { scrollToShow } from "./into-view.js";

/** The share of a control that must be in view. It is less than 1, since fractions of pixels are cut off at an edge. */
const MOST = 0.9;

/**
 * Watches the focus in a shadow root. Returns a function that ends that.
 *
 * @param {ShadowRoot} root
 */
export function keepFocusInView(root) {
  /** @type {number | undefined} */
  let width;
  /** The focused control, while the reader sees it. @type {Element | undefined} */
  let visible;
  // The browser looks after every frame, in every scrolling pane, when the page has its layout anyway.
  const observer = new IntersectionObserver(
    (entries) => {
      const { target, intersectionRatio } = entries[entries.length - 1];
      width = innerWidth;
      visible = intersectionRatio >= MOST ? target : undefined;
    },
    { threshold: MOST },
  );
  const onFocus = () => {
    visible = undefined;
    observer.disconnect();
    if (root.activeElement) observer.observe(root.activeElement);
  };
  // If only the height changes, the browser's bars come and go. This event comes before the observer looks again.
  const onResize = () => {
    if (width === innerWidth) return;
    width = innerWidth;
    if (visible && visible === root.activeElement && scrollToShow(visible)) {
      visible.scrollIntoView({ block: "center", behavior: "instant" });
    }
  };
  onFocus();
  root.addEventListener("focusin", onFocus);
  addEventListener("resize", onResize);
  return () => {
    observer.disconnect();
    root.removeEventListener("focusin", onFocus);
    removeEventListener("resize", onResize);
  };
}
