// Checks the drawings and the translations of the compiled-in quiz, and writes the translations as the app takes them. The parser's
// module does that, as it does for the quizzes of other authors. A problem ends the build.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { compactFile, introduction, introductionFile, quiz, textOf, translations } from "./translations.mjs";

/**
 * Writes the translations into a folder that has the parser's module and its glue.
 *
 * @param {string} folder
 */
export async function encodeQuizzes(folder) {
  const parser = await loadParser(folder);
  const drawings = `${quiz}.drawings.json`;
  checked(drawings, () => parser.drawings(readFileSync(join(folder, drawings))));
  if (!translations.length) throw new Error(`quizzes/ has no translation of ${quiz}`);
  const original = readFileSync(`quizzes/${quiz}.json`);
  for (const tag of translations) {
    const file = new TextEncoder().encode(textOf(tag));
    writeFileSync(
      join(folder, compactFile(tag)),
      checked(`${quiz}.${tag}.json`, () => parser.quiz(file, original)),
    );
    writeFileSync(join(folder, introductionFile(tag)), introduction(tag));
  }
}

/** @param {string} folder */
async function loadParser(folder) {
  const [glue, module] = ["which-cause-parser.js", "which-cause-parser_bg.wasm"].map((name) => resolve(folder, name));
  for (const file of [glue, module])
    if (!existsSync(file)) throw new Error(`${file} is missing: index.html has Trunk make it`);
  const parser = await import(pathToFileURL(glue).href);
  parser.initSync({ module: readFileSync(module) });
  return parser;
}

/**
 * The result of a call of the parser. Its errors name the file.
 *
 * @template T
 * @param {string} file
 * @param {() => T} parse
 */
function checked(file, parse) {
  try {
    return parse();
  } catch (error) {
    throw new Error(`${file}:\n${/** @type {Error} */ (error).message}`, { cause: error });
  }
}
