/**
 * What reads the quizzes and the drawings of other authors: a module of its own, which only a page that names such a quiz
 * fetches. It is there once for the page.
 */

import { arriving, inTime } from "./fetching.js";

let coming;
let tries = 0;

async function load() {
  // A browser may remember that a module failed to load, but not under another address.
  const again = tries++ ? `?${tries}` : "";
  const at = (name) => new URL(name + again, import.meta.url).href;
  const wasm = arriving(fetch(at("which-cause-parser_bg.wasm")));
  wasm.catch(() => {});
  const reader = await inTime(import(at("which-cause-parser.js")));
  await reader.default({ module_or_path: wasm });
  return reader;
}

/** Has it on its way. */
export function ahead() {
  coming ??= load();
  coming.catch(() => (coming = undefined));
  return coming;
}

/** Has it do something. What it throws are the problems of what it was given, unless it dies of that. */
async function use(work) {
  const reader = await ahead();
  try {
    return work(reader);
  } catch (error) {
    if (error.name !== "RuntimeError") throw error;
    // The next one gets another.
    coming = undefined;
    throw new Error(`it could not be read: ${error.message}`);
  }
}

/** The bytes of a quiz file in the compact form that the widget takes. */
export const quiz = (file) => use((reader) => reader.quiz(file));

/** Refuses the bytes of a drawings file that is wrong. */
export const drawings = (file) => use((reader) => reader.drawings(file));
