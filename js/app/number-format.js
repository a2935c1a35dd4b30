/** How languages count: what `Intl` knows of each, looked up once. */
const once = (look) => {
  const known = new Map();
  return (language) => {
    if (!known.has(language)) {
      let found;
      try {
        // In place of a language that it does not know, the browser would take its own reader's.
        if (Intl.PluralRules.supportedLocalesOf(language)[0]) found = look(language);
      } catch {
        // What is no language tag to the browser is a language that it does not know.
      }
      known.set(language, found);
    }
    return known.get(language);
  };
};

const rules = once((language) => new Intl.PluralRules(language));

// Telephone numbers are dialled in these digits and shown in them: on one screen there is one kind.
const format = once((language) => new Intl.NumberFormat(language, { numberingSystem: "latn" }));

/**
 * A number as it is written in a language. Up to three digits it is the same in all of them, and the browser takes long to look a
 * language up for the first time.
 */
export const number = (language, n) => (n < 1000 ? String(n) : (format(language)?.format(n) ?? String(n)));

/** The plural category of a number in a language. */
export const plural = (language, n) => rules(language)?.select(n) ?? "other";
