/** Addresses that an element names. They are read as a link's `href` is, and must be `http` or `https`. */

/**
 * An address as a URL; it may be relative to the page, or to another address. It is undefined if the address is not one of the web.
 *
 * @param {string} address
 * @param {string} [base]
 */
export function webUrl(address, base = document.baseURI) {
  try {
    const url = new URL(address, base);
    if (/^https?:$/.test(url.protocol)) return url;
  } catch {
    // It is not an address.
  }
}

/**
 * The parameters of a query: the name of each, and the whole parameter as it is written.
 *
 * @param {string} query
 */
const parameters = (query) =>
  query
    .replace(/^\?/, "")
    .split("&")
    .map((parameter) => [parameter.split("=")[0], parameter]);

/**
 * The address that the result links to: the one that the element names, else the quiz's own. It is undefined if neither is an
 * address of the web.
 *
 * The page's own `utm_*` parameters are added, so that the author sees where visitors come from. Nothing of the reader's answers
 * is added. The link's own query is kept letter by letter: it may be signed.
 *
 * @param {string} [named] As the element's attribute names it; it may be relative to the page.
 * @param {string} [quizAddress] As the quiz file names it.
 */
export function course(named, quizAddress) {
  const url = (named && webUrl(named)) || (quizAddress && webUrl(quizAddress));
  if (!url) return;
  const known = parameters(url.search).map(([name]) => name);
  const added = parameters(location.search).filter(([name]) => name.startsWith("utm_") && !known.includes(name));
  if (added.length) url.search = [url.search.slice(1), ...added.map(([, whole]) => whole)].filter(Boolean).join("&");
  return url.href;
}
