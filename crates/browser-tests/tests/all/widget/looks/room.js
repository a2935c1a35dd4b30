// Whether everything has room: nothing out of the window to a side, nothing cut off, nothing on top of another. Builds on
// seen.js; answers how much was measured, and what is amiss.

const amiss = [];
const width = document.documentElement.clientWidth;
const { scrollWidth } = document.scrollingElement;
if (scrollWidth > width) amiss.push(`the page is ${scrollWidth} wide in a window of ${width}`);

const within = (what, box, it) => {
    if (box.left < -0.5 || box.right > width + 0.5) amiss.push(`${what} is at ${box.left} to ${box.right} in a window of ${width}`);
    for (let around = it; around && around !== quiz; around = above(around)) {
        const { overflowX, overflowY } = getComputedStyle(around);
        const edge = around.getBoundingClientRect();
        if (overflowX !== 'visible' && (box.left < edge.left - 1 || box.right > edge.right + 1)
            || overflowY !== 'visible' && (box.top < edge.top - 1 || box.bottom > edge.bottom + 1)) {
            amiss.push(`${what} is cut off by ${called(around)}`);
        }
    }
};
const lines = texts.flatMap(({ node, lines, at }) => lines.map((box) => ({ node, box, at })));
for (const { node, box, at } of lines) within(`“${node.data.trim().slice(0, 40)}”`, box, at);
for (const { it, area } of controls) within(called(it), area.getBoundingClientRect(), area);
for (const it of elements.filter((it) => it.matches('svg'))) within(called(it), it.getBoundingClientRect(), above(it));

/** How far two boxes lie on one another, each way. */
const shared = (one, other) => [
    Math.min(one.right, other.right) - Math.max(one.left, other.left),
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
];
lines.forEach(({ node, box }, index) => {
    for (const other of lines.slice(index + 1)) {
        if (other.node === node) continue;
        const [wide, high] = shared(box, other.box);
        // The boxes of letters are higher than the letters.
        if (wide > 1 && high > 0.3 * Math.min(box.height, other.box.height)) {
            amiss.push(`“${node.data.trim().slice(0, 40)}” lies on “${other.node.data.trim().slice(0, 40)}”`);
        }
    }
});
controls.forEach(({ it, area }, index) => {
    for (const other of controls.slice(index + 1)) {
        const [wide, high] = shared(area.getBoundingClientRect(), other.area.getBoundingClientRect());
        if (wide > 0.5 && high > 0.5) amiss.push(`${called(it)} lies on ${called(other.it)}`);
    }
});

return { measured: lines.length + controls.length, amiss };
