/** Draws: makes inline SVG of a drawing, which is data and never markup. What its roles look like, the style sheet says. */
import { tie } from "./image-map.js";

function make(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  return element;
}

/** A drawing, drawn. What belongs to one choice stands together in a region, which is tied to the choice that stands beside it. */
export function draw({ width, height, strokes }, svg) {
  // A small sheet is shown small, and needs the thinner pen.
  const size = width > 96 ? "picture" : "picture small";
  svg.setAttribute("class", size);
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const regions = [];
  let last;
  for (const [role, d, choice] of strokes) {
    if (choice && choice !== last) {
      regions.push([choice, make("g", { class: "region" })]);
      svg.append(regions.at(-1)[1]);
    }
    last = choice;
    (choice ? regions.at(-1)[1] : svg).append(make("path", { class: role, d }));
  }
  // Whoever wanted the picture puts it where it belongs before anything else happens.
  if (regions.length) queueMicrotask(() => svg.parentNode && tie(svg.parentNode, regions));
}
