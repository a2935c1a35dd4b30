/**
 * The quizzes of elements: where they are in the language around an element, and each fetched once for the page, in the compact
 * form that the module takes. `tools/app.mjs` puts in which translations of the compiled-in quiz the build has.
 */
import { language, read } from "./attributes.js";
import { ofTheWeb } from "./course.js";
import { bytesAt } from "./fetching.js";
import { lookup, translated } from "./language-tags.js";
import * as reader from "./parser.js";

/** Where the compiled-in quiz would be, if it were a file. */
const compiledIn = new URL(`${QUIZ}.json`, import.meta.url);

/** Where its translations are that the build has, in their compact form. */
const shipped = new Map(
  TRANSLATIONS.map((tag) => [tag, translated(new URL(`${QUIZ}.quiz`, import.meta.url), tag)]),
);

/** The address that an element names as its quiz's; nothing for the one that is compiled in. Throws where it is none of the web. */
export function named(element) {
  const quiz = element.getAttribute("quiz");
  if (!quiz) return;
  const url = ofTheWeb(quiz);
  // The quiz that is compiled in may be about something else altogether.
  if (!url) throw new Error(`quiz="${quiz}" is no address of the web`);
  return url.href;
}

/**
 * Where an element's quiz is: in the language around it, where there is that, and in its own language, by which nothing
 * stands for the quiz that is compiled in. Throws where the element names no address of the web.
 */
export function addresses(element) {
  const own = named(element);
  const tag = lookup(language(element), read(element, "translations")?.split(/\s+/) ?? (own ? [] : TRANSLATIONS));
  if (!tag) return [own];
  return [(!own && shipped.get(tag)) || translated(own ?? compiledIn, tag), own];
}

/** What has been asked for, by its address. */
const asked = new Map();

async function ask(address) {
  const compact = [...shipped.values()].includes(address);
  if (!compact) reader.ahead();
  const { bytes, url } = await bytesAt(address);
  try {
    return { quiz: compact ? bytes : await reader.quiz(bytes), url };
  } catch ({ message }) {
    throw new Error(`${address}: ${message}`);
  }
}

/** The quiz at an address, and where it came from in the end; nothing for the one that is compiled in. */
export function quiz(address) {
  if (!address) return;
  if (!asked.has(address)) {
    const answer = ask(address);
    asked.set(address, answer);
    // Whoever asks again asks the network.
    answer.catch(() => forget(address));
  }
  return asked.get(address);
}

/** Has the next one who wants a quiz ask the network for it. */
export const forget = (address) => asked.delete(address);

/** Fetches what the elements of the page will want, as far as their quiz is the compiled-in one. */
export function ahead() {
  for (const element of document.querySelectorAll("which-cause:not([quiz])")) quiz(addresses(element)[0]);
}
