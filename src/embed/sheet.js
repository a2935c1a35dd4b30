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

/**
 * Prints a sheet; where that fails, the page as it is. Its lines end in a record separator, and in each a unit separator ends an
 * element's name, a text, and perhaps what is said of that.
 */
export function print(root, sheet, lang, dir) {
  const lines = sheet.split("\x1e").slice(0, -1).map((line) => line.split("\x1f"));
  const before = root.activeElement;
  const frame = document.createElement("iframe");
  frame.className = "sheet";
  frame.ariaHidden = "true";
  frame.tabIndex = -1;
  root.append(frame);
  const page = frame.contentWindow;
  try {
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
    page.onafterprint = () => {
      frame.remove();
      // The focus went into the frame with what is printed, and would go with it.
      before?.focus({ preventScroll: true });
    };
    page.focus();
    page.print();
  } catch {
    frame.remove();
    window.print();
  }
}

/** Copies a text, and says whether that worked. */
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
    root.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    before?.focus({ preventScroll: true });
    return copied;
  }
}
