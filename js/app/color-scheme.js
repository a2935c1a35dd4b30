/**
 * Makes a quiz dark on a dark page that does not say so itself. With `color-scheme` a quiz is as its page is. But many dark pages
 * only have light text or a dark background.
 */
import { read } from "./attributes.js";

/** Text is light from this lightness on, and its page dark. 0 is black, 1 is white. */
const LIGHT_TEXT = 0.68;

/** Below this lightness a background is dark. */
const DARK_BACKGROUND = 0.4;

/**
 * Makes the quiz dark if the page around it is dark.
 *
 * @param {HTMLElement} widget The element that the quiz is in.
 * @param {Element} element The <which-cause> element.
 */
export function adoptColorScheme(widget, element) {
  const isAuto = (read(element, "theme") ?? "auto") === "auto";
  widget.style.colorScheme = isAuto && isOnDark(widget, element) ? "dark" : "";
}

/**
 * @param {HTMLElement} widget
 * @param {Element} element
 */
function isOnDark(widget, element) {
  const { color, colorScheme } = getComputedStyle(element);
  if (colorScheme !== "normal") return false;
  return lightness(widget, color) >= LIGHT_TEXT || lightness(widget, background(widget, element)) < DARK_BACKGROUND;
}

/**
 * The first background color behind an element that is more than a tint. It is undefined if a picture or a gradient comes first.
 *
 * @param {HTMLElement} widget
 * @param {Element} element
 */
function background(widget, element) {
  for (
    let node = element;
    node;
    node = node.assignedSlot ?? node.parentElement ?? /** @type {ShadowRoot} */ (node.getRootNode()).host
  ) {
    const { backgroundColor, backgroundImage } = getComputedStyle(node);
    if (backgroundImage !== "none") return;
    if (backgroundColor !== "rgba(0, 0, 0, 0)" && oklab(widget, backgroundColor).opacity > 0.5) return backgroundColor;
  }
}

/**
 * The lightness of a color in any CSS syntax, from 0 to 1; `NaN` without a color.
 *
 * @param {HTMLElement} widget
 * @param {string} [color]
 */
const lightness = (widget, color) => (color ? oklab(widget, color).lightness : NaN);

/**
 * The colors that have been converted. For each, the browser computes the style of the whole widget twice.
 *
 * @type {Map<string, { lightness: number, opacity: number }>}
 */
const converted = new Map();

/**
 * A color in Oklab, whose first number is its lightness. The browser converts it, in the style of the widget.
 *
 * @param {HTMLElement} widget
 * @param {string} color
 */
function oklab(widget, color) {
  const known = converted.get(color);
  if (known) return known;
  widget.style.color = `color-mix(in oklab, ${color}, ${color})`;
  const [, lightness, opacity] =
    getComputedStyle(widget).color.match(/^oklab\((\S+) [^/]*(?:\/ (.+))?\)$/) ?? /** @type {string[]} */ ([]);
  widget.style.color = "";
  const found = { lightness: parseFloat(lightness), opacity: parseFloat(opacity ?? 1) };
  converted.set(color, found);
  return found;
}
