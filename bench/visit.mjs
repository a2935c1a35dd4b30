// What readers do on a page: one reads the article down to the quiz and takes it, another came for the quiz and starts it as
// soon as that can be done. Each has a browser that has seen nothing yet.
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { heap, onPhone, work } from "./phone.mjs";
import { quiz, readers } from "./texts.mjs";
import { categories, longest } from "./trace.mjs";

/** How long a page is left alone after its load event, and how long a reader looks at the quiz before Start. */
const settled = 2000;
const looked = 3000;
/** How long a reader waits before Next, when the tick has been shown, and after it, when the question has come to rest. */
const ticked = 150;
const rested = 300;

const sum = (list, of) => list.reduce((sum, it) => sum + of(it), 0);

/** Has the page watched from its first moment. */
export async function watched(page, where) {
  const { host, start, busy, asked, result } = where;
  await page.addInitScript({ content: `window.benchPage = ${JSON.stringify({ host, start, busy, asked, result })};` });
  await page.addInitScript({ path: fileURLToPath(new URL("watch.js", import.meta.url)) });
}

/** Reads from the top down to the end of the article, and where there is a quiz takes all of it. */
export const reads = (browser, url, where) =>
  onPhone(browser, async ({ page, devtools, loaded }) => {
    await watched(page, where);
    await browser.startTracing(page, { categories });
    await page.goto(url, { waitUntil: "load" });
    await wait(settled);
    const first = { ...(await work(devtools)), ...loaded() };
    const { born, paints, largest } = await page.evaluate(() => bench.seen);
    const firstPaint = paints["first-contentful-paint"];

    // Reading on, to the quiz, or to where it would be.
    await page.evaluate((host) => {
      const end = (host && document.querySelector(host)) ?? document.querySelector("article").lastElementChild;
      end.scrollIntoView({ block: "end", behavior: "instant" });
    }, where.host);
    await wait(looked);
    const before = { ...(await work(devtools)), ...loaded() };
    const start = await page.evaluate(() => performance.now());
    const started = where.host ? await press(page, at(page, where, "start")) : undefined;
    const tasks = longest(await browser.stopTracing(), { born, firstPaint });
    const taken = where.host ? await takes(page, devtools, where) : {};

    const { shifts, long } = await page.evaluate(() => bench.seen);
    // Asking for the time is a task as well, which had begun by then and is not the page's.
    const early = (list) => list.filter(({ at, lasted = 0 }) => at + lasted < start);
    return {
      firstPaint,
      largestPaint: largest,
      bytesLoaded: first.bytes,
      bytesBefore: before.bytes,
      bytesAll: loaded().bytes,
      requestsLoaded: first.requests,
      requestsBefore: before.requests,
      requestsAll: loaded().requests,
      mainLoaded: first.main,
      mainBefore: before.main,
      scriptLoaded: first.script,
      scriptBefore: before.script,
      longBefore: sum(early(long), ({ lasted }) => lasted),
      longestFirst: tasks.first,
      longestBefore: tasks.before,
      longestStart: tasks.start,
      shiftBefore: sum(early(shifts), ({ value }) => value),
      shiftUncaused: sum(shifts, ({ value, caused }) => (caused ? 0 : value)),
      started,
      ...taken,
      shifts,
    };
  });

/** Starts the quiz as soon as a press on Start is heeded; gives the milliseconds since navigation. */
export const startsAtOnce = (browser, url, where) =>
  onPhone(browser, async ({ page }) => {
    await watched(page, where);
    await page.exposeFunction("benchPress", (x, y) => page.touchscreen.tap(x, y));
    await page.goto(url, { waitUntil: "commit" });
    return page.evaluate(() => bench.atOnce());
  });

export const at = (page, { host, ...where }, key) => page.locator(host).locator(where[key]);

/** Presses something that leads to something else; gives the milliseconds until that has been painted. */
export async function press(page, target) {
  // Kept by the page: to wait for it from here would be to press only once it is over.
  await page.evaluate(() => void (bench.shown = bench.next()));
  await target.tap();
  const took = await page.evaluate(() => bench.shown);
  // What still moves after that is seen as well.
  await wait(rested);
  return took;
}

/** The reader that every page gets, and the places of what they pick at each step. */
const reader = readers.find(({ expect }) => expect.verdict === "leads" && expect.first === "posture");
const places = [...quiz.screens, ...quiz.questions].map(({ id, choices }) => {
  const picked = [reader.safety[id] ?? reader.answers[id] ?? "none"].flat();
  return picked.map((it) => choices.findIndex(({ id }) => id === it));
});

/** Takes the quiz from its first question to its result: the milliseconds of each Next, and what the page keeps then. */
async function takes(page, devtools, where) {
  const answers = [];
  for (const picked of places) {
    for (const place of picked) await at(page, where, "choice").nth(place).tap();
    await wait(ticked);
    answers.push(await press(page, at(page, where, "next")));
  }
  const finished = answers.pop();
  return { answers, finished, ...(await heap(devtools)), wasm: await page.evaluate(() => bench.wasm()) };
}
