/** Style sheets that the quizzes of a document share. */

/**
 * Makes a function that adds a style sheet to a shadow root, after the sheets that the root has: they build on each other's tokens. A
 * sheet belongs to the document that it was made in, and an iframe gets another document when it navigates. Without a root, the function
 * makes the sheet for the page's own document.
 *
 * @param {string} css
 * @returns {(root?: ShadowRoot) => void}
 */
export function sharedSheet(css) {
  /** @type {WeakMap<Document, CSSStyleSheet>} */
  const sheets = new WeakMap();
  return (root) => {
    const owner = root?.ownerDocument ?? document;
    const view = owner.defaultView;
    // A document without a window shows nothing.
    if (!view) return;
    let sheet = sheets.get(owner);
    if (!sheet) {
      sheet = new view.CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(owner, sheet);
    }
    if (root && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  };
}
