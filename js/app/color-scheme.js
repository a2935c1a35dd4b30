/**
 * Makes a quiz dark where the page around it is dark and has not said so itself. With `color-scheme` a quiz is as its page is, but many
 * a dark page only has light text, or a dark background.
 */
import { read } from "./attributes.js";

/** From this lightness on a text is light, and the page dark. 0 is black, 1 is white. */
const LIGHT_TEXT = 0.68;

/** Below this lightness a background is dark. */
const DARK_BACKGROUND = 0.4;

export function suit(widget, element) {
  const auto = (read(element, "theme") ?? "auto") === "auto";
  widget.style.colorScheme = auto && isOnDark(widget, element) ? "dark" : "";
}

function isOnDark(widget, element) {
  const { color, colorScheme } = getComputedStyle(element);
  if (colorScheme !== "normal") return false;
  return lightness(widget, color) >= LIGHT_TEXT || lightness(widget, background(widget, element)) < DARK_BACKGROUND;
}

/** The first background colour behind an element that is more than a tint; none where a picture or a gradient comes first. */
function background(widget, element) {
  for (let it = element; it; it = it.assignedSlot ?? it.parentElement ?? it.getRootNode().host) {
    const { backgroundColor, backgroundImage } = getComputedStyle(it);
    if (backgroundImage !== "none") return;
    if (backgroundColor !== "rgba(0, 0, 0, 0)" && mixed(widget, backgroundColor).opacity > 0.5) return backgroundColor;
  }
}

/** How light a colour is, from 0 to 1, in whatever syntax it is; `NaN` for none. */
const lightness = (widget, color) => (color ? mixed(widget, color).lightness : NaN);

/** What the browser makes of a colour in Oklab, whose first number is its lightness. The widget lends its style for that. */
function mixed(widget, color) {
  widget.style.color = `color-mix(in oklab, ${color}, ${color})`;
  const [, lightness, opacity] = getComputedStyle(widget).color.match(/^oklab\((\S+) [^/]*(?:\/ (.+))?\)$/) ?? [];
  widget.style.color = "";
  return { lightness: parseFloat(lightness), opacity: parseFloat(opacity ?? 1) };
}
