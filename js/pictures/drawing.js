/** Makes inline SVG of a drawing. A drawing is data and never markup. The style sheet says how its roles look. */
import { linkRegions } from "./image-map.js";

/**
 * @typedef {object} Drawing
 * @property {number} width
 * @property {number} height
 * @property {[role: string, path: string, choice?: string][]} strokes The choice is the id of the choice that the stroke belongs to.
 */

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 */
function createElement(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  return /** @type {SVGElement} */ (element);
}

/**
 * Draws a drawing into an empty `<svg>` element. The strokes of one choice form a region, which is linked to the choice beside the
 * picture.
 *
 * @param {Drawing} drawing
 * @param {SVGElement} svg
 */
export function draw({ width, height, strokes }, svg) {
  // A small drawing is shown small, and needs thinner lines.
  const size = width > 96 ? "picture" : "picture small";
  svg.setAttribute("class", size);
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  /** @type {[choice: string, region: SVGElement][]} */
  const regions = [];
  let last;
  for (const [role, d, choice] of strokes) {
    if (choice && choice !== last) {
      const region = createElement("g", { class: "region" });
      regions.push([choice, region]);
      svg.append(region);
    }
    last = choice;
    const parent = choice ? regions[regions.length - 1][1] : svg;
    parent.append(createElement("path", { class: role, d }));
  }
  // By then the caller has put the picture into the question.
  if (regions.length) queueMicrotask(() => svg.parentElement && linkRegions(svg.parentElement, regions));
}
