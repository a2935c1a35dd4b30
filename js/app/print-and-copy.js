/**
 * Puts a result on paper, or into the clipboard. The paper is a page of its own, in a frame that nobody sees, so that what
 * is printed is the sheet and not the article, and the article's page stays as it is.
 */
import css from "../../style/sheet.css";

/** When and where a result came about, for whoever reads it later; the address without what may be personal in it. */
export function about(lang) {
  const date = new Intl.DateTimeFormat(lang, { dateStyle: "long" }).format();
  // An address runs from left to right in any text; the two marks keep it so.
  return `${date} – \u2066${location.origin}${location.pathname}\u2069`;
}

/** Milliseconds until printing has begun, in a browser that shows its own view of it beside the page. */
const UNTIL_BEGUN = 1000;

/** Milliseconds. A call that takes longer has waited for a reader at a dialog. */
const DIALOG = 300;

/**
 * Prints a sheet; where no frame can be made, the page as it is. Its lines end in a record separator, and in each a unit separator ends an
 * element's name, a text, and perhaps what is said of that. Returns whether the browser offered to print.
 */
export async function print(root, sheet, lang, dir) {
  const before = root.activeElement;
  const frame = document.createElement("iframe");
  frame.className = "sheet";
  frame.ariaHidden = "true";
  frame.tabIndex = -1;
  root.append(frame);
  let page = frame.contentWindow;
  try {
    write(page, sheet, lang, dir);
    page.focus();
  } catch {
    page = window;
  }
  try {
    return await offers(page);
  } catch {
    // Some browsers inside other apps have no `print`.
    return false;
  } finally {
    // The focus went into the frame, and would go with it. A reader who has gone elsewhere meanwhile stays there.
    const hasFocus = root.activeElement === frame;
    frame.remove();
    if (hasFocus) before?.focus({ preventScroll: true });
  }
}

/** Writes a sheet into an empty page. */
function write(page, sheet, lang, dir) {
  const lines = sheet.split("\x1e").slice(0, -1).map((line) => line.split("\x1f"));
  const { document: paper } = page;
  const style = new page.CSSStyleSheet();
  style.replaceSync(css);
  paper.adoptedStyleSheets = [style];
  Object.assign(paper.documentElement, { lang, dir });
  paper.title = lines[0][1];
  let list;
  for (const [name, text, said] of lines) {
    const element = paper.createElement(name);
    element.textContent = text;
    if (said) element.append(" ", Object.assign(paper.createElement("b"), { textContent: said }));
    if (name !== "li") list = undefined;
    else if (!list) paper.body.append((list = paper.createElement("ul")));
    (list ?? paper.body).append(element);
  }
}

/**
 * Prints a page, and returns whether the browser offered to, once that is over. `print` itself says nothing: in a sandbox without
 * `allow-modals` it does nothing (https://html.spec.whatwg.org/#printing-steps), and no event comes.
 */
async function offers(page) {
  let begun;
  const over = new Promise((resolve) => page.addEventListener("afterprint", resolve, { once: true }));
  page.addEventListener("beforeprint", () => (begun = true), { once: true });
  over.then(() => (begun = true));
  const start = performance.now();
  page.print();
  const waited = performance.now() - start > DIALOG;
  await Promise.race([over, pause(UNTIL_BEGUN)]);
  if (begun) await over;
  // Of a dialog that the reader has closed without printing no event comes in some browsers.
  return !!begun || waited;
}

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Copies a text. Returns whether the clipboard has it. */
export async function copy(root, text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No such thing on a page without HTTPS, or in a frame that may not.
    const before = root.activeElement;
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "sheet";
    // Nothing is typed in it, so no keyboard is to come up for it.
    field.inputMode = "none";
    let given = false;
    // `execCommand` returns true as well where the page has put something else into the clipboard, or nothing.
    field.addEventListener("copy", (event) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData.clearData();
      event.clipboardData.setData("text/plain", text);
      given = true;
    });
    root.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    before?.focus({ preventScroll: true });
    return done && given;
  }
}
