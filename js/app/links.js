/** Links of the page to words of the author that are hidden while the quiz stands, such as those of a table of contents. */

/** Has such links lead to the quiz, while it `stands`, until the function that is returned is called. */
export function followLinks(element, stands) {
  const page = element.ownerDocument;
  const follow = () => {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // It may be an id as it stands.
    }
    const target = id && page.getElementById(id);
    if (target && target !== element && element.contains(target) && stands()) element.scrollIntoView();
  };
  // A link to where the page is already changes no address.
  const click = ({ target }) => target.closest?.("a[href*='#']")?.href === location.href && follow();
  page.addEventListener("click", click);
  addEventListener("hashchange", follow);
  return () => {
    page.removeEventListener("click", click);
    removeEventListener("hashchange", follow);
  };
}
