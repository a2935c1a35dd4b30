// Makes the report of the last runs: `node bench/report.mjs`. It prints the tables, writes them into docs/performance.md,
// docs/benchmark.md and README.md, and draws docs/pictures/performance-*.svg.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

import { curves, dots } from "./chart.mjs";
import { addedCost, allFigures, feltByReaders, secondQuiz, waits } from "./figures.mjs";
import { growthTable, quizCurves, widgetTable } from "./growth-report.mjs";
import { number, replaceSection } from "./markdown.mjs";
import { pages } from "./pages.mjs";
import { interval } from "./statistics.mjs";
import { targetTable } from "./targets.mjs";

const urlOf = (path) => new URL(path, import.meta.url);
const readResults = (name) => (existsSync(urlOf(name)) ? JSON.parse(readFileSync(urlOf(name), "utf8")) : null);
const draw = (name, svg) => writeFileSync(urlOf(`../docs/pictures/performance-${name}.svg`), svg);

const write = (document, name, table) => {
  console.log(`\n${table}`);
  const file = urlOf(`../docs/${document}.md`);
  writeFileSync(file, replaceSection(readFileSync(file, "utf8"), name, table));
};

const run = readResults("results.json");
const lowEnd = readResults("results-low-end.json");
const growth = readResults("growth.json");
if (!run && !lowEnd && !growth) throw new Error("there are no results; run make bench or make bench-growth");
if (run) {
  for (const document of ["performance", "../README"]) write(document, "felt", feltByReaders(run.rounds));
  write("performance", "targets", targetTable(run.rounds));
  write("benchmark", "figures", allFigures(run.rounds));
  write("benchmark", "added", addedCost(run.rounds));
  write("benchmark", "second", secondQuiz(run.rounds));
  write("performance", "run", describeRun(run));
  draw("waits", drawWaits(run));
}
if (lowEnd) {
  write("benchmark", "low-end targets", targetTable(lowEnd.rounds, "low-end"));
  write("benchmark", "low-end figures", allFigures(lowEnd.rounds));
  write("benchmark", "low-end run", describeRun(lowEnd));
}
if (growth) {
  write("benchmark", "growth", growthTable(growth));
  write("benchmark", "widgets", widgetTable(growth));
  draw("growth", curves("How a quiz grows with its questions: lines for 5 causes, dashes for 50", quizCurves(growth)));
}

/** The machine of a run, and how far its figures can be trusted. */
function describeRun({ machine, slowdown, rounds }) {
  const loads = machine.load.map((load) => load.toFixed(1));
  const lines = [
    `Rounds: ${rounds.length}. Chromium ${machine.browser}, ${machine.cores} cores; load average ${loads.join(", ")}. ` +
      `Slowed down, a loop took ${slowdown.processor.toFixed(1)} times as long, and the article's response ${slowdown.response.toFixed(0)} ms.`,
  ];
  // The run itself keeps about one core busy.
  if (machine.load.some((load) => load > machine.cores)) {
    lines.push(
      "Other work was running on this machine: the ratios are more reliable than the times, and neither is precise.",
    );
  }
  const unexpected = rounds
    .flatMap(({ quiz }) => [...quiz.shifts, ...quiz.atOnce.shifts])
    .filter(({ caused }) => !caused);
  if (unexpected.length) {
    lines.push(
      `Layout shifts that no press caused: ${[...new Set(unexpected.flatMap(({ what }) => what))].join(", ")}.`,
    );
  }
  return lines.join(" ");
}

/** The chart of the waiting times on each page. */
function drawWaits({ rounds, phone }) {
  const colors = { quiz: "a", vanilla: "b", surveyjs: "c", formbricks: "d" };
  const groups = waits.map(([name, value, unit]) => ({
    name,
    rows: Object.keys(colors).map((id) => {
      const times = interval(rounds.map((visits) => value(visits[id])));
      return { name: pages[id].name, color: colors[id], ...times, text: number(times.median, unit) };
    }),
  }));
  return dots(`How long a reader waits, on ${phone.name}`, "milliseconds", groups);
}
