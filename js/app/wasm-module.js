/** The app's WebAssembly module. A page runs one at a time: after a panic, the loader imports the app again with a new one. */
import init from "which-cause-glue";
import { arriving } from "./fetching.js";

export { mount, prepare } from "which-cause-glue";

/** @type {Promise<unknown>} */
let ready;

/** @type {() => void} */
let reportLoss;

/**
 * Compiles and starts the module.
 *
 * @param {Promise<Response>} wasm The response with the module.
 * @param {() => void} onLost Called when the module fails to load, and when it has panicked.
 */
export function load(wasm, onLost) {
  reportLoss = onLost;
  ready = init({ module_or_path: arriving(wasm) });
  ready.catch(onLost);
}

/** A promise that resolves when the module can be called. */
export const whenReady = () => ready;

/** Tells the loader that the module has panicked. The next start loads another. */
export const reportPanic = () => reportLoss();
