/**
 * Keeps what has the reader's focus in the window when that takes another width, as a phone's does that is turned. What is
 * above it in the page is then higher or lower than before, and not every browser makes up for that.
 */

/** Whether all of an element is in the window. */
const inView = (it) => {
  const { top, bottom } = it.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};

/** Watches over the focus in a shadow root, until the function that is returned is called. */
export function stay(root) {
  /** How wide the window was then. To ask for it lays the page out, so that it is asked for where that has been done. */
  let width;
  /** What has the focus, while the reader has it before them. */
  let it;
  const note = () => {
    width = innerWidth;
    it = root.activeElement;
    if (it && !inView(it)) it = undefined;
  };
  // A window that only becomes lower is one whose bars come and go. It hears of this before it hears of the scrolling
  // that comes of it.
  const turn = () => {
    if (width === innerWidth) return;
    width = innerWidth;
    if (it && it === root.activeElement && !inView(it)) it.scrollIntoView({ block: "center", behavior: "instant" });
  };
  root.addEventListener("focusin", note);
  addEventListener("scroll", note, { passive: true });
  addEventListener("resize", turn);
  return () => {
    root.removeEventListener("focusin", note);
    removeEventListener("scroll", note);
    removeEventListener("resize", turn);
  };
}
