/**
 * Fetches the drawings that the pictures of quizzes are drawn from, once for the page. They never hold up a quiz: one whose
 * drawings are late, broken or not there goes on in words.
 */

/** The drawings of the quiz that is compiled in, beside the app. */
const compiledIn = "upper-back-knots.drawings.json";

/** What was asked for, by address: when it is here, and, once it is, its text. */
const files = new Map();

/** The addresses whose drawings the page's owner has been warned of. */
const warned = new Set();

function warn(url, error) {
  if (warned.has(url)) return;
  warned.add(url);
  console.warn(`<which-cause>: no pictures, for want of ${url}: ${error.message}`);
}

async function get(url) {
  const response = await fetch(url, { priority: "low" });
  if (!response.ok) throw new Error(response.status);
  return response.text();
}

function file(url) {
  let it = files.get(url);
  if (!it) {
    files.set(url, (it = {}));
    it.here = get(url).then((text) => (it.text = text));
    // The next quiz asks again.
    it.here.catch(() => files.delete(url));
  }
  return it;
}

/** Where the drawings are that a quiz names. */
const resolve = (address, from = import.meta.url) => new URL(address, from).href;

/** Fetches the drawings of the compiled-in quiz before anybody has started it, if anybody may. */
export function ahead() {
  if (document.querySelector("which-cause:not([quiz])")) file(resolve(compiledIn));
}

/**
 * Asks for the drawings that a quiz names: at `address`, relative to where the quiz is `from`, or to the app.
 * They are given back where they are here already, and `draw` gets them in any case, once they are.
 */
export function drawings(address, from, draw) {
  let url = address;
  try {
    url = resolve(address, from);
    const it = file(url);
    it.here.then(draw).catch((error) => warn(url, error));
    return it.text;
  } catch (error) {
    warn(url, error);
  }
}
