/**
 * Keeps the focused control in view when the window gets another width, as on a phone that is turned. What is above the control in the
 * page is then higher or lower than before, and not every browser makes up for that.
 */
import { scrolls } from "./into-view.js";

/** How much of a control has to be in view. Less than all: fractions of pixels are cut off at an edge. */
const MOST = 0.9;

/** Watches over the focus in a shadow root, until the function that is returned is called. */
export function stay(root) {
  let width;
  /** The focused control, as long as the reader sees it. */
  let seen;
  // The browser looks after every frame, in every pane that scrolls, when the page is laid out anyway.
  const observer = new IntersectionObserver(
    (entries) => {
      const { target, intersectionRatio } = entries.at(-1);
      width = innerWidth;
      seen = intersectionRatio >= MOST ? target : undefined;
    },
    { threshold: MOST },
  );
  const watch = () => {
    seen = undefined;
    observer.disconnect();
    if (root.activeElement) observer.observe(root.activeElement);
  };
  // A window that only becomes lower is one whose bars come and go. This event comes before the observer looks again.
  const turn = () => {
    if (width === innerWidth) return;
    width = innerWidth;
    if (seen && seen === root.activeElement && scrolls(seen)) {
      seen.scrollIntoView({ block: "center", behavior: "instant" });
    }
  };
  watch();
  root.addEventListener("focusin", watch);
  addEventListener("resize", turn);
  return () => {
    observer.disconnect();
    root.removeEventListener("focusin", watch);
    removeEventListener("resize", turn);
  };
}
