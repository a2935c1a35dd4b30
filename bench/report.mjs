// Says what was measured: `node bench/report.mjs`, after a run and as often as is wanted. It prints the tables, writes them into
// docs/performance.md, and draws docs/pictures/performance-*.svg.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

import { curves, dots } from "./chart.mjs";
import { added, allFigures, waits } from "./figures.mjs";
import { growthTable, quizCurves, widgetTable } from "./growth-report.mjs";
import { number, put } from "./markdown.mjs";
import { pages } from "./pages.mjs";
import { interval } from "./pairs.mjs";
import { targetTable } from "./targets.mjs";

const place = (path) => new URL(path, import.meta.url);
const measured = (name) => (existsSync(place(name)) ? JSON.parse(readFileSync(place(name), "utf8")) : null);
const draw = (name, svg) => writeFileSync(place(`../docs/pictures/performance-${name}.svg`), svg);

const guide = place("../docs/performance.md");
let text = readFileSync(guide, "utf8");
const tell = (name, table) => {
  console.log(`\n${table}`);
  text = put(text, name, table);
};

const run = measured("results.json");
const growth = measured("growth.json");
if (!run && !growth) throw new Error("nothing has been measured: make bench, make bench-growth");
if (run) {
  tell("targets", targetTable(run.rounds));
  tell("figures", allFigures(run.rounds));
  tell("added", added(run.rounds));
  tell("run", about(run));
  draw("waits", drawnWaits(run.rounds));
}
if (growth) {
  tell("growth", growthTable(growth));
  tell("widgets", widgetTable(growth));
  draw("growth", curves("How a quiz grows with its questions: lines for 5 causes, dashes for 50", quizCurves(growth)));
}
writeFileSync(guide, text);

/** What the run was made on, and how far it can be trusted. */
function about({ machine, slowness: { found }, rounds }) {
  const loads = machine.load.map((it) => it.toFixed(1));
  const lines = [
    `Rounds: ${rounds.length}. Chromium ${machine.browser}, ${machine.cores} cores; load average ${loads.join(", ")}. ` +
      `Slowed down, a loop took ${found.processor.toFixed(1)} times as long, and the article's answer ${found.answer.toFixed(0)} ms.`,
  ];
  // The run itself keeps about one core busy.
  if (machine.load.some((it) => it > machine.cores)) {
    lines.push("Other work was running on this machine: trust what is compared more than the times, and neither much.");
  }
  const moved = rounds.flatMap(({ quiz }) => quiz.shifts.filter(({ caused }) => !caused));
  if (moved.length) {
    lines.push(`Moved by no press of the reader: ${[...new Set(moved.flatMap(({ what }) => what))].join(", ")}.`);
  }
  return lines.join(" ");
}

/** How long a reader waits on each page, as dots. */
function drawnWaits(rounds) {
  const colors = { quiz: "a", vanilla: "b", surveyjs: "c" };
  const groups = waits.map(([name, of, unit]) => ({
    name,
    rows: Object.keys(colors).map((id) => {
      const it = interval(rounds.map((visits) => of(visits[id])));
      return { name: pages[id].name, color: colors[id], ...it, text: number(it.median, unit) };
    }),
  }));
  return dots("How long a reader waits, on Slow 4G and a processor four times slower", "milliseconds", groups);
}
