/**
 * Says of a quiz that it is dark where the page around it is, and the page has not said so itself: by `color-scheme` a quiz
 * is as its page is, but many a dark page only has light text.
 */
import { read } from "./attributes.js";

export function suit(widget, element) {
  const { color, colorScheme } = getComputedStyle(element);
  const [red, green, blue] = color.startsWith("rgb") ? color.match(/[\d.]+/g) : [0, 0, 0];
  const dark = colorScheme === "normal" && red * 0.3 + green * 0.59 + blue * 0.11 > 150;
  widget.style.colorScheme = dark && (read(element, "theme") ?? "auto") === "auto" ? "dark" : "";
}
