// Measures how the widget's times grow with the size of a quiz, and with the number of widgets on a page: `make bench-growth`, or
// node bench/growth.mjs [FOLDER] [ROUNDS], with the output of `cargo bench --bench growth` as its input. It writes
// bench/growth.json, and report.mjs makes the tables.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";

import { openChromium } from "../tools/browser.mjs";
import { totalMemory } from "./figures.mjs";
import { fileName, generateQuiz, sizes } from "./generate-quizzes.mjs";
import { pages } from "./pages.mjs";
import { parseDivan } from "./parse-divan.mjs";
import { heapUsage, mainThreadTime, onPhone, phones } from "./phone.mjs";
import { compress, readFiles, startServer } from "./site.mjs";
import { locate, observe, press } from "./visit.mjs";

const [folder = "dist", rounds = "5"] = process.argv.slice(2);
const engine = parseDivan(readFileSync(0, "utf8"));
const quizPage = pages.quiz;

/** The numbers of widgets on one page. */
const counts = [1, 50, 100, 200];

const page = (elements) =>
  '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Growth</title><link rel="icon" href="data:,">' +
  `<script type="module" src="which-cause.js"></script>${elements}`;
const element = (attributes) =>
  `<which-cause ${attributes}><h2>Which cause is yours?</h2><p>See which sounds most like you. It's a guide, not a diagnosis.</p></which-cause>`;

const browser = await openChromium();
const site = await startServer();
for (const [path, body] of readFiles(folder)) site.put(`/${path}`, compress(body));
const add = (path, text) => site.put(path, compress(Buffer.from(text)));
for (const size of sizes) {
  add(`/${fileName(size)}`, generateQuiz(size));
  add(`/page-of-${fileName(size)}.html`, page(element(`quiz="${fileName(size)}" loading="eager"`)));
}
for (const count of counts) add(`/many-${count}.html`, page(element("").repeat(count)));

const result = {
  machine: { cores: cpus().length, browser: browser.version(), load: [] },
  engine,
  quizzes: [],
  widgets: [],
};
try {
  // The first visit is not counted: the browser itself learns from it.
  await takeQuiz(sizes[0]);
  for (let round = 0; round < Number(rounds); round += 1) {
    const from = Date.now();
    // The sizes take turns at going first.
    for (const size of sizes.map((_, i) => sizes[(i + round) % sizes.length]))
      result.quizzes.push({ round, ...size, ...(await takeQuiz(size)) });
    for (const count of counts) result.widgets.push({ round, count, ...(await showWidgets(count)) });
    result.machine.load.push(loadavg()[0]);
    process.stderr.write(`round ${round + 1} of ${rounds}: ${Math.round((Date.now() - from) / 1000)} s\n`);
  }
  if (site.missed.size) throw new Error(`requested, but missing: ${[...site.missed].join(", ")}`);
  writeFileSync(new URL("growth.json", import.meta.url), `${JSON.stringify(result, null, 1)}\n`);
} finally {
  site.close();
  await browser.close();
}

/** Starts a quiz and measures three answers at its beginning, three at its end, and the result, in milliseconds. */
function takeQuiz(size) {
  return onPhone(browser, { network: null }, async ({ page, devtools }) => {
    await observe(page, quizPage);
    await page.goto(`${site.url}/page-of-${fileName(size)}.html`, { waitUntil: "networkidle" });
    const answer = async () => {
      await locate(page, quizPage, "choice").first().tap();
      return press(page, locate(page, quizPage, "next"));
    };
    const start = await press(page, locate(page, quizPage, "start"));
    const early = [await answer(), await answer(), await answer()];
    const slowDown = (rate) => devtools.send("Emulation.setCPUThrottlingRate", { rate });
    await slowDown(1);
    const { host, choice, next } = quizPage;
    // All but seven questions: three early ones, three late ones, and the last one, whose answer leads to the result.
    await page.evaluate(answerMany, { host, choice, next, count: size.questions - 7 });
    await slowDown(phones.usual.cpuSlowdown);
    // The widget drops presses in the first moment of a screen: js/app/stray-clicks.js.
    await page.waitForTimeout(500);
    const late = [await answer(), await answer(), await answer()];
    return { start, early, late, result: await answer() };
  });
}

/** Answers many questions as fast as possible. It runs in the page. */
async function answerMany({ host, choice, next, count }) {
  const root = document.querySelector(host).shadowRoot;
  for (let answered = 0; answered < count; answered += 1) {
    const before = bench.current();
    root.querySelector(choice).click();
    root.querySelector(next).click();
    while (bench.current() === before) await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Loads a page with many widgets, and then starts all of them. */
function showWidgets(count) {
  return onPhone(browser, { network: null }, async ({ page, devtools }) => {
    await observe(page, quizPage);
    await page.goto(`${site.url}/many-${count}.html`, { waitUntil: "networkidle" });
    const { main } = await mainThreadTime(devtools);
    const memory = async () =>
      totalMemory({ ...(await heapUsage(devtools)), wasm: await page.evaluate(() => bench.wasm()) });
    const memoryBefore = await memory();
    const started = await page.evaluate(async () => {
      const from = performance.now();
      for (const element of document.querySelectorAll("which-cause")) await element.start();
      return performance.now() - from;
    });
    return { main, memoryBefore, started, memoryAfter: await memory() };
  });
}
