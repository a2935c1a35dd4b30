/** The script that draws pictures. It is a file of its own, which nothing waits for. Where it does not arrive, a quiz has no pictures. */
import { warn } from "./attributes.js";

/** @typedef {typeof import("../pictures/pictures.js")} Pictures */

/** @type {Pictures | undefined} */
let pictures;

/** @type {Promise<Pictures | void> | undefined} */
let fetched;

/** @returns {Promise<Pictures>} */
const fetchScript = () =>
  // The build does not bundle this import: the script is a file beside the app's.
  // @ts-expect-error There is no such file among the sources.
  import("./which-cause-pictures.js");

function load() {
  return fetchScript().then(
    (module) => (pictures = module),
    ({ message }) => warn(`no pictures: ${message}`),
  );
}

/**
 * Uses the script: at once where it is here, else when it has arrived.
 *
 * @template T
 * @param {(pictures: Pictures) => T} use
 */
export const withPictures = (use) =>
  pictures ? use(pictures) : (fetched ??= load()).then((module) => module && use(module));

/**
 * Uses the script if it is here.
 *
 * @param {(pictures: Pictures) => void} use
 */
export const ifPictures = (use) => pictures && use(pictures);
