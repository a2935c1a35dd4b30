/** Numbers, dates and plural categories by language. */

/**
 * Looks a language up once. The result is undefined for a language that the browser does not know.
 *
 * @template T
 * @param {(language: string) => T} create
 * @returns {(language: string) => T | undefined}
 */
function cached(create) {
  const known = new Map();
  return (language) => {
    if (!known.has(language)) {
      let found;
      try {
        // For an unknown language the browser would take the one of its own user.
        if (Intl.PluralRules.supportedLocalesOf(language)[0]) found = create(language);
      } catch {
        // The browser does not take this for a language tag.
      }
      known.set(language, found);
    }
    return known.get(language);
  };
}

const rules = cached((language) => new Intl.PluralRules(language));

// Telephone numbers are shown and dialed in these digits. One screen has digits of one kind.
const format = cached((language) => new Intl.NumberFormat(language, { numberingSystem: "latn" }));

/**
 * A number as it is written in a language. Numbers of up to three digits are the same in all languages, and the browser's first
 * lookup of a language takes long.
 *
 * @param {string} language
 * @param {number} n
 */
export const number = (language, n) => (n < 1000 ? String(n) : (format(language)?.format(n) ?? String(n)));

/** @type {Intl.DateTimeFormatOptions} */
const DATE_STYLE = { dateStyle: "long" };

const dateFormat = cached((language) => new Intl.DateTimeFormat(language, DATE_STYLE));

/**
 * Today's date as it is written in a language; as the browser itself writes it for a language that the browser does not know.
 *
 * @param {string} language
 */
export const today = (language) => (dateFormat(language) ?? new Intl.DateTimeFormat([], DATE_STYLE)).format();

/**
 * The plural category of a number in a language, as CLDR calls it.
 *
 * @param {string} language
 * @param {number} n
 * @returns {string}
 */
export const plural = (language, n) => rules(language)?.select(n) ?? "other";
