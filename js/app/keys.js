/**
 * Keeps the keys that the focused control uses from the page's shortcuts. The control does its work, and no listener of the page
 * receives the key or can prevent it. The exception is a listener in the page's capture phase, which comes first.
 */

const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

const KEY_EVENTS = /** @type {const} */ (["keydown", "keypress", "keyup"]);

/**
 * Whether a control uses a key.
 *
 * @param {Element} control
 * @param {Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey">} event
 */
function usesKey(control, { key, ctrlKey, altKey, metaKey }) {
  if (ctrlKey || altKey || metaKey) return false;
  if (control.matches("a")) return key === "Enter";
  if (!control.matches("input, button, summary")) return false;
  if (key === "Enter" || key === " ") return true;
  // If a letter is pressed, some browsers move to the radio button whose label begins with it, or search the page.
  return control.matches("[type=radio]") && (ARROWS.includes(key) || /^\p{L}$/u.test(key));
}

/**
 * Watches the keys in a shadow root. Returns a function that ends that.
 *
 * @param {ShadowRoot} root
 */
export function keepKeys(root) {
  /** Keys that are down in the quiz. If a key has brought another screen, it comes up on another control. */
  const down = new Set();
  /** @param {Event} event */
  const onKey = (event) => {
    const keyEvent = /** @type {KeyboardEvent} */ (event);
    const control = /** @type {Element} */ (keyEvent.target);
    // The author's own controls are not in the root but in its slot.
    const isUsed = root.contains(control) && usesKey(control, keyEvent);
    if (isUsed && keyEvent.type === "keydown") down.add(keyEvent.key);
    if (isUsed || (keyEvent.type === "keyup" && down.has(keyEvent.key))) keyEvent.stopPropagation();
    if (keyEvent.type === "keyup") down.delete(keyEvent.key);
  };
  for (const name of KEY_EVENTS) root.addEventListener(name, onKey);
  return () => {
    for (const name of KEY_EVENTS) root.removeEventListener(name, onKey);
  };
}
