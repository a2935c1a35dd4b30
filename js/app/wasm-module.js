/** The app's WebAssembly module. A page runs one at a time: after a panic, the loader imports the app again with a new one. */
import { initSync } from "which-cause-glue";
import { withTimeout } from "./fetching.js";

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
  ready = start(wasm);
  ready.catch(onLost);
}

/** @param {Promise<Response>} wasm */
async function start(wasm) {
  initSync({ module: await compile(await withTimeout(wasm)) });
}

/**
 * The module of a response. It is compiled while its bytes arrive, unless the server names another type: browsers refuse that.
 * (The glue has a function that takes more kinds of source. It is 480 bytes larger.)
 *
 * @param {Response} response
 */
async function compile(response) {
  if (!response.ok) throw new Error(`the module could not be fetched: the server answers ${response.status}`);
  if (response.headers.get("Content-Type") === "application/wasm") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** A promise that resolves when the module can be called. */
export const whenReady = () => ready;

/** Tells the loader that the module has panicked. The next start loads another. */
export const reportPanic = () => reportLoss();
