/**
 * Keeps clicks from a screen that they were not meant for. The second click of a double click on Next would land on the screen that the
 * first one brought, and could tick a warning sign there. Clicks by keys and by assistive technology have no `detail` and always count.
 */

/** Milliseconds. In less nobody has read a new screen, and a second tap comes within it. */
const FIRST_MOMENT = 350;

/** When each shadow root last got another screen or an error message, by the clock of its events. */
const changedAt = new WeakMap();

/** Notes that a shadow root has another screen, or an error message that has moved what is below it. */
export const screenChanged = (root) => changedAt.set(root, performance.now());

/** Watches over the clicks in a shadow root, until the function that is returned is called. */
export function dropStrayClicks(root) {
  let pressedAt = 0;
  const press = ({ timeStamp }) => (pressedAt = timeStamp);
  const click = (event) => {
    if (!event.detail) return;
    const isSecond = event.detail > 1;
    // A press that is held while the screen changes was meant for what is gone.
    const isEarly = pressedAt < changedAt.get(root) + FIRST_MOMENT;
    if (!isSecond && !isEarly) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  root.addEventListener("pointerdown", press, true);
  root.addEventListener("click", click, true);
  return () => {
    root.removeEventListener("pointerdown", press, true);
    root.removeEventListener("click", click, true);
  };
}
