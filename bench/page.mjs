// What the article pays for the quiz: `make bench-page`, or node bench/page.mjs [FOLDER] [ROUNDS].
// docs/performance.md says what each figure is.
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";

import { open } from "../tools/browser.mjs";
import { compare, interval } from "./pairs.mjs";
import { serve } from "./site.mjs";
import { network, slower, slowness, visit } from "./visit.mjs";

const [folder = "dist", wanted = "7"] = process.argv.slice(2);
const rounds = Number(wanted);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`rounds: a whole number from 1 on, not ${wanted}`);

/** The figures of both articles, in the order of the table. */
const figures = [
  ["first contentful paint", "firstPaint", "ms"],
  ["largest contentful paint", "largestPaint", "ms"],
  ["network, once loaded", "bytesLoaded", "KiB"],
  ["network, until Start", "bytesBefore", "KiB"],
  ["main thread, once loaded", "mainLoaded", "ms"],
  ["main thread, until Start", "mainBefore", "ms"],
  ["scripts alone, once loaded", "scriptLoaded", "ms"],
  ["scripts alone, until Start", "scriptBefore", "ms"],
  ["long tasks until Start, together", "longBefore", "ms"],
  ["longest task until Start", "longestBefore", "ms"],
  ["layout shift until Start, all of it", "shiftBefore", ""],
  ["layout shift in all that no press caused", "shiftUncaused", ""],
];
/** The figures that only the quiz has. */
const quiz = [
  ["from Start pressed to the first question painted", "started", "ms"],
  ["from Next pressed to the next question painted", "answered", "ms"],
];

const browser = await open();
const site = await serve(folder);
try {
  const result = await measure();
  writeFileSync(new URL("results.json", import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
  print(result);
} finally {
  site.close();
  await browser.close();
}

async function measure() {
  // The first visits are the browser's own first, and are not counted; they also show that the slowness is there.
  const found = await slowness(browser, `${site.url}/without/`);
  if (found.answer < network.latency || found.processor < 1.5) {
    throw new Error(`the browser is not slowed down: ${JSON.stringify(found)}`);
  }
  await visit(browser, `${site.url}/with/`, true);
  const pairs = [];
  const loads = [loadavg()[0]];
  for (let round = 0; round < rounds; round += 1) {
    const pair = [];
    // Whichever goes first changes from round to round.
    for (const which of round % 2 ? [1, 0] : [0, 1]) {
      pair[which] = await visit(browser, `${site.url}/${which ? "without" : "with"}/`, !which);
    }
    pairs.push(pair);
    loads.push(loadavg()[0]);
    process.stderr.write(`round ${round + 1} of ${rounds}, load ${loads.at(-1).toFixed(1)}\n`);
  }
  if (site.missed.size) throw new Error(`asked for and not there: ${[...site.missed].join(", ")}`);
  const of = (key) => pairs.map((pair) => pair.map((it) => it[key]));
  return {
    machine: { cores: cpus().length, processor: cpus()[0].model, load: loads, browser: browser.version() },
    slowness: { network, slower, found },
    build: site.sizes,
    figures: Object.fromEntries(figures.map(([, key]) => [key, compare(of(key))])),
    quiz: Object.fromEntries(quiz.map(([, key]) => [key, interval(of(key).map(([it]) => it))])),
    pairs,
  };
}

function print({ machine, slowness: { found }, figures: compared, quiz: timed, pairs }) {
  const number = (it, unit) => {
    if (unit === "KiB") return (it / 1024).toFixed(1);
    return unit === "ms" ? it.toFixed(0) : it.toFixed(4);
  };
  const range = ({ median, low, high }, show) => `${show(median)} (${show(low)} to ${show(high)})`;
  const rows = figures.map(([name, key, unit]) => {
    const it = compared[key];
    const show = (value) => number(value, unit);
    const ratio = it.ratio ? range(it.ratio, (value) => value.toFixed(2)) : "";
    return [unit ? `${name}, ${unit}` : name, show(it.with), show(it.without), range(it.added, show), ratio];
  });
  for (const [name, key, unit] of quiz) {
    rows.push([`${name}, ${unit}`, range(timed[key], (value) => number(value, unit)), "", "", ""]);
  }
  const head = ["", "with the quiz", "without", "added (95 % interval)", "times (95 % interval)"];
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column].length)));
  const line = (row) => console.log(`| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`);
  line(head);
  line(widths.map((width) => "-".repeat(width)));
  rows.forEach(line);
  const loads = machine.load.map((it) => it.toFixed(1));
  console.log(
    `\nRounds: ${pairs.length}. Chromium ${machine.browser}, ${machine.cores} cores; load average ${loads.join(", ")}.` +
      `\nSlowed down, a loop took ${found.processor.toFixed(1)} times as long, and the article's answer ${found.answer.toFixed(0)} ms.`,
  );
  if (machine.load.some((it) => it > machine.cores / 2)) {
    console.log("Other work was running on this machine: trust what is compared more than the times, and neither much.");
  }
  const moved = pairs.flatMap(([{ shifts }]) => shifts.filter(({ caused }) => !caused));
  if (moved.length) {
    const what = new Set(moved.flatMap(({ what }) => what));
    console.log(`Moved by no press of the reader: ${[...what].join(", ")}.`);
  }
}
