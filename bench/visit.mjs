// One reader's visit to an article, in a browser that has seen nothing yet.
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** A common phone, on Chrome's Slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms from a request to its answer. */
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
export const network = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
/** How many times slower the processor is made. */
export const slower = 4;

/** How long a page is left alone after its load event, and how long a reader looks at the quiz before Start. */
const settled = 2000;
const looked = 3000;

/** Visits an article: reads from the top down to its end, and where there is a quiz starts it and answers twice. */
export async function visit(browser, url, quiz) {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    const broken = [];
    page.on("pageerror", (error) => broken.push(error.message));
    page.on("console", (message) => message.type() === "error" && broken.push(message.text()));
    const whole = () => {
      if (broken.length) throw new Error(`${url}: ${broken.join("; ")}`);
    };
    await page.addInitScript({ path: fileURLToPath(new URL("watch.js", import.meta.url)) });
    const devtools = await context.newCDPSession(page);
    const bytes = await slow(devtools);

    await page.goto(url, { waitUntil: "load" });
    await wait(settled);
    const loaded = { ...(await work(devtools)), bytes: bytes() };
    const { paints, largest } = await page.evaluate(() => bench.seen);

    // Reading on, to the quiz, or to where it would be.
    await page.evaluate(() => {
      const end = document.querySelector("which-cause") ?? document.querySelector("article").lastElementChild;
      end.scrollIntoView({ block: "end", behavior: "instant" });
    });
    await wait(looked);
    const before = { ...(await work(devtools)), bytes: bytes() };
    whole();
    const start = await page.evaluate(() => performance.now());
    const answered = quiz ? await takes(page) : {};

    const { shifts, long } = await page.evaluate(() => bench.seen);
    whole();
    const sum = (list, of) => list.reduce((sum, it) => sum + of(it), 0);
    // Asking for the time is a task as well, which had begun by then and is not the page's.
    const early = (list) => list.filter(({ at, lasted = 0 }) => at + lasted < start);
    return {
      firstPaint: paints["first-contentful-paint"],
      largestPaint: largest,
      bytesLoaded: loaded.bytes,
      bytesBefore: before.bytes,
      mainLoaded: loaded.main,
      mainBefore: before.main,
      scriptLoaded: loaded.script,
      scriptBefore: before.script,
      longBefore: sum(early(long), ({ lasted }) => lasted),
      longestBefore: Math.max(0, ...early(long).map(({ lasted }) => lasted)),
      shiftBefore: sum(early(shifts), ({ value }) => value),
      shiftUncaused: sum(shifts, ({ value, caused }) => (caused ? 0 : value)),
      ...answered,
      start,
      shifts,
      long,
    };
  } finally {
    await context.close();
  }
}

/** Presses Start and has none of the flags of two screens; gives the time that the next took to show each time. */
async function takes(page) {
  const quiz = page.locator("which-cause");
  const press = async (target) => {
    // Kept by the page: to wait for it from here would be to press only once it is over.
    await page.evaluate(() => void (bench.shown = bench.next()));
    await target.tap();
    const took = await page.evaluate(() => bench.shown);
    // What still moves after that is seen as well.
    await wait(700);
    return took;
  };
  const started = await press(quiz.getByRole("button"));
  const answers = [];
  for (let answer = 0; answer < 2; answer += 1) {
    await quiz.locator("label").last().tap();
    // Nobody presses Next in the same moment, and the tick has been shown by then.
    await wait(700);
    answers.push(await press(quiz.locator("form .primary")));
  }
  return { started, answered: (answers[0] + answers[1]) / 2 };
}

/** Slows the page's network and processor down; gives what has come by the network so far, in bytes with headers. */
async function slow(devtools) {
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", network);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await devtools.send("Performance.enable");
  return () => bytes;
}

/** What the page's main thread has done so far, in milliseconds: everything, and scripts alone. */
async function work(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  const of = (wanted) => metrics.find(({ name }) => name === wanted).value * 1000;
  return { main: of("TaskDuration"), script: of("ScriptDuration") };
}

/** What a page finds of the slowness: how many times as long a loop takes, and the milliseconds until it had come itself. */
export async function slowness(browser, url) {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await slow(devtools);
    await page.goto(url, { waitUntil: "load" });
    const answer = await page.evaluate(() => {
      // The browser holds an answer back only after it has written down when that began to come.
      const { requestStart, responseEnd } = performance.getEntriesByType("navigation")[0];
      return responseEnd - requestStart;
    });
    const loops = () =>
      page.evaluate(() => {
        const times = [];
        for (let round = 0; round < 5; round += 1) {
          const from = performance.now();
          for (let i = 0, x = 1; i < 1e7; i += 1) x = (x * 16807) % 2147483647;
          times.push(performance.now() - from);
        }
        return Math.min(...times);
      });
    const slowly = await loops();
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    return { processor: slowly / (await loops()), answer };
  } finally {
    await context.close();
  }
}
