// Measures the studio on a desk with a processor four times slower: `make bench-studio`, or node bench/studio.mjs [FOLDER] [ROUNDS].
// It writes bench/results-studio.json and the table in docs/performance.md.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cpus, loadavg } from "node:os";

import { openChromium } from "../tools/browser.mjs";
import { generateQuiz } from "./generate-quizzes.mjs";
import { range, replaceSection, table } from "./markdown.mjs";
import { throttled } from "./phone.mjs";
import { compress, readFiles, startServer } from "./site.mjs";
import { interval, median } from "./statistics.mjs";

const [folder = "dist/studio", roundsArgument = "5"] = process.argv.slice(2);
const rounds = Number(roundsArgument);
const log = (text) => process.stderr.write(`${text}\n`);

/** How much slower the processor is. */
const slowdown = 4;
/** A cable line. */
const cable = throttled(28, 5e6, 1e6);
/** How long after opening a quiz the browser has compiled what each press needs, in milliseconds. */
const settled = 10_000;
/** The quiz in which the author types. */
const large = { questions: 100, causes: 10 };
const fiveCauses = new URL("../quizzes/upper-back-knots.json", import.meta.url);

const figures = [
  ["first open on a cable line, until a draft can be begun", "open", 3000],
  ["a press in a text of a quiz with 100 questions and 10 causes, until it shows", "press", 50],
  ["the same press, until the preview shows it", "preview", 200],
  ["a press in the first seconds after that quiz was opened, until it shows", "firstPresses"],
  ["the same press, until the preview shows it", "firstPreviews"],
  ["the odds of the five-cause quiz, after the last press", "odds", 1000],
];

const browser = await openChromium();
const site = await startServer();
for (const [path, body] of readFiles(folder)) site.put(`/${path}`, compress(body));
const results = { machine: { cores: cpus().length, browser: browser.version(), load: [] }, rounds: [] };
try {
  // The first visit is not counted: the browser itself learns from it.
  await measureRound();
  for (let round = 0; round < rounds; round += 1) {
    results.rounds.push(await measureRound());
    results.machine.load.push(loadavg()[0]);
    log(`round ${round + 1} of ${rounds}: ${JSON.stringify(results.rounds.at(-1))}`);
  }
  writeFileSync(new URL("results-studio.json", import.meta.url), `${JSON.stringify(results, null, 1)}\n`);
  writeTable();
} finally {
  site.close();
  await browser.close();
}

async function measureRound() {
  const first = await typing(0);
  const { press, preview } = await typing(settled);
  return {
    ...(await firstOpen()),
    press,
    preview,
    firstPresses: first.press,
    firstPreviews: first.preview,
    ...(await odds()),
  };
}

/** Opens a new browser profile on a desk. `network` is null for a network without limits. */
async function atDesk(network, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    if (network) await devtools.send("Network.emulateNetworkConditions", network);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const result = await use(page);
    if (errors.length) throw new Error(errors.join("; "));
    return result;
  } finally {
    await context.close();
  }
}

/** The milliseconds from the navigation until the first page has its buttons. */
function firstOpen() {
  return atDesk(cable, async (page) => {
    await page.goto(site.url);
    await page.getByRole("button", { name: /^An empty quiz/ }).waitFor();
    return { open: await page.evaluate(() => performance.now()) };
  });
}

/** Opens a quiz file as a draft. */
async function openFile(page, name, text) {
  // The ordinary dialog can be driven. That of the File System Access API cannot.
  await page.addInitScript(() => delete window.showOpenFilePicker);
  await page.goto(site.url);
  const chooser = page.waitForEvent("filechooser");
  await page.getByText("Choose files").first().click();
  await (await chooser).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await page.getByRole("navigation", { name: "Parts of the quiz" }).waitFor();
}

/** Types a word into the text of a question in the middle, some time after the quiz was opened. Each press is measured. */
function typing(delay) {
  return atDesk(null, async (page) => {
    await openFile(page, "large.json", generateQuiz(large));
    await page.getByRole("button", { name: /^50\. / }).click();
    const field = page.locator("#field-questions-49-text");
    await field.click();
    await page.keyboard.press("End");
    await page.getByRole("region", { name: "Preview" }).getByText("in group 50,").waitFor();
    await page.waitForTimeout(delay);
    await page.evaluate(observePresses);
    const word = "abcdefghijkl";
    for (const letter of word) {
      await page.keyboard.type(letter);
      await page.waitForFunction((letter) => presses.at(-1)?.letter === letter && presses.at(-1).preview, letter);
    }
    const presses = await page.evaluate("presses");
    return { press: presses.map(({ press }) => press), preview: presses.map(({ preview }) => preview) };
  });
}

/**
 * Notes when each press shows in its field and in the preview, from the moment when the key goes down. It runs in the page.
 *
 * A message that is sent in a frame arrives after that frame is painted, and before timers and key releases.
 */
function observePresses() {
  globalThis.presses = [];
  const painted = (use) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = use;
      port2.postMessage(null);
    });
  const preview = document.querySelector(".preview");
  let pressed = null;
  addEventListener("keydown", (event) => (pressed = event.timeStamp), { capture: true });
  addEventListener(
    "input",
    (event) => {
      const start = pressed;
      const entry = { letter: event.data };
      globalThis.presses.push(entry);
      const typed = event.target.value;
      painted(() => (entry.press = performance.now() - start));
      const observer = new MutationObserver(() => {
        if (!preview.textContent.includes(typed)) return;
        observer.disconnect();
        painted(() => (entry.preview = performance.now() - start));
      });
      observer.observe(preview, { childList: true, characterData: true, subtree: true });
    },
    { capture: true },
  );
}

/** Changes the chance of a tick in the five-cause quiz, and waits for the odds. */
function odds() {
  return atDesk(null, async (page) => {
    await openFile(page, "five.json", readFileSync(fiveCauses, "utf8"));
    await page.getByRole("button", { name: "Fairness" }).click();
    await page.getByText("Everything is computed.").waitFor();
    await page.getByRole("slider", { name: "Chance that a reader ticks a box" }).focus();
    await page.evaluate(observeOdds);
    const odds = [];
    for (let press = 0; press < 3; press += 1) {
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction((count) => globalThis.computed.length === count, press + 1);
      odds.push(await page.evaluate("computed.at(-1)"));
    }
    return { odds };
  });
}

/** Notes how long the odds of an older version are shown after each press. It runs in the page. */
function observeOdds() {
  globalThis.computed = [];
  let pressed = null;
  let isOld = false;
  addEventListener("keydown", (event) => (pressed = event.timeStamp), { capture: true });
  const look = () => {
    const wasOld = isOld;
    isOld = document.querySelector("#panel-form").textContent.includes("Odds of an older version");
    if (wasOld && !isOld) globalThis.computed.push(performance.now() - pressed);
    requestAnimationFrame(look);
  };
  look();
}

function writeTable() {
  const rows = figures.map(([name, key, limit]) => {
    const times = interval(results.rounds.map((round) => median([round[key]].flat())));
    if (!limit) return [name, "", range(times, "ms"), ""];
    return [name, `under ${limit}`, range(times, "ms"), times.median < limit ? "reached" : "not reached"];
  });
  const text = table(["", "target, ms", "measured, ms", ""], rows);
  const path = join(import.meta.dirname, "../docs/performance.md");
  writeFileSync(path, replaceSection(readFileSync(path, "utf8"), "studio", text));
  console.log(text);
}
