/** Style sheets that the quizzes of a document share. */

/**
 * Gives a function that adds a sheet to a shadow root, behind the sheets that it has: they build on each other's tokens. A sheet belongs
 * to the document that it was made in. Without a root the function makes the sheet for the page's own document.
 */
export function sheet(css) {
  const made = new WeakMap();
  return (root) => {
    const { defaultView } = root?.ownerDocument ?? document;
    if (!made.has(defaultView)) {
      const it = new defaultView.CSSStyleSheet();
      it.replaceSync(css);
      made.set(defaultView, it);
    }
    const it = made.get(defaultView);
    if (root && !root.adoptedStyleSheets.includes(it)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, it];
  };
}
