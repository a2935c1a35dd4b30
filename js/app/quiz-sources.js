/**
 * The addresses of an element's quiz, and the quizzes behind them, in the compact form that the widget takes. The page fetches each
 * once. The build puts in the translations of the compiled-in quiz.
 */
import { language, read } from "./attributes.js";
import { webUrl } from "./course.js";
import { fetchBytes } from "./fetching.js";
import { lookup, translated } from "./language-tags.js";
import { loadParser, parseQuiz } from "./parser.js";

/** @typedef {{ quiz: Uint8Array, url: string }} FetchedQuiz A quiz in its compact form, and its address after redirects. */

/** The address that the compiled-in quiz would have as a file. */
const compiledIn = new URL(`${QUIZ}.json`, import.meta.url);

/** The addresses of its translations, which are in the compact form already, by language tag. */
const compactTranslations = new Map(
  TRANSLATIONS.map((tag) => [tag, translated(new URL(`${QUIZ}.quiz`, import.meta.url), tag)]),
);

/**
 * The address of the quiz that an element names; undefined for the compiled-in quiz. Throws if the address is not one of the web.
 *
 * @param {Element} element
 */
export function namedQuiz(element) {
  const quiz = element.getAttribute("quiz");
  if (!quiz) return;
  const url = webUrl(quiz);
  // The compiled-in quiz is no substitute: it may have another subject.
  if (!url) throw new Error(`quiz="${quiz}" is no address of the web`);
  return url.href;
}

/**
 * The addresses of an element's quiz: in the language around the element, if there is such a translation, then in its own language.
 * Undefined means the compiled-in quiz. Throws if the element names an address that is not one of the web.
 *
 * @param {Element} element
 */
export function addresses(element) {
  const own = namedQuiz(element);
  const tag = lookup(language(element), read(element, "translations")?.split(/\s+/) ?? (own ? [] : TRANSLATIONS));
  if (!tag) return [own];
  return [(!own && compactTranslations.get(tag)) || translated(own ?? compiledIn, tag), own];
}

/**
 * The fetched quizzes, by address.
 *
 * @type {Map<string | undefined, Promise<FetchedQuiz>>}
 */
const fetched = new Map();

/** @param {string} address */
async function fetchAndParse(address) {
  const isCompact = [...compactTranslations.values()].includes(address);
  if (!isCompact) loadParser();
  const { bytes, url } = await fetchBytes(address);
  try {
    return { quiz: isCompact ? bytes : await parseQuiz(bytes), url };
  } catch (error) {
    throw new Error(`${address}: ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * The quiz at an address; undefined for the compiled-in quiz.
 *
 * @param {string | undefined} address
 */
export function fetchQuiz(address) {
  if (!address) return;
  const known = fetched.get(address);
  if (known) return known;
  const quiz = fetchAndParse(address);
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

/** Fetches the translations that the page's elements need of the compiled-in quiz. */
export function prefetchQuizzes() {
  for (const element of document.querySelectorAll("which-cause:not([quiz])")) fetchQuiz(addresses(element)[0]);
}
