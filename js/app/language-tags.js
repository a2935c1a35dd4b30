/** Language tags (BCP 47), the choice of a translation by them, and the address of a translation. */

/**
 * A language tag as the platform writes it: `en_us` becomes `en-US`. It is undefined for text that is not a tag.
 *
 * @param {string} tag
 * @returns {string | undefined}
 */
export function canonicalTag(tag) {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}

/**
 * The tag that suits a language best, by the lookup of RFC 4647, section 3.4: the language loses its last subtag until it equals
 * one of the tags.
 *
 * @param {string | undefined} language
 * @param {string[]} tags
 */
export function lookup(language, tags) {
  const subtags = canonicalTag(language ?? "")?.split("-") ?? [];
  for (; subtags.length; subtags.pop()) {
    const range = subtags.join("-");
    const found = tags.find((tag) => canonicalTag(tag) === range);
    if (found) return found;
  }
}

/**
 * The address of a translation: `bread.es.json` for `bread.json`.
 *
 * @param {string | URL} address
 * @param {string} tag
 */
export function translated(address, tag) {
  const url = new URL(address);
  url.pathname = url.pathname.replace(/(\.[^./]*)?$/, `.${tag}$1`);
  return url.href;
}
