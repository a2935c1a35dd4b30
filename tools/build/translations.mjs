// The translations of the compiled-in quiz: those that stand beside it in quizzes/, by their languages.
import { readFileSync, readdirSync } from "node:fs";

/** The compiled-in quiz, without its ending. */
export const quiz = "upper-back-knots";

/** The languages that it has been translated into, as tags of BCP 47. What else stands there has longer names. */
export const translations = readdirSync("quizzes")
  .map((name) => name.match(/^(.+)\.([a-z]{2,3}(?:-[a-z\d]{1,8})*)\.json$/i))
  .filter((found) => found?.[1] === quiz)
  .map(([, , tag]) => tag)
  .sort();

/** What the scripts that are shipped are told of them. */
export const define = { QUIZ: JSON.stringify(quiz), TRANSLATIONS: JSON.stringify(translations) };

/** The text of a translation. */
export const textOf = (tag) => readFileSync(`quizzes/${quiz}.${tag}.json`, "utf8");

/** The name of a translation as it is shipped, in the compact form that the app takes. */
export const fileOf = (tag) => `${quiz}.${tag}.quiz`;

/** The name of what a translation says before it starts. */
export const introOf = (tag) => `${quiz}.intro.${tag}.json`;

/** What a translation says before it starts, for frame.html, whose page has no words of an author's own. */
export function intro(tag) {
  const { language, direction, title, subtitle, intro, notice } = JSON.parse(textOf(tag));
  return JSON.stringify({ language, direction, title, subtitle, intro, notice });
}
