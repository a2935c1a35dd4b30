/**
 * Announces what stands under a new screen's heading, by a live region: how far the reader is and how to answer, or the whole of a
 * care card. The heading itself is said since it has the focus.
 */

/** Milliseconds. VoiceOver drops a message that comes with a change of focus, so the message waits until the heading is being said. */
const AFTER_THE_HEADING = 700;

/** Milliseconds. A message that stays would be read twice by a reader who reads on by line. */
const UNTIL_IT_IS_SAID = 5000;

let timer;

/** Announces the parts of a screen that are marked for it, as one text, since the order of several is not certain. `before` goes first. */
export function announce(base, before) {
  const region = base.parentNode.querySelector(".announcement");
  const write = (text) => (region.textContent = text);
  clearTimeout(timer);
  write("");
  timer = setTimeout(() => {
    before();
    write([...base.querySelectorAll("[data-announce]")].flatMap(sentences).join(" "));
    timer = setTimeout(write, UNTIL_IT_IS_SAID, "");
  }, AFTER_THE_HEADING);
}

/** The lines of an element, each with a mark at its end, where a voice makes a pause. */
const sentences = (element) =>
  element.innerText.split(/\s*\n\s*/).map((line) => (/\p{P}$/u.test(line) ? line : line + "."));
