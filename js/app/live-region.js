/**
 * Announces the rest of a screen after its heading, in the widget's live region: the reader's progress and how to answer, or the
 * whole of a care card.
 */

/** Milliseconds. The same text again counts as a change only if the region was empty before, in WebKit for at least 100. */
const EMPTY = 150;

/** Milliseconds. If the text stayed, a reader who reads on by line would hear it twice. */
const UNTIL_SAID = 5000;

/**
 * Announces the marked parts of a screen as one text: a screen reader might say several in any order.
 *
 * @param {HTMLElement} base The card around the screen.
 */
export function announce(base) {
  const region = /** @type {HTMLElement} */ (base.parentElement?.querySelector(".announcement"));
  region.textContent = "";
  setTimeout(() => {
    /** @type {NodeListOf<HTMLElement>} */
    const marked = base.querySelectorAll("[data-announce]");
    const text = [...marked].flatMap(sentences).join(" ");
    region.textContent = text;
    setTimeout(() => {
      if (region.textContent === text) region.textContent = "";
    }, UNTIL_SAID);
  }, EMPTY);
}

/**
 * The lines of an element, each with a punctuation mark at its end, where a voice pauses.
 *
 * @param {Pick<HTMLElement, "innerText">} element
 */
export const sentences = (element) =>
  element.innerText
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => (/\p{P}$/u.test(line) ? line : line + "."));
