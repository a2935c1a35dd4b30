/**
 * Keeps clicks from a screen that they were not meant for. The second click of a double click on Next would land on the screen that the
 * first one brought, and could tick a warning sign there. Clicks by keys and by assistive technology begin with no pointer and always count.
 * (Most have no `detail`, but Firefox gives the click of a link that Enter follows one of 1.)
 */

/** Milliseconds. In less nobody has read a new screen, and a second tap comes within it. */
const FIRST_MOMENT = 350;

/** When each shadow root last got another screen or an error message, by the clock of its events. */
const changedAt = new WeakMap();

/** Notes that a shadow root has another screen, or an error message that has moved what is below it. */
export const screenChanged = (root) => changedAt.set(root, performance.now());

/** Watches over the clicks in a shadow root, until the function that is returned is called. */
export function dropStrayClicks(root) {
  /** When the pointer went down whose click is awaited. */
  let pressedAt;
  const press = ({ type, timeStamp }) => (pressedAt = type === "pointerdown" ? timeStamp : undefined);
  const presses = ["pointerdown", "pointercancel", "keydown"];
  const click = (event) => {
    const isSecond = event.detail > 1;
    // A press that is held while the screen changes was meant for what is gone. Without a pointer that went down this is false.
    const isEarly = pressedAt < changedAt.get(root) + FIRST_MOMENT;
    pressedAt = undefined;
    if (!isSecond && !isEarly) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const kind of presses) root.addEventListener(kind, press, true);
  root.addEventListener("click", click, true);
  return () => {
    for (const kind of presses) root.removeEventListener(kind, press, true);
    root.removeEventListener("click", click, true);
  };
}
