/**
 * The texts of quizzes: where those are that an element wants, and each fetched once for the page. `tools/app.mjs` puts in
 * which translations of the compiled-in quiz the build has.
 */
import { language, read } from "./attributes.js";
import { lookup, translated } from "./lookup.js";

/** Where the compiled-in quiz would be: its translations are there. */
const compiledIn = new URL(`${QUIZ}.json`, import.meta.url);

/**
 * Where an element's quiz is: in the language around it, where there is that, and in its own language, by which nothing
 * stands for the quiz that is compiled in.
 */
export function addresses(element) {
  const quiz = read(element, "quiz");
  const own = quiz && new URL(quiz, document.baseURI).href;
  const named = read(element, "translations")?.trim().split(/\s+/);
  const tag = lookup(language(element), named ?? (quiz ? [] : TRANSLATIONS));
  return tag ? [translated(own ?? compiledIn, tag), own] : [own];
}

/** What has been asked for, by its address. */
const asked = new Map();

async function ask(address) {
  try {
    const response = await fetch(address);
    if (response.ok) return await response.text();
    throw new Error(response.status);
  } catch ({ message }) {
    throw new Error(`${address}: ${message}`);
  }
}

/** The text at an address; nothing for the quiz that is compiled in. */
export function text(address) {
  if (!address) return;
  if (!asked.has(address)) {
    const answer = ask(address);
    asked.set(address, answer);
    // Whoever asks again asks the network.
    answer.catch(() => forget(address));
  }
  return asked.get(address);
}

/** Has the next one who wants a text ask the network for it. */
export const forget = (address) => asked.delete(address);

/** Fetches what the elements of the page will want, as far as their quiz is the compiled-in one. */
export function ahead() {
  for (const element of document.querySelectorAll("which-cause:not([quiz])")) text(addresses(element)[0]);
}
