// Finds what sticks out of the window to a side, is cut off, or overlaps. Uses visible.js.

const problems = [];
const width = document.documentElement.clientWidth;
const { scrollWidth } = document.scrollingElement;
if (scrollWidth > width) problems.push(`the page is ${scrollWidth} wide in a window of ${width}`);

const within = (what, box, it) => {
  if (box.left < -0.5 || box.right > width + 0.5)
    problems.push(`${what} is at ${box.left} to ${box.right} in a window of ${width}`);
  for (let around = it; around && around !== quiz; around = parentOf(around)) {
    const { overflowX, overflowY } = getComputedStyle(around);
    const edge = around.getBoundingClientRect();
    if (
      (overflowX !== "visible" && (box.left < edge.left - 1 || box.right > edge.right + 1)) ||
      (overflowY !== "visible" && (box.top < edge.top - 1 || box.bottom > edge.bottom + 1))
    ) {
      problems.push(`${what} is cut off by ${describe(around)}`);
    }
  }
};
const lines = texts.flatMap(({ node, lines, at }) => lines.map((box) => ({ node, box, at })));
for (const { node, box, at } of lines) within(`“${node.data.trim().slice(0, 40)}”`, box, at);
for (const { control, area } of controls) within(describe(control), area.getBoundingClientRect(), area);
for (const picture of elements.filter((it) => it.matches("svg")))
  within(describe(picture), picture.getBoundingClientRect(), parentOf(picture));

/** The width and the height of the overlap of two boxes. */
const shared = (one, other) => [
  Math.min(one.right, other.right) - Math.max(one.left, other.left),
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
];
lines.forEach(({ node, box }, index) => {
  for (const other of lines.slice(index + 1)) {
    if (other.node === node) continue;
    const [wide, high] = shared(box, other.box);
    // Line boxes are higher than their letters.
    if (wide > 1 && high > 0.3 * Math.min(box.height, other.box.height)) {
      problems.push(`“${node.data.trim().slice(0, 40)}” lies on “${other.node.data.trim().slice(0, 40)}”`);
    }
  }
});
controls.forEach(({ control, area }, index) => {
  for (const other of controls.slice(index + 1)) {
    const [wide, high] = shared(area.getBoundingClientRect(), other.area.getBoundingClientRect());
    if (wide > 0.5 && high > 0.5) problems.push(`${describe(control)} lies on ${describe(other.control)}`);
  }
});

return { measured: lines.length + controls.length, problems };
