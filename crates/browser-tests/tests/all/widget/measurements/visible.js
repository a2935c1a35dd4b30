// The visible elements and texts of the quiz, for the other scripts. Follows the flat tree: into the shadow root, and from a slot to the
// author's words. Uses quiz.js.

/** Every visible element of the quiz, in order. */
const elements = [];
/** Every visible text: its node, its parent, and a rectangle for each line. */
const texts = [];

const visit = (node) => {
  if (node.nodeType === Node.TEXT_NODE) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter((it) => it.width > 0);
    if (node.data.trim() && lines.length) texts.push({ node, lines, at: node.parentElement });
    return;
  }
  // The announcement is for screen readers only.
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches(".announcement")) return;
  const { display } = getComputedStyle(node);
  if (display !== "contents" && !node.checkVisibility({ visibilityProperty: true })) return;
  elements.push(node);
  const children = node.shadowRoot
    ? node.shadowRoot.childNodes
    : node.localName === "slot"
      ? node.assignedNodes()
      : node.childNodes;
  children.forEach(visit);
};
visit(quiz);

/** Every control, and the area that can be pressed: for a radio button or a checkbox its label. */
const controls = elements
  .filter((it) => it.matches("button, a[href], input, summary"))
  .map((control) => ({ control, area: control.labels?.[0] ?? control }));
