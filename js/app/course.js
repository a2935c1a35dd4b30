/** Addresses that an element names: read as a link's `href` is, and of the web alone. */

/** An address of the web, which may be relative to the page. Nothing where it is none. */
export function ofTheWeb(address) {
  try {
    const url = new URL(address, document.baseURI);
    if (/^https?:$/.test(url.protocol)) return url;
  } catch {
    // What is no address is none of the web.
  }
}

/** The names of the parameters of a query, each with the whole of what stands there. */
const parameters = (query) => query.replace(/^\?/, "").split("&").map((part) => [part.split("=")[0], part]);

/**
 * The address that the result links to: the one that the element `named`, else the quiz's own. It may be relative to the page.
 * The page's own `utm_*` parameters go along, so that the author sees where their visitors come from; nothing of the reader's
 * answers does. The link's own query stays to the letter: it may be signed. Nothing where there is no address, or none of the web.
 */
export function course(named, quizsOwn) {
  const url = (named && ofTheWeb(named)) || (quizsOwn && ofTheWeb(quizsOwn));
  if (!url) return;
  const known = parameters(url.search).map(([name]) => name);
  const more = parameters(location.search).filter(([name]) => name.startsWith("utm_") && !known.includes(name));
  if (more.length) url.search = [url.search.slice(1), ...more.map(([, part]) => part)].filter(Boolean).join("&");
  return url.href;
}
