/** Style sheets that all quizzes of a page share. */

/**
 * Gives a function that has a shadow root take a sheet, behind those that it has: they build on each other's tokens. Without a root
 * it makes the sheet ready.
 */
export function sheet(css) {
  let made;
  return (root) => {
    if (!made) (made = new CSSStyleSheet()).replaceSync(css);
    if (root && !root.adoptedStyleSheets.includes(made)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, made];
  };
}
