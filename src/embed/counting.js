/** How languages count: what `Intl` knows of each, looked up once. */
const known = new Map();

function counting(language) {
  if (!known.has(language)) known.set(language, look(language));
  return known.get(language);
}

function look(language) {
  try {
    // In place of a language that it does not know, the browser would take its own reader's.
    if (!Intl.PluralRules.supportedLocalesOf(language)[0]) return;
    return {
      rules: new Intl.PluralRules(language),
      // Telephone numbers are dialled in these digits and shown in them: on one screen there is one kind.
      format: new Intl.NumberFormat(language, { numberingSystem: "latn" }),
    };
  } catch {
    // What is no language tag to the browser is a language that it does not know.
  }
}

/** A number as it is written in a language. */
export const number = (language, n) => counting(language)?.format.format(n) ?? String(n);

/** The plural category of a number in a language. */
export const plural = (language, n) => counting(language)?.rules.select(n) ?? "other";
