/**
 * Keeps a page's shortcuts from the keys that the focused control uses. The control does its work, and no listener of the page
 * hears of the key or can forbid it. A listener that the page has in the capture phase comes first and cannot be kept from them.
 */

const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

/** Whether a control uses a key. */
function uses(control, { key, ctrlKey, altKey, metaKey }) {
  if (ctrlKey || altKey || metaKey) return false;
  if (control.matches("a")) return key === "Enter";
  if (!control.matches("input, button, summary")) return false;
  if (key === "Enter" || key === " ") return true;
  // Browsers look for what begins with a letter in a group of radios, or in the page.
  return control.matches("[type=radio]") && (ARROWS.includes(key) || /^\p{L}$/u.test(key));
}

/** Watches over the keys in a shadow root, until the function that is returned is called. */
export function keepKeys(root) {
  /** Keys that are down in the quiz: one comes up elsewhere in it, where it has brought another screen. */
  const down = new Set();
  const keep = (event) => {
    const isUsed = uses(event.target, event);
    if (isUsed && event.type === "keydown") down.add(event.key);
    if (isUsed || (event.type === "keyup" && down.has(event.key))) event.stopPropagation();
    if (event.type === "keyup") down.delete(event.key);
  };
  const kinds = ["keydown", "keypress", "keyup"];
  for (const kind of kinds) root.addEventListener(kind, keep);
  return () => {
    for (const kind of kinds) root.removeEventListener(kind, keep);
  };
}
