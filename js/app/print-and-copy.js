/**
 * Prints a result, or copies it. The printed sheet is a page of its own in a hidden frame: so the article is not printed, and its page
 * stays as it is.
 */
import css from "../../style/sheet.css";
import { webUrl } from "./course.js";
import { today } from "./number-format.js";

/**
 * Today's date and the page's address, for the sheet. The address has no query, in which personal data may be. A frame that has no
 * address of its own, because the page around it contains its text (`srcdoc`), has that page's.
 *
 * @param {string} language
 */
export function resultNote(language) {
  const page = webUrl(location.href) ?? webUrl("");
  // The two marks keep the address from left to right in any text.
  return page ? `${today(language)} – \u2066${page.origin}${page.pathname}\u2069` : today(language);
}

/** Milliseconds until printing has begun in a browser that shows its preview beside the page. */
const UNTIL_BEGUN = 1000;

/** Milliseconds. A longer call has waited for the reader at a dialog. */
const DIALOG = 300;

/**
 * Prints a sheet, or the page if no frame can be made. Returns whether the browser offered to print.
 *
 * @param {ShadowRoot} root
 * @param {string} sheet Lines that each end in a record separator. A unit separator ends each part of a line: the name of an element,
 *   its text, and perhaps a second text, in bold.
 * @param {string} lang
 * @param {string} dir
 */
export async function print(root, sheet, lang, dir) {
  const before = /** @type {HTMLElement | null} */ (root.activeElement);
  const frame = document.createElement("iframe");
  frame.className = "sheet";
  frame.ariaHidden = "true";
  frame.tabIndex = -1;
  root.append(frame);
  let page = /** @type {Window} */ (frame.contentWindow);
  try {
    write(page, sheet, lang, dir);
    page.focus();
  } catch {
    page = window;
  }
  try {
    return await offersToPrint(page);
  } catch {
    // Some browsers inside other apps have no `print`.
    return false;
  } finally {
    // The focus went into the frame, and would be lost with it. A reader who has gone elsewhere meanwhile stays there.
    const hasFocus = root.activeElement === frame;
    frame.remove();
    if (hasFocus) before?.focus({ preventScroll: true });
  }
}

/**
 * Writes a sheet into an empty page.
 *
 * @param {Window} page
 * @param {string} sheet
 * @param {string} lang
 * @param {string} dir
 */
function write(page, sheet, lang, dir) {
  const lines = sheet
    .split("\x1e")
    .slice(0, -1)
    .map((line) => line.split("\x1f"));
  const { document: paper } = page;
  const style = new page.CSSStyleSheet();
  style.replaceSync(css);
  paper.adoptedStyleSheets = [style];
  Object.assign(paper.documentElement, { lang, dir });
  paper.title = lines[0][1];
  /** @type {HTMLUListElement | undefined} */
  let list;
  for (const [name, text, bold] of lines) {
    const element = paper.createElement(name);
    element.textContent = text;
    if (bold) element.append(" ", Object.assign(paper.createElement("b"), { textContent: bold }));
    if (name !== "li") list = undefined;
    else if (!list) paper.body.append((list = paper.createElement("ul")));
    (list ?? paper.body).append(element);
  }
}

/**
 * Prints a page. Returns, when that is over, whether the browser offered to print. `print` itself returns nothing: in a sandbox without
 * `allow-modals` it has no effect (https://html.spec.whatwg.org/#printing-steps), and no event comes.
 *
 * @param {Window} page
 */
async function offersToPrint(page) {
  let begun = false;
  const over = new Promise((resolve) => page.addEventListener("afterprint", resolve, { once: true }));
  page.addEventListener("beforeprint", () => (begun = true), { once: true });
  over.then(() => (begun = true));
  const start = performance.now();
  page.print();
  const waited = performance.now() - start > DIALOG;
  await Promise.race([over, pause(UNTIL_BEGUN)]);
  if (begun) await over;
  // In some browsers no event comes for a dialog that the reader has closed without printing.
  return begun || waited;
}

/** @param {number} time Milliseconds. */
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/**
 * Copies a text. Returns whether the clipboard has it.
 *
 * @param {ShadowRoot} root
 * @param {string} text
 */
export async function copy(root, text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // A page without HTTPS has no such clipboard, and a frame may have no permission.
    return copyByCommand(root, text);
  }
}

/**
 * @param {ShadowRoot} root
 * @param {string} text
 */
function copyByCommand(root, text) {
  const before = /** @type {HTMLElement | null} */ (root.activeElement);
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "sheet";
  // No keyboard should come up for a field that nobody types in.
  field.inputMode = "none";
  let isSet = false;
  // `execCommand` also returns true if the page has put another text into the clipboard, or none.
  field.addEventListener("copy", (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.clearData();
    event.clipboardData?.setData("text/plain", text);
    isSet = true;
  });
  root.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  before?.focus({ preventScroll: true });
  return done && isSet;
}
