/**
 * The parser of other authors' quizzes and drawings: a WebAssembly module of its own. Only a page that names such a quiz fetches it,
 * once.
 */
import { withTimeout, inTime } from "./fetching.js";

/**
 * @typedef {object} Parser The glue that wasm-bindgen writes for `crates/parser`.
 * @property {(source: { module_or_path: Promise<Response> }) => Promise<unknown>} default
 * @property {(file: Uint8Array, original?: Uint8Array) => Uint8Array} quiz
 * @property {(file: Uint8Array) => void} drawings
 */

/** @type {Promise<Parser> | undefined} */
let parser;
let attempts = 0;

async function load() {
  // A browser may remember that a module failed to load. It does not under another address.
  const query = attempts++ ? `?${attempts}` : "";
  /** @param {string} name */
  const urlOf = (name) => new URL(name + query, import.meta.url).href;
  const wasm = withTimeout(fetch(urlOf("which-cause-parser_bg.wasm")));
  wasm.catch(() => {});
  /** @type {Parser} */
  const loaded = await inTime(import(urlOf("which-cause-parser.js")));
  await loaded.default({ module_or_path: wasm });
  return loaded;
}

/** Fetches the parser. After a failure the next call tries again. */
export function loadParser() {
  if (!parser) (parser = load()).catch(() => (parser = undefined));
  return parser;
}

/**
 * Calls the parser. Its errors are the problems of the file, unless it panics.
 *
 * @template T
 * @param {(parser: Parser) => T} call
 */
async function callParser(call) {
  const loaded = await loadParser();
  try {
    return call(loaded);
  } catch (thrown) {
    const error = /** @type {Error} */ (thrown);
    if (error.name !== "RuntimeError") throw error;
    // The next call fetches another one.
    parser = undefined;
    throw new Error(`it could not be read: ${error.message}`);
  }
}

/**
 * A quiz file in the compact form that the widget takes. Throws the problems of a broken file, and those of a translation that does
 * not fit its original.
 *
 * @param {Uint8Array} file
 * @param {Uint8Array} [original]
 */
export const parseQuiz = (file, original) => callParser((loaded) => loaded.quiz(file, original));

/**
 * Throws the problems of a broken drawings file.
 *
 * @param {Uint8Array} file
 */
export const checkDrawings = (file) => callParser((loaded) => loaded.drawings(file));
