/**
 * The quizzes of elements: where they are in the language around an element, and each fetched once for the page, in the compact
 * form that the module takes. `tools/app.mjs` puts in which translations of the compiled-in quiz the build has.
 */
import { language, read } from "./attributes.js";
import { lookup, translated } from "./lookup.js";
import * as reader from "./reader.js";

/** Where the compiled-in quiz would be, if it were a file. */
const compiledIn = new URL(`${QUIZ}.json`, import.meta.url);

/** Where its translations are that the build has, in their compact form. */
const shipped = new Map(
  TRANSLATIONS.map((tag) => [tag, translated(new URL(`${QUIZ}.quiz`, import.meta.url), tag)]),
);

/**
 * Where an element's quiz is: in the language around it, where there is that, and in its own language, by which nothing
 * stands for the quiz that is compiled in.
 */
export function addresses(element) {
  const quiz = read(element, "quiz");
  const own = quiz && new URL(quiz, document.baseURI).href;
  const named = read(element, "translations")?.trim().split(/\s+/);
  const tag = lookup(language(element), named ?? (quiz ? [] : TRANSLATIONS));
  if (!tag) return [own];
  return [(!own && shipped.get(tag)) || translated(own ?? compiledIn, tag), own];
}

/** What has been asked for, by its address. */
const asked = new Map();

async function get(address) {
  try {
    const response = await fetch(address);
    if (response.ok) return response;
    throw new Error(response.status);
  } catch ({ message }) {
    throw new Error(`${address}: ${message}`);
  }
}

async function ask(address) {
  const compact = [...shipped.values()].includes(address);
  if (!compact) reader.ahead();
  const response = await get(address);
  try {
    const bytes = new Uint8Array(await response.arrayBuffer());
    return compact ? bytes : await reader.quiz(bytes);
  } catch ({ message }) {
    throw new Error(`${address}: ${message}`);
  }
}

/** The quiz at an address; nothing for the one that is compiled in. */
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
