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

/** The name of a translation's file. */
export const fileOf = (tag) => `${quiz}.${tag}.json`;

/** A translation as it is shipped: without its notes and what only reviewers read, in one line. */
export function shipped(tag) {
  const noted = (key, value) => (/^[$_]/.test(key) ? undefined : value);
  const { readers, ...file } = JSON.parse(readFileSync(`quizzes/${fileOf(tag)}`, "utf8"), noted);
  for (const question of file.questions) delete question.reason;
  return JSON.stringify(file);
}
