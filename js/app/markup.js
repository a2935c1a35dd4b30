/**
 * Texts with markup. They were parsed when the quiz file was read: `crates/quiz/src/file/rich_text.rs` puts a control character before
 * each part of a text.
 */

/** The elements of the parts, by their character. A part after another character is plain. */
const ELEMENTS = { "\x01": "strong", "\x02": "em", "\x03": "a" };

// eslint-disable-next-line no-control-regex -- The parts of a text begin with these.
const PART = /(?=[\x01-\x04])/;

/**
 * Fills an element with a text. Never as HTML: each part is an element with a text.
 *
 * @param {Element} element
 * @param {string} text
 * @param {string} newTab The note of a link that opens a new tab.
 */
export function showMarkup(element, text, newTab) {
  const paragraphs = text.split("\x06").map((paragraph) => paragraph.split(PART).map((part) => showPart(part, newTab)));
  element.replaceChildren(...(paragraphs.length > 1 ? paragraphs.map(showParagraph) : paragraphs[0]));
}

/** @param {(Node | string)[]} parts */
function showParagraph(parts) {
  const paragraph = document.createElement("span");
  paragraph.className = "paragraph";
  // The text may already be in a `<p>`, which cannot have another one in it.
  paragraph.role = "paragraph";
  paragraph.append(...parts);
  return paragraph;
}

/**
 * @param {string} part
 * @param {string} newTab
 */
function showPart(part, newTab) {
  const name = ELEMENTS[/** @type {keyof typeof ELEMENTS} */ (part[0])];
  // The first part may have no character before it.
  let words = part < "\x05" ? part.slice(1) : part;
  if (!name) return words;
  const element = document.createElement(name);
  if (element instanceof HTMLAnchorElement) {
    const [address, label] = words.split("\x05");
    element.href = address;
    element.target = "_blank";
    element.rel = "noopener";
    words = `${label} ${newTab}`;
  }
  element.textContent = words;
  return element;
}
