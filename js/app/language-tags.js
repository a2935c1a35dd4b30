/** Language tags, which of several suits a reader, and where the quiz in it is. */

/** A language tag as the platform writes it: `en_us` is `en-US`. Nothing where it is none. */
export function canonicalTag(tag) {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}

/**
 * The one of some language tags that suits a language best, if any does: its end is left out, subtag by subtag, until
 * one of them is what remains (RFC 4647, 3.4).
 */
export function lookup(language, tags) {
  const subtags = canonicalTag(language ?? "")?.split("-") ?? [];
  for (; subtags.length; subtags.pop()) {
    const range = subtags.join("-");
    const found = tags.find((tag) => canonicalTag(tag) === range);
    if (found) return found;
  }
}

/** The address of a translation: `bread.json` has `bread.es.json` beside it. */
export function translated(address, tag) {
  const url = new URL(address);
  url.pathname = url.pathname.replace(/(\.[^./]*)?$/, `.${tag}$1`);
  return url.href;
}
