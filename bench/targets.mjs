// The performance targets of the widget, most of them relative to the other pages.
import { totalMemory } from "./figures.mjs";
import { range, table } from "./markdown.mjs";
import { interval, median, quantile } from "./statistics.mjs";

/** The ratio between the widget's figure and that of another page, within a round. */
const times = (of, other) => (rounds) => interval(rounds.map((it) => of(it.quiz) / of(it[other])));
/** The widget's figure. */
const own = (of) => (rounds) => interval(rounds.map((it) => of(it.quiz)));
/** The widget's worst figure of all rounds, for values that must never occur. */
const worst = (of) => (rounds) => Math.max(...rounds.map((it) => of(it.quiz)));

const answers = (rounds, page) => rounds.flatMap((visits) => visits[page].answers);
const slowAnswers = (rounds) => quantile(answers(rounds, "quiz"), 0.95) - quantile(answers(rounds, "vanilla"), 0.95);

/** Each target: name, measurement, unit, limit, and the worst round if that is what counts. */
const targets = [
  ["first contentful paint, times that of the article alone", times((it) => it.firstPaint, "without"), "times", 1.02],
  [
    "largest contentful paint, times that of the article alone",
    times((it) => it.largestPaint, "without"),
    "times",
    1.02,
  ],
  ["navigation until Start reacts, times that by hand", times((it) => it.atOnce.reacted, "vanilla"), "times", 1.1],
  ["Start, pressed after three seconds, to the first question", own((it) => it.started), "ms", 100],
  [
    "navigation to the first question, Start pressed at once, times that of SurveyJS",
    times((it) => it.atOnce.first, "surveyjs"),
    "times",
    0.5,
  ],
  [
    "Next to the next question, median, times that by hand",
    times((it) => median(it.answers), "vanilla"),
    "times",
    1.25,
  ],
  ["the same, 95th percentile, minus that by hand", (rounds) => interval(rounds, slowAnswers), "ms", 33],
  ["main thread until Start, times that by hand", times((it) => it.mainBefore, "vanilla"), "times", 1.25],
  [
    "longest task from the first paint until Start",
    own((it) => it.longestBefore),
    "ms",
    50,
    worst((it) => it.longestBefore),
  ],
  [
    "longest task from Start to the first question",
    own((it) => it.longestStart),
    "ms",
    50,
    worst((it) => it.longestStart),
  ],
  ["memory with the result, times that of SurveyJS", times(totalMemory, "surveyjs"), "times", 1],
  ["layout shift that no press caused", own((it) => it.shiftUncaused), "", 0, worst((it) => it.shiftUncaused)],
];

/** Every target with its measured value, whether it is reached, and whether the run is certain of it. */
export function evaluate(rounds) {
  return targets.map(([name, measure, unit, most, worst]) => {
    const measured = measure(rounds);
    const value = worst?.(rounds) ?? measured.median;
    const certain = worst || measured.high <= most || measured.low > most;
    return { name, measured, unit, most, worst: worst && value, reached: value <= most, certain };
  });
}

/** The targets as a table. A run is not certain if the limit is inside the interval. */
export function targetTable(rounds) {
  const format = (value, unit) => range({ median: value, low: value, high: value }, unit);
  const rows = evaluate(rounds).map(({ name, measured, unit, most, worst, reached, certain }) => [
    unit === "ms" ? `${name}, ms` : name,
    `at most ${format(most, unit)}`,
    range(measured, unit) + (worst === undefined ? "" : `; at worst ${format(worst, unit)}`),
    (reached ? "reached" : "not reached") + (certain ? "" : ", but not certain"),
  ]);
  return table(["", "target", "measured", ""], rows);
}
