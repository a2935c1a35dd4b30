/**
 * Fetches the drawings that the pictures of quizzes are drawn from, once for the page, and draws. It is a file of its own,
 * `which-cause-pictures.js`, which comes beside the app: pictures never hold up a quiz, and one whose drawings are late,
 * broken or not there goes on in words.
 */
import css from "../../style/pictures.css";
import { draw } from "./drawing.js";
import { sheet } from "../app/style-sheet.js";

/** The drawings of the quiz that is compiled in, beside the app. */
const compiledIn = new URL(`${QUIZ}.drawings.json`, import.meta.url).href;

/** Gives a shadow root the style sheet of pictures. */
export const dress = sheet(css);

/** What was asked for, by address: when it is here, and, once it is, its drawings by name. */
const files = new Map();

/** The addresses whose drawings the page's owner has been warned of. */
const warned = new Set();

function warn(url, error) {
  if (warned.has(url)) return;
  warned.add(url);
  console.warn(`<which-cause>: no pictures, for want of ${url}: ${error.message}`);
}

async function get(url, check) {
  const response = await fetch(url, { priority: "low" });
  if (!response.ok) throw new Error(response.status);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Those that are shipped were checked when they were.
  if (url !== compiledIn) await check(bytes);
  return new Map(Object.entries(JSON.parse(new TextDecoder().decode(bytes)).drawings));
}

function file(url, check) {
  let it = files.get(url);
  if (!it) {
    files.set(url, (it = {}));
    it.here = get(url, check).then((drawings) => (it.drawings = drawings));
    it.here.catch((error) => {
      // The next quiz asks again.
      files.delete(url);
      warn(url, error);
    });
  }
  return it;
}

/** Fetches the drawings of the compiled-in quiz before anybody has started it, if anybody may. */
export function ahead() {
  if (document.querySelector("which-cause:not([quiz])")) file(compiledIn);
}

/**
 * Asks for the drawings that a quiz names: at `address`, relative to where the quiz is `from`, or to the app. `check` refuses
 * those that are wrong. The returned object says which drawings have arrived, and draws one into an `<svg>` element.
 */
export function drawings(root, address, from, check) {
  let url = address;
  try {
    url = new URL(address, from ?? compiledIn).href;
    const it = file(url, check);
    return {
      has: (name) => !!it.drawings?.has(name),
      draw(name, svg) {
        try {
          dress(root);
          draw(it.drawings.get(name), svg);
        } catch (error) {
          warn(url, error);
        }
      },
    };
  } catch (error) {
    warn(url, error);
  }
}
