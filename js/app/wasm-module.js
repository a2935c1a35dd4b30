/**
 * The widget's WebAssembly module. The page has one at a time: after a panic the loader fetches another copy of the app with a
 * module of its own.
 */
import init from "which-cause-glue";
import { arriving } from "./fetching.js";

export { mount, prepare } from "which-cause-glue";

/** @type {Promise<unknown>} */
let ready;

/** @type {() => void} */
let onLost;

/**
 * Compiles and starts the module.
 *
 * @param {Promise<Response>} wasm The module, on its way.
 * @param {() => void} whenLost Called when the module does not arrive, and when it has panicked. The loader fetches another.
 */
export function load(wasm, whenLost) {
  onLost = whenLost;
  ready = init({ module_or_path: arriving(wasm) });
  ready.catch(onLost);
}

/** Fulfilled when the module can be called. */
export const whenReady = () => ready;

/** Has the loader fetch another module at the next start. */
export const discard = () => onLost();
