/**
 * The addresses of an element's quiz, and the quizzes behind them, in the compact form that the widget takes. The page fetches each
 * once. The build puts in the translations of the compiled-in quiz.
 */
import { language, read } from "./attributes.js";
import { webUrl } from "./course.js";
import { fetchBytes } from "./fetching.js";
import { lookup, translated } from "./language-tags.js";
import { loadParser, parseQuiz } from "./parser.js";

/** @typedef {{ quiz: Uint8Array, file: Uint8Array, url: string }} FetchedQuiz A quiz in its compact form, its file, and its address
 * after redirects. */

/** The addresses of the compiled-in quiz's translations, which are in the compact form already, by language tag. */
const compactTranslations = new Map(
  TRANSLATIONS.map((tag) => [tag, translated(new URL(`${QUIZ}.quiz`, import.meta.url), tag)]),
);

/**
 * The address of the quiz that an element names; undefined for the compiled-in quiz. Throws if the address is not one of the web.
 *
 * @param {Element} element
 */
export function namedQuiz(element) {
  const quiz = read(element, "quiz");
  if (!quiz) return;
  const url = webUrl(quiz);
  // The compiled-in quiz is no substitute: it may have another subject.
  if (!url) throw new Error(`quiz="${quiz}" is not a web address`);
  return url.href;
}

/**
 * The addresses of an element's quiz: in the language around the element, if there is such a translation, then in its own language.
 * Undefined means the compiled-in quiz. Throws if the element names an address that is not one of the web.
 *
 * @param {Element} element
 * @returns {[wanted: string | undefined, own?: string]}
 */
export function addresses(element) {
  const own = namedQuiz(element);
  const tag = lookup(language(element), read(element, "translations")?.split(/\s+/) ?? (own ? [] : TRANSLATIONS));
  // Only translations that come with the app are known to fit the compiled-in quiz.
  const translation = tag && (own ? translated(own, tag) : compactTranslations.get(tag));
  return translation ? [translation, own] : [own];
}

/**
 * The fetched quizzes, by address.
 *
 * @type {Map<string | undefined, Promise<FetchedQuiz>>}
 */
const fetched = new Map();

/**
 * @param {string} address
 * @param {string} [original]
 * @returns {Promise<FetchedQuiz>}
 */
async function fetchAndParse(address, original) {
  const isCompact = [...compactTranslations.values()].includes(address);
  if (!isCompact) loadParser();
  const request = fetchBytes(address);
  // A translation is compared with its original, which arrives at the same time.
  const originalQuiz = fetchQuiz(original);
  originalQuiz?.catch(() => {});
  const { bytes: file, url } = await request;
  try {
    return { quiz: isCompact ? file : await parseQuiz(file, (await originalQuiz)?.file), file, url };
  } catch (error) {
    throw new Error(`${address}: ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * The quiz at an address; undefined for the compiled-in quiz. A translation that does not fit its original counts as broken.
 *
 * @param {string | undefined} address
 * @param {string} [original] The address of the quiz in its own language.
 * @returns {Promise<FetchedQuiz> | undefined}
 */
export function fetchQuiz(address, original) {
  if (!address) return;
  const known = fetched.get(address);
  if (known) return known;
  const quiz = fetchAndParse(address, original);
  fetched.set(address, quiz);
  // After a failure the next call fetches again.
  quiz.catch(() => forget(address));
  return quiz;
}

/**
 * Has the next call of `fetchQuiz` fetch the quiz again.
 *
 * @param {string | undefined} address
 */
export const forget = (address) => fetched.delete(address);
