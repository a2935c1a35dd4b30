// The translations of the compiled-in quiz: the files beside it in quizzes/ that have a language tag in their names.
import { readFileSync, readdirSync } from "node:fs";

/** The name of the compiled-in quiz, without an ending. */
export const quiz = "upper-back-knots";

/** The language tags (BCP 47) of its translations. Other files there have longer names. */
export const translations = readdirSync("quizzes")
  .map((name) => name.match(/^(.+)\.([a-z]{2,3}(?:-[a-z\d]{1,8})*)\.json$/i))
  .flatMap((match) => (match?.[1] === quiz ? [match[2]] : []))
  .sort();

/**
 * The text of a translation.
 *
 * @param {string} tag
 */
export const textOf = (tag) => readFileSync(`quizzes/${quiz}.${tag}.json`, "utf8");

/**
 * The name of a translation in a build, in the compact form that the app takes.
 *
 * @param {string} tag
 */
export const compactFile = (tag) => `${quiz}.${tag}.quiz`;

/**
 * The name of a translation's introduction in a build.
 *
 * @param {string} tag
 */
export const introductionFile = (tag) => `${quiz}.intro.${tag}.json`;

/**
 * The introduction of a translation, for frame.html, whose words are in English.
 *
 * @param {string} tag
 */
export function introduction(tag) {
  const { language, direction, title, subtitle, intro, notice } = JSON.parse(textOf(tag));
  return JSON.stringify({ language, direction, title, subtitle, intro, notice });
}
