/**
 * Fetches the drawings of quizzes, once for the page, and makes pictures of them. The build bundles it as `which-cause-pictures.js`,
 * which is fetched beside the app. A quiz never waits for pictures. If its drawings are late, broken or missing, it goes on in words.
 */
import css from "../../style/pictures.css";
import { MAX_FILE_BYTES, withTimeout } from "../app/fetching.js";
import { sharedSheet } from "../app/style-sheet.js";
import { draw } from "./drawing.js";

/** @typedef {import("./drawing.js").Drawing} Drawing */

/** @typedef {(file: Uint8Array) => Promise<unknown>} Check Throws the problems of a broken drawings file. */

/**
 * @typedef {object} DrawingsFile
 * @property {Map<string, Drawing>} [drawings] By name, once the file has arrived.
 * @property {Promise<unknown>} [settled] Fulfilled when it has arrived, and when it will not.
 */

/** The address of the compiled-in quiz's drawings, beside the app. */
const compiledIn = new URL(`${QUIZ}.drawings.json`, import.meta.url).href;

/** Gives a shadow root the style sheet of pictures. */
export const adoptPictureStyles = sharedSheet(css);

/** The drawings files, by address. @type {Map<string, DrawingsFile>} */
const files = new Map();

/** The addresses that the console has named. @type {Set<string>} */
const warned = new Set();

/**
 * @param {string} url
 * @param {unknown} error
 */
function warn(url, error) {
  if (warned.has(url)) return;
  warned.add(url);
  console.warn(`<which-cause>: no pictures, for want of ${url}: ${/** @type {Error} */ (error).message}`);
}

/**
 * @param {string} url
 * @param {Check} [check]
 * @returns {Promise<Map<string, Drawing>>}
 */
async function fetchDrawings(url, check) {
  const response = await withTimeout(fetch(url, { priority: "low" }), MAX_FILE_BYTES);
  if (!response.ok) throw new Error(String(response.status));
  const bytes = new Uint8Array(await response.arrayBuffer());
  // The build has checked the compiled-in quiz's drawings.
  if (url !== compiledIn) await check?.(bytes);
  return new Map(Object.entries(JSON.parse(new TextDecoder().decode(bytes)).drawings));
}

/**
 * The drawings file at an address, which it fetches unless the page has it.
 *
 * @param {string} url
 * @param {Check} [check]
 */
function fileAt(url, check) {
  const known = files.get(url);
  if (known) return known;
  /** @type {DrawingsFile} */
  const file = {};
  files.set(url, file);
  file.settled = fetchDrawings(url, check)
    .then((drawings) => (file.drawings = drawings))
    .catch((error) => {
      // The next quiz fetches the file again.
      files.delete(url);
      warn(url, error);
    });
  return file;
}

/** Fetches the drawings of the compiled-in quiz. Fulfilled when they have arrived, and when they will not. */
export const prefetch = () => fileAt(compiledIn).settled;

/**
 * The drawings of one quiz, for one shadow root.
 *
 * @typedef {object} Drawings
 * @property {(name: string) => boolean} has Whether a drawing has arrived.
 * @property {(name: string, svg: SVGElement) => void} draw Draws a drawing that has arrived into an empty `<svg>` element.
 */

/**
 * Fetches the drawings of a quiz.
 *
 * @param {ShadowRoot} root
 * @param {string} address As the quiz names it: relative to the quiz file, or to the app.
 * @param {string | undefined} quizUrl The address of the quiz file; undefined for the compiled-in quiz.
 * @param {Check} check
 * @returns {Drawings | undefined} Undefined for an address that is none.
 */
export function drawings(root, address, quizUrl, check) {
  let url = address;
  try {
    url = new URL(address, quizUrl ?? compiledIn).href;
    const file = fileAt(url, check);
    return {
      has: (name) => !!file.drawings?.has(name),
      draw(name, svg) {
        try {
          adoptPictureStyles(root);
          const drawing = file.drawings?.get(name);
          if (drawing) draw(drawing, svg);
        } catch (error) {
          warn(url, error);
        }
      },
    };
  } catch (error) {
    warn(url, error);
  }
}
