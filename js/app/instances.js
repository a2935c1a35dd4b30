/** The instances that use the module. When it panics, all of them are closed: after a trap its memory may be in any state. */
import { reportPanic } from "./wasm-module.js";

/** The part of a `QuizInstance` that this file calls. @typedef {{ closeAfterPanic(message: string, hasCaused: boolean): void }} Instance */

/** @type {Set<Instance>} */
const open = new Set();

/** The instance for which the module was last called. @type {Instance | undefined} */
let called;

let hasPanicked = false;

/**
 * Notes that the module is about to be called for an instance. If the module panics, that instance has caused it.
 *
 * @param {Instance} instance
 */
export const setCalled = (instance) => {
  called = instance;
};

/**
 * Notes that an instance uses the module.
 *
 * @param {Instance} instance
 */
export const add = (instance) => open.add(instance);

/**
 * Notes that an instance does not use the module any more.
 *
 * @param {Instance} instance
 */
export function remove(instance) {
  open.delete(instance);
  if (called === instance) called = undefined;
}

/**
 * Closes every instance. The module's panic hook calls this.
 *
 * @param {string} message
 */
export function handlePanic(message) {
  // A call to the module after the panic may panic again.
  if (hasPanicked) return;
  hasPanicked = true;
  const causer = called;
  // The module is still on the call stack, and closing an instance may call code of the page.
  queueMicrotask(() => {
    reportPanic();
    for (const instance of open) instance.closeAfterPanic(message, instance === causer);
  });
}
