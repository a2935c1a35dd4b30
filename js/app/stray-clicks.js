/**
 * Drops clicks that were not meant for the present screen. The second click of a double click on Next would land on the next screen,
 * and could tick a warning sign there. Clicks by keys and by assistive technology begin without a pointer and always count. (Most have
 * no `detail`, but Firefox gives a `detail` of 1 to the click of a link that Enter follows.)
 */

/**
 * Milliseconds. Nobody has read a new screen in less time, and the second tap of a double tap comes within it. It is the same in an app
 * without the custom element (src/components/stray_clicks.rs).
 */
const FIRST_MOMENT = 350;

const PRESS_EVENTS = ["pointerdown", "pointercancel", "keydown"];

/**
 * The time at which each shadow root last got another screen or an error message, by the clock of its events.
 *
 * @type {WeakMap<ShadowRoot, number>}
 */
const changedAt = new WeakMap();

/**
 * Notes that a shadow root has another screen, or an error message that has moved the content below it. It also notes a move into
 * another document: each document has a clock of its own, which begins with the document.
 *
 * @param {ShadowRoot} root
 */
export function screenChanged(root) {
  // A document without a window shows nothing.
  changedAt.set(root, root.ownerDocument.defaultView?.performance.now() ?? NaN);
}

/**
 * Watches the clicks in a shadow root. Returns a function that ends that. The author's words are in the root's slot, so it also gets the
 * clicks on the author's own controls, where each click of a quick series counts.
 *
 * @param {ShadowRoot} root
 */
export function dropStrayClicks(root) {
  /** The time at which the pointer of the next click went down. @type {number | undefined} */
  let pressedAt;
  /** Whether the first click of a series was in the quiz. After Back the second one is in the author's words. */
  let hasBegunInside = false;
  /** @param {Event} event */
  const onPress = ({ type, timeStamp }) => (pressedAt = type === "pointerdown" ? timeStamp : undefined);
  /** @param {Event} event */
  const onClick = (event) => {
    const isInside = root.contains(/** @type {Node} */ (event.target));
    const { detail } = /** @type {MouseEvent} */ (event);
    if (detail < 2) hasBegunInside = isInside;
    const isSecond = detail > 1 && (isInside || hasBegunInside);
    // A press that is held while the screen changes was meant for the old screen.
    const isEarly = pressedAt !== undefined && pressedAt < (changedAt.get(root) ?? NaN) + FIRST_MOMENT;
    pressedAt = undefined;
    if (!isSecond && !isEarly) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const name of PRESS_EVENTS) root.addEventListener(name, onPress, true);
  root.addEventListener("click", onClick, true);
  return () => {
    for (const name of PRESS_EVENTS) root.removeEventListener(name, onPress, true);
    root.removeEventListener("click", onClick, true);
  };
}
