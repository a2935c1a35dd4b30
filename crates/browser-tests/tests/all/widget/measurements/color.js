// Visible colors, and their contrast ratio: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. Uses quiz.js.

/** A computed color as four numbers, 0 to 1. */
const parse = (color) => {
  const numbers = (color.match(/[\d.e+-]+(?![a-z(])/g) ?? []).map(Number);
  if (/^rgba?\(/.test(color)) {
    const [red, green, blue, alpha = 1] = numbers;
    return [red / 255, green / 255, blue / 255, alpha];
  }
  if (/^color\(srgb /.test(color)) {
    const [red, green, blue, alpha = 1] = numbers;
    return [red, green, blue, alpha];
  }
  throw new Error("unknown color: " + color);
};

/** One color on another. */
const over = ([r, g, b, a], [R, G, B, A]) => {
  const alpha = a + A * (1 - a);
  const mix = (top, below) => (alpha ? (top * a + below * A * (1 - a)) / alpha : 0);
  return [mix(r, R), mix(g, G), mix(b, B), alpha];
};

const CLEAR = [0, 0, 0, 0];

/** The background of a page without a background. */
const findCanvas = () => {
  const probe = new CSSStyleSheet();
  probe.replaceSync(":root { background: Canvas !important }");
  document.adoptedStyleSheets.push(probe);
  const background = parse(getComputedStyle(document.documentElement).backgroundColor);
  document.adoptedStyleSheets.pop();
  return background;
};
/** @type {number[] | undefined} */
let canvas;

/** The color that is seen where `top` is painted on what is in an element: through every background, filter and opacity. */
const visibleColor = (element, top = CLEAR) => {
  let color = top;
  for (let ancestor = element; ancestor; ancestor = parentOf(ancestor)) {
    const { backgroundColor, backgroundImage, filter, opacity } = getComputedStyle(ancestor);
    if (backgroundImage !== "none") throw new Error("unknown background: " + backgroundImage);
    color = over(color, parse(backgroundColor));
    if (filter !== "none") {
      const [, by] = filter.match(/^brightness\(([\d.]+)\)$/);
      color = [...color.slice(0, 3).map((part) => Math.min(1, part * by)), color[3]];
    }
    color = [...color.slice(0, 3), color[3] * opacity];
  }
  // Finding it computes the style of the whole page again.
  return color[3] === 1 ? color : over(color, (canvas ??= findCanvas()));
};

const luminance = (color) => {
  const [red, green, blue] = color.map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const ratio = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};
