// The focused element, and why its focus is not visible. The author's own links are not measured. Uses color.js, and not visible.js: to
// visit every element after each press of a key would take most of the time.

let focused = document.activeElement;
while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
if (!focused || !(quiz.contains(focused) || quiz.shadowRoot.contains(focused))) return done({ name: null, problems: [] });

const problems = [];
const ours = focused.getRootNode() !== document;
const ringed = [focused, focused.labels?.[0]].find((around) => {
  const { outlineStyle, outlineWidth } = around ? getComputedStyle(around) : {};
  return around && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
});
if (ours && ringed) {
  // The outline has a distance to the control, so the background is on both sides.
  const { outlineColor, outlineOffset } = getComputedStyle(ringed);
  const background = visibleColor(parentOf(ringed));
  const is = ratio(over(parse(outlineColor), background), background);
  if (parseFloat(outlineOffset) < 1) problems.push("its outline touches it");
  if (is < 3) problems.push(`its outline is at ${is.toFixed(2)} of 3`);
} else if (ours)
  problems.push(`it has no outline, and ${focused.matches(":focus-visible") ? "shows" : "does not show"} its focus`);

const { left, right, top, bottom } = (ringed ?? focused).getBoundingClientRect();
const [from, to] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
// The browser decides how much scrolls into view. A line of text is enough.
if (to - from < Math.min(16, bottom - top)) problems.push(`it is at ${top} to ${bottom} of ${innerHeight}`);
const [x, y] = [(left + right) / 2, (from + to) / 2];
const topmost = (root) => {
  const hit = root.elementFromPoint(x, y);
  return hit?.shadowRoot && hit !== root.host ? topmost(hit.shadowRoot) : hit;
};
const hit = topmost(document);
if (hit && !(ringed ?? focused).contains(hit) && !hit.contains(ringed ?? focused))
  problems.push(`${describe(hit)} is on it`);

return done({ name: describe(focused), problems });
