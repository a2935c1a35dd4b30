/** Links of the page to the author's words in the element, as in a table of contents. The words are hidden while the quiz is shown. */

/**
 * Has such links lead to the quiz. Returns a function that ends that.
 *
 * @param {HTMLElement} element
 * @param {() => boolean} isQuizShown
 */
export function followLinks(element, isQuizShown) {
  const page = element.ownerDocument;
  const follow = () => {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // The id may have a percent sign of its own.
    }
    const target = id && page.getElementById(id);
    if (target && target !== element && element.contains(target) && isQuizShown()) element.scrollIntoView();
  };
  // A link to the page's present address changes no hash.
  /** @param {MouseEvent} event */
  const onClick = ({ target }) => {
    /** @type {HTMLAnchorElement | null | undefined} */
    const link = /** @type {Element} */ (target).closest?.("a[href*='#']");
    if (link?.href === location.href) follow();
  };
  page.addEventListener("click", onClick);
  addEventListener("hashchange", follow);
  return () => {
    page.removeEventListener("click", onClick);
    removeEventListener("hashchange", follow);
  };
}
