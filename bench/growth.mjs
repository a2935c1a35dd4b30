// How the widget grows: with the questions and the causes of its quiz, and with how many of it are on one page. `make
// bench-growth`, or node bench/growth.mjs [FOLDER] [ROUNDS] with what `cargo bench --bench growth` prints on its input. It leaves
// everything in bench/growth.json, and report.mjs says what it amounts to.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";

import { openChromium } from "../tools/browser.mjs";
import { divan } from "./divan.mjs";
import { kept } from "./figures.mjs";
import { grown, nameOf, sizes } from "./grown.mjs";
import { pages } from "./pages.mjs";
import { heap, onPhone, work } from "./phone.mjs";
import { built, compressed, listen } from "./site.mjs";
import { at, press, watched } from "./visit.mjs";

const [folder = "dist", wanted = "5"] = process.argv.slice(2);
const engine = divan(readFileSync(0, "utf8"));
const here = pages.quiz;

/** How many widgets stand on one page. */
const many = [1, 50, 100, 200];

const page = (elements) =>
  '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Growth</title><link rel="icon" href="data:,">' +
  `<script type="module" src="which-cause.js"></script>${elements}`;
const element = (attributes) =>
  `<which-cause ${attributes}><h2>Which cause is yours?</h2><p>See which sounds most like you. It's a guide, not a diagnosis.</p></which-cause>`;

const browser = await openChromium();
const site = await listen();
for (const [path, body] of built(folder)) site.put(`/${path}`, compressed(body));
const add = (path, text) => site.put(path, compressed(Buffer.from(text)));
for (const size of sizes) {
  add(`/${nameOf(size)}`, grown(size));
  add(`/of-${nameOf(size)}.html`, page(element(`quiz="${nameOf(size)}" loading="eager"`)));
}
for (const count of many) add(`/many-${count}.html`, page(element("").repeat(count)));

const result = { machine: { cores: cpus().length, browser: browser.version(), load: [] }, engine, quizzes: [], widgets: [] };
try {
  // The browser's own first, which is not counted.
  await takes(sizes[0]);
  for (let round = 0; round < Number(wanted); round += 1) {
    const from = Date.now();
    // Whichever goes first changes from round to round.
    for (const size of sizes.map((_, i) => sizes[(i + round) % sizes.length])) result.quizzes.push({ round, ...size, ...(await takes(size)) });
    for (const count of many) result.widgets.push({ round, count, ...(await stands(count)) });
    result.machine.load.push(loadavg()[0]);
    process.stderr.write(`round ${round + 1} of ${wanted}: ${Math.round((Date.now() - from) / 1000)} s\n`);
  }
  if (site.missed.size) throw new Error(`asked for and not there: ${[...site.missed].join(", ")}`);
  writeFileSync(new URL("growth.json", import.meta.url), `${JSON.stringify(result, null, 1)}\n`);
} finally {
  site.close();
  await browser.close();
}

/** Starts a quiz of some size and answers at its beginning and, once nearly all is answered, at its end; in milliseconds. */
function takes(size) {
  return onPhone(
    browser,
    async ({ page, devtools }) => {
      await watched(page, here);
      await page.goto(`${site.url}/of-${nameOf(size)}.html`, { waitUntil: "networkidle" });
      const answer = async () => {
        await at(page, here, "choice").first().tap();
        return press(page, at(page, here, "next"));
      };
      const start = await press(page, at(page, here, "start"));
      const early = [await answer(), await answer(), await answer()];
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
      await page.evaluate(skims, { here: { host: here.host, choice: here.choice, next: here.next }, times: size.questions - 7 });
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      const late = [await answer(), await answer(), await answer()];
      return { start, early, late, result: await answer() };
    },
    { slow: null },
  );
}

/** Answers many questions as fast as they come, in the page. */
async function skims({ here, times }) {
  const root = document.querySelector(here.host).shadowRoot;
  for (let time = 0; time < times; time += 1) {
    const before = bench.asked();
    root.querySelector(here.choice).click();
    root.querySelector(here.next).click();
    while (bench.asked() === before) await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Has many widgets stand on a page, and then starts all of them. */
function stands(count) {
  return onPhone(
    browser,
    async ({ page, devtools }) => {
      await watched(page, here);
      await page.goto(`${site.url}/many-${count}.html`, { waitUntil: "networkidle" });
      const { main } = await work(devtools);
      const memory = async () => kept({ ...(await heap(devtools)), wasm: await page.evaluate(() => bench.wasm()) });
      const closed = await memory();
      const started = await page.evaluate(async () => {
        const from = performance.now();
        for (const it of document.querySelectorAll("which-cause")) await it.start();
        return performance.now() - from;
      });
      return { main, closed, started, opened: await memory() };
    },
    { slow: null },
  );
}
