// The two visits of a page. One reader reads the article down to the quiz and takes it. Another came for the quiz and starts it as
// soon as possible. Each has an empty cache.
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { heapUsage, mainThreadTime, onPhone } from "./phone.mjs";
import { quiz, testCases } from "./quiz-texts.mjs";
import { categories, longestTasks } from "./longest-tasks.mjs";

/** The pauses of a reader, in milliseconds: after the load event, with the quiz in view, before Next, and after it. */
const afterLoad = 2000;
const beforeStart = 3000;
const beforeNext = 150;
// The widget drops a press within 350 milliseconds of a new screen.
const afterPress = 450;

const sum = (list, value) => list.reduce((total, entry) => total + value(entry), 0);

/** Adds page-observer.js to the page, before any script of its own. */
export async function observe(page, selectors) {
  const { host, start, busy, question, result } = selectors;
  await page.addInitScript({
    content: `window.benchPage = ${JSON.stringify({ host, start, busy, question, result })};`,
  });
  await page.addInitScript({ path: fileURLToPath(new URL("page-observer.js", import.meta.url)) });
}

/** Reads down to the quiz and takes it. Without a quiz, reads to the end of the article. */
export const visitAsReader = (browser, url, selectors) =>
  onPhone(browser, async ({ page, devtools, loaded }) => {
    await observe(page, selectors);
    await browser.startTracing(page, { categories });
    await page.goto(url, { waitUntil: "load" });
    await wait(afterLoad);
    const first = { ...(await mainThreadTime(devtools)), ...loaded() };
    const { loadedAt, paints, largest } = await page.evaluate(() => bench.entries);
    const firstPaint = paints["first-contentful-paint"];

    // The page scrolls to the quiz, or to its end.
    await page.evaluate((host) => {
      const end = (host && document.querySelector(host)) ?? document.querySelector("article").lastElementChild;
      end.scrollIntoView({ block: "end", behavior: "instant" });
    }, selectors.host);
    await wait(beforeStart);
    const before = { ...(await mainThreadTime(devtools)), ...loaded() };
    const start = await page.evaluate(() => performance.now());
    const started = selectors.host ? await press(page, locate(page, selectors, "start")) : undefined;
    const tasks = longestTasks(await browser.stopTracing(), { loadedAt, firstPaint });
    const taken = selectors.host ? await takeQuiz(page, devtools, selectors) : {};

    const { shifts, long } = await page.evaluate(() => bench.entries);
    // The task that reads the time has not ended at that time, so it does not count.
    const early = (list) => list.filter(({ at, duration = 0 }) => at + duration < start);
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
      longBefore: sum(early(long), ({ duration }) => duration),
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

/** Presses Start as soon as possible. Returns times in milliseconds since navigation. */
export const visitInHaste = (browser, url, selectors) =>
  onPhone(browser, async ({ page }) => {
    await observe(page, selectors);
    await page.exposeFunction("benchPress", (x, y) => page.touchscreen.tap(x, y));
    await page.goto(url, { waitUntil: "commit" });
    return page.evaluate(() => bench.startAtOnce());
  });

/** The element of the quiz for one of the page's selectors. */
export const locate = (page, selectors, key) => page.locator(selectors.host).locator(selectors[key]);

/** Presses something that shows another screen. Returns the milliseconds until that is painted. */
export async function press(page, target) {
  // The page keeps the promise, because the press comes after this call.
  await page.evaluate(() => void (bench.shown = bench.next()));
  await target.tap();
  const duration = await page.evaluate(() => bench.shown);
  // Layout shifts after the paint are recorded too.
  await wait(afterPress);
  return duration;
}

/** The test case that takes the quiz on every page, and the positions of its choices at each step. */
const testCase = testCases.find(({ expect }) => expect.verdict === "leads" && expect.first === "posture");
const positions = [...quiz.screens, ...quiz.questions].map(({ id, choices }) => {
  const picked = [testCase.safety[id] ?? testCase.answers[id] ?? "none"].flat();
  return picked.map((choice) => choices.findIndex(({ id }) => id === choice));
});

/** Takes the quiz to its result. Returns the milliseconds of each Next, and the memory at the end. */
async function takeQuiz(page, devtools, selectors) {
  const answers = [];
  for (const picked of positions) {
    for (const position of picked) await locate(page, selectors, "choice").nth(position).tap();
    await wait(beforeNext);
    answers.push(await press(page, locate(page, selectors, "next")));
  }
  const finished = answers.pop();
  return { answers, finished, ...(await heapUsage(devtools)), wasm: await page.evaluate(() => bench.wasm()) };
}
