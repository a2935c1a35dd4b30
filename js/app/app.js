/**
 * The entry of the app's script, which the loader fetches. The build bundles it with the glue that wasm-bindgen writes, into
 * `which-cause-app.js`.
 */
import { QuizInstance } from "./quiz-instance.js";

export { load } from "./wasm-module.js";

/** @typedef {QuizInstance} Instance */

/**
 * Opens a quiz in an element's shadow root. Nobody sees it before `show` is called.
 *
 * @param {HTMLElement} element
 * @param {import("./quiz-instance.js").Options} options
 */
export const open = (element, options) => new QuizInstance(element, options);
