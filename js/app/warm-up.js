/** The work that a press of Start would wait for, done before while the page is idle. */
import { plural } from "./number-format.js";
import { deviceTimeZone } from "./region.js";
import { prepare, whenReady } from "./wasm-module.js";
import { adoptWidgetStyles } from "./widget-styles.js";

/** The tasks in their order. The first lookups of a time zone and of a language are slow, and need no module. */
const TASKS = [
  deviceTimeZone,
  () => plural(document.documentElement.lang || "en", 1),
  () => adoptWidgetStyles(),
  whenReady,
  prepare,
];

/** Fulfilled in the page's next idle period. */
const idle = () => new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));

async function doTasks() {
  // One in each idle period: together they would hold up a press.
  for (const task of TASKS) {
    await idle();
    await task();
  }
}

/** @type {Promise<void> | undefined} */
let tasksDone;

/** Does the work once for all quizzes of the page. Fulfilled in an idle period after it. */
export async function warmUp() {
  await (tasksDone ??= doTasks());
  await idle();
}
