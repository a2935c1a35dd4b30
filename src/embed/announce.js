/**
 * Announces what stands on a screen besides its heading, by the widget's live region: how far the reader is and how to answer, or the
 * whole of a care card.
 */

/** Milliseconds. A message that stayed would be read twice by a reader who reads on by line. */
const UNTIL_SAID = 5000;

let timer;

/** Announces the parts of a screen that a selector finds, as one text: of several, the order is not certain. */
export function announce(base, selector) {
  const region = base.parentNode.querySelector(".announcement");
  const parts = selector ? [...base.querySelectorAll(selector)] : [];
  region.textContent = parts.flatMap(sentences).join(" ");
  clearTimeout(timer);
  if (selector) timer = setTimeout(() => (region.textContent = ""), UNTIL_SAID);
}

/** The lines of an element, each with a mark at its end, where a voice makes a pause. */
const sentences = (element) =>
  element.innerText.split(/\s*\n\s*/).map((line) => (/\p{P}$/u.test(line) ? line : line + "."));
