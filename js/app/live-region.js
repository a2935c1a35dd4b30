/**
 * Announces what stands on a screen besides its heading, by the widget's live region: how far the reader is and how to answer, or the
 * whole of a care card.
 */

/** Milliseconds. The same text again is a change only if the region was empty in between, and in WebKit for at least 100. */
const EMPTY = 150;

/** Milliseconds. A text that stayed would be read twice by a reader who reads on by line. */
const UNTIL_SAID = 5000;

/** Announces the parts of a screen that are marked for it, as one text, since several might be said in any order. */
export function announce(base) {
  const region = base.parentNode.querySelector(".announcement");
  region.textContent = "";
  setTimeout(() => {
    const text = [...base.querySelectorAll("[data-announce]")].flatMap(sentences).join(" ");
    region.textContent = text;
    setTimeout(() => region.textContent === text && (region.textContent = ""), UNTIL_SAID);
  }, EMPTY);
}

/** The lines of an element, each with a mark at its end, where a voice makes a pause. */
const sentences = (element) =>
  element.innerText
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => (/\p{P}$/u.test(line) ? line : line + "."));
