// What has the focus: what it is called, and what is wrong with how it shows. How the author's own links show it is
// theirs to say. Builds on colour.js.

let it = document.activeElement;
while (it?.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
if (!it || !elements.includes(it)) return done({ called: null, amiss: [] });

const amiss = [];
const ours = it.getRootNode() !== document;
const ringed = [it, it.labels?.[0]].find((around) => {
    const { outlineStyle, outlineWidth } = around ? getComputedStyle(around) : {};
    return around && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
});
if (ours && ringed) {
    // It is drawn at a distance, so both its sides are on the ground around the control.
    const { outlineColor, outlineOffset } = getComputedStyle(ringed);
    const ground = seen(above(ringed));
    const is = ratio(over(parse(outlineColor), ground), ground);
    if (parseFloat(outlineOffset) < 1) amiss.push('its outline touches it');
    if (is < 3) amiss.push(`its outline is at ${is.toFixed(2)} of 3`);
} else if (ours) amiss.push(`it has no outline, and ${it.matches(':focus-visible') ? 'shows' : 'does not show'} its focus`);

const { left, right, top, bottom } = (ringed ?? it).getBoundingClientRect();
const [from, to] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
// How much of it comes into view is the browser's to say; a line of text is enough.
if (to - from < Math.min(16, bottom - top)) amiss.push(`it is at ${top} to ${bottom} of ${innerHeight}`);
const [x, y] = [(left + right) / 2, (from + to) / 2];
const topmost = (root) => {
    const hit = root.elementFromPoint(x, y);
    return hit?.shadowRoot && hit !== root.host ? topmost(hit.shadowRoot) : hit;
};
const hit = topmost(document);
if (hit && !(ringed ?? it).contains(hit) && !hit.contains(ringed ?? it)) amiss.push(`${called(hit)} is on it`);

return done({ called: called(it), amiss });
