// The visits of a page. One reader reads the article down to the quiz and takes it. Another came for the quiz and starts it as soon
// as possible. A third gets no scripts. Each has an empty cache.
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

const uncaused = (shifts) => sum(shifts, ({ value, caused }) => (caused ? 0 : value));

/** Reads down to the quiz and takes it, and then starts the second one, if there is one. Without a quiz, reads to the end. */
export const visitAsReader = (browser, url, selectors, phone) =>
  onPhone(browser, phone, async ({ page, devtools, transferred }) => {
    await observe(page, selectors);
    await browser.startTracing(page, { categories });
    await page.goto(url, { waitUntil: "load" });
    await wait(afterLoad);
    const first = { ...(await mainThreadTime(devtools)), ...transferred() };
    const { loadedAt, paints, largest } = await page.evaluate(() => bench.entries);
    const idleFrom = await page.evaluate(() => performance.now());
    const firstPaint = paints["first-contentful-paint"];

    // The page scrolls to the quiz, or to its end.
    await page.evaluate((host) => {
      const end = (host && document.querySelector(host)) ?? document.querySelector("article").lastElementChild;
      end.scrollIntoView({ block: "end", behavior: "instant" });
    }, selectors.host);
    await wait(beforeStart);
    const before = { ...(await mainThreadTime(devtools)), ...transferred() };
    const start = await page.evaluate(() => performance.now());
    const started = selectors.host ? await press(page, locate(page, selectors, "start")) : undefined;
    const tasks = longestTasks(await browser.stopTracing(), { loadedAt, firstPaint, idleFrom });
    const taken = selectors.host ? await takeQuiz(page, devtools, selectors) : {};
    const all = transferred();
    const second = selectors.second && (await startSecondQuiz(page, devtools, selectors, transferred));

    const { shifts, long } = await page.evaluate(() => bench.entries);
    // The task that reads the time has not ended at that time, so it does not count.
    const early = (list) => list.filter(({ at, duration = 0 }) => at + duration < start);
    return {
      firstPaint,
      largestPaint: largest,
      bytesLoaded: first.bytes,
      bytesBefore: before.bytes,
      bytesAll: all.bytes,
      requestsLoaded: first.requests,
      requestsBefore: before.requests,
      requestsAll: all.requests,
      mainLoaded: first.main,
      mainBefore: before.main,
      scriptLoaded: first.script,
      scriptBefore: before.script,
      longBefore: sum(early(long), ({ duration }) => duration),
      longestFirst: tasks.first,
      longestBefore: tasks.before,
      longestIdle: tasks.idle,
      longestStart: tasks.start,
      shiftBefore: sum(early(shifts), ({ value }) => value),
      shiftUncaused: uncaused(shifts),
      started,
      ...taken,
      second,
      shifts,
    };
  });

/** Presses Start as soon as possible. Returns times in milliseconds since navigation. */
export const visitInHaste = (browser, url, selectors, phone) =>
  onPhone(browser, phone, async ({ page }) => {
    await observe(page, selectors);
    await page.exposeFunction("benchPress", (x, y) => page.touchscreen.tap(x, y));
    await page.goto(url, { waitUntil: "commit" });
    const times = await page.evaluate(() => bench.startAtOnce());
    await wait(afterPress);
    const { shifts } = await page.evaluate(() => bench.entries);
    return { ...times, shiftUncaused: uncaused(shifts), shifts };
  });

/**
 * Loads a page whose scripts do not run. Fails if something of `bare` is not visible. Returns the milliseconds until it is painted,
 * which is the first paint: everything is in the page's HTML.
 */
export const visitWithoutScripts = (browser, url, { bare }, phone) =>
  onPhone(browser, phone, async ({ page, devtools }) => {
    await devtools.send("Emulation.setScriptExecutionDisabled", { value: true });
    await page.goto(url, { waitUntil: "load" });
    for (const selector of bare) {
      if (!(await page.locator(selector).isVisible())) throw new Error(`${selector} is not visible without scripts`);
    }
    return page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
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
  return { answers, finished, ...(await memory(page, devtools)) };
}

/** Goes on to the second quiz of a page and starts it. Returns the milliseconds, and what both quizzes have cost together. */
async function startSecondQuiz(page, devtools, selectors, transferred) {
  const second = { ...selectors, host: selectors.second };
  await page.evaluate((host) => (window.benchPage.host = host), second.host);
  await locate(page, second, "start").scrollIntoViewIfNeeded();
  await wait(beforeStart);
  const started = await press(page, locate(page, second, "start"));
  const { bytes, requests } = transferred();
  return { started, bytes, requests, ...(await memory(page, devtools)) };
}

/** The page's memory in bytes: the heap, its storage outside, and WebAssembly's. */
const memory = async (page, devtools) => ({
  ...(await heapUsage(devtools)),
  wasm: await page.evaluate(() => bench.wasm()),
});
