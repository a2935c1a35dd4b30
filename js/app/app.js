/**
 * The entry of the app's script, which the loader fetches. The build bundles it with the glue that wasm-bindgen writes, into
 * `which-cause-app.js`.
 */
import { warnOfMistakes } from "./embedding-warnings.js";
import { plural } from "./number-format.js";
import { withPictures } from "./pictures-module.js";
import { prefetchQuizzes } from "./quiz-sources.js";
import { QuizInstance } from "./quiz-instance.js";
import { deviceTimeZone } from "./region.js";
import { prepare, whenReady } from "./wasm-module.js";
import { adoptWidgetStyles } from "./widget-styles.js";

export { load } from "./wasm-module.js";

/** @typedef {QuizInstance} Instance */

/**
 * Opens a quiz in an element's shadow root. `instance.started` says when the quiz can be seen.
 *
 * @param {HTMLElement} element
 * @param {import("./quiz-instance.js").StartOptions} options
 */
export const open = (element, options) => new QuizInstance(element, options);

/** Fetches the files that the page's elements need besides the app, and prepares the module while the page is idle. */
export function prefetch() {
  for (const element of document.querySelectorAll("which-cause")) warnOfMistakes(element);
  prefetchQuizzes();
  withPictures((pictures) => pictures.prefetch());
  // The work that a press of Start would wait for, one piece in each idle period of the page.
  const loadPlurals = () => plural(document.documentElement.lang || "en", 1);
  const tasks = [prepare, () => adoptWidgetStyles(), loadPlurals, deviceTimeZone];
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  const next = () => {
    tasks.shift()?.();
    if (tasks.length) whenIdle(next);
  };
  whenReady()
    .then(() => whenIdle(next))
    .catch(() => {});
}
