// What the widget is to reach, beside the article without it, the same quiz written by hand, and SurveyJS.
import { kept } from "./figures.mjs";
import { range, table } from "./markdown.mjs";
import { interval, median, quantile } from "./pairs.mjs";

/** How many times a figure of another page this one of the widget is, within a round. */
const times = (of, other) => (rounds) => interval(rounds.map((it) => of(it.quiz) / of(it[other])));
/** A figure of the widget. */
const own = (of) => (rounds) => interval(rounds.map((it) => of(it.quiz)));
/** The worst of it in any round, which is what counts where something must never be. */
const worst = (of) => (rounds) => Math.max(...rounds.map((it) => of(it.quiz)));

const all = (rounds, page) => rounds.flatMap((it) => it[page].answers);
const slowest = (rounds) => quantile(all(rounds, "quiz"), 0.95) - quantile(all(rounds, "vanilla"), 0.95);

/** Each: what is measured, how, in what unit, and the most that it may be. */
const targets = [
  ["first contentful paint, times that of the article alone", times((it) => it.firstPaint, "without"), "times", 1.02],
  ["largest contentful paint, times that of the article alone", times((it) => it.largestPaint, "without"), "times", 1.02],
  ["navigation to a Start that is heeded, times that by hand", times((it) => it.atOnce.heeded, "vanilla"), "times", 1.1],
  ["Start, pressed after three seconds, to the first question", own((it) => it.started), "ms", 100],
  [
    "navigation to the first question, Start pressed at once, times that of SurveyJS",
    times((it) => it.atOnce.first, "surveyjs"),
    "times",
    0.5,
  ],
  ["Next to the next question, median, times that by hand", times((it) => median(it.answers), "vanilla"), "times", 1.25],
  ["the same, 95th of 100, more than by hand", (rounds) => interval(rounds, slowest), "ms", 33],
  ["main thread until Start, times that by hand", times((it) => it.mainBefore, "vanilla"), "times", 1.25],
  ["longest task from the first paint until Start", own((it) => it.longestBefore), "ms", 50, worst((it) => it.longestBefore)],
  ["longest task from Start to the first question", own((it) => it.longestStart), "ms", 50, worst((it) => it.longestStart)],
  ["memory with the result, times that of SurveyJS", times(kept, "surveyjs"), "times", 1],
  ["layout shift that no press caused", own((it) => it.shiftUncaused), "", 0, worst((it) => it.shiftUncaused)],
];

/** Every target, what was measured, and whether it is reached. */
export function judged(rounds) {
  return targets.map(([name, measure, unit, most, worst]) => {
    const measured = measure(rounds);
    const value = worst?.(rounds) ?? measured.median;
    const sure = worst || measured.high <= most || measured.low > most;
    return { name, measured, unit, most, worst: worst && value, reached: value <= most, sure };
  });
}

/** The same as a table. An interval that the target lies in tells nothing for sure. */
export function targetTable(rounds) {
  const shown = (it, unit) => range({ median: it, low: it, high: it }, unit);
  const rows = judged(rounds).map(({ name, measured, unit, most, worst, reached, sure }) => [
    unit === "ms" ? `${name}, ms` : name,
    `at most ${shown(most, unit)}`,
    range(measured, unit) + (worst === undefined ? "" : `; at worst ${shown(worst, unit)}`),
    (reached ? "reached" : "not reached") + (sure ? "" : ", though its interval holds both"),
  ]);
  return table(["", "target", "measured", ""], rows);
}
