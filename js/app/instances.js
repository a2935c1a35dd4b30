/**
 * The instances whose quizzes are mounted in the module. When the module panics, all of them are closed: after a trap its memory
 * may be in any state.
 */
import { discard } from "./wasm-module.js";

/** The part of a `QuizInstance` that this file calls. @typedef {{ die(message: string, isToBlame: boolean): void }} Instance */

/** @type {Set<Instance>} */
const mounted = new Set();

/** The instance for which the module was last called. @type {Instance | undefined} */
let current;

let hasPanicked = false;

/**
 * Notes that the module is about to be called for an instance. If the module panics, that instance is to blame.
 *
 * @param {Instance} instance
 */
export const setCurrent = (instance) => {
  current = instance;
};

/**
 * Notes that an instance has a quiz in the module.
 *
 * @param {Instance} instance
 */
export const add = (instance) => mounted.add(instance);

/**
 * Notes that an instance has no quiz in the module any more.
 *
 * @param {Instance} instance
 */
export function remove(instance) {
  mounted.delete(instance);
  if (current === instance) current = undefined;
}

/**
 * Closes every instance. The module's panic hook calls this.
 *
 * @param {string} message
 */
export function panicked(message) {
  // A call to the module after the panic may panic again.
  if (hasPanicked) return;
  hasPanicked = true;
  const culprit = current;
  // The module is still on the call stack, and closing an instance may call code of the page.
  queueMicrotask(() => {
    discard();
    for (const instance of [...mounted]) instance.die(message, instance === culprit);
  });
}
