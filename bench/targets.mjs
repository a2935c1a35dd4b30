// The performance targets of the widget, most of them relative to the other pages.
import { beyondArticle, idleWork, totalMemory } from "./figures.mjs";
import { range, table } from "./markdown.mjs";
import { interval, median, quantile } from "./statistics.mjs";

/** The ratio between the widget's figure and that of another page, within a round. */
const ratio = (of, other) => (rounds) => interval(rounds.map((it) => of(it.quiz) / of(it[other])));
/** The widget's figure. */
const own = (of) => (rounds) => interval(rounds.map((it) => of(it.quiz)));
/** The widget's worst figure of all rounds, for values that must never occur. */
const worst = (of) => (rounds) => Math.max(...rounds.map((it) => of(it.quiz)));

/** The milliseconds of a frame, of which a screen shows 60 a second. */
const frame = 1000 / 60;
const answers = (rounds, page) => rounds.flatMap((visits) => visits[page].answers);
const slowAnswers = (rounds, page) => quantile(answers(rounds, page), 0.95);
/** How many frames the widget's slow answers take longer than those by hand. */
const slowFrames = (rounds) => (slowAnswers(rounds, "quiz") - slowAnswers(rounds, "vanilla")) / frame;

const atOnce = (it) => it.atOnce.first;
const reactionTime = (it) => it.atOnce.reacted - it.atOnce.pressed;
const next = (it) => median(it.answers);

/** The paint of the words and the link without scripts, as a ratio to the first paint of the article alone. */
const bareRatio = (rounds) => interval(rounds.map(({ quiz, without }) => quiz.bare / without.firstPaint));

/** The work of the quiz before Start, while the page is idle. */
const quizWork = (rounds) => beyondArticle(rounds, "quiz", idleWork);

/** A limit on the worst round. */
const never = (name, of, unit, limit) => [name, own(of), unit, limit, worst(of)];

const nextTargets = [
  ["Next to the next question, median, times that by hand", ratio(next, "vanilla"), "times", 1.1],
  ["the same, 95th percentile, minus that by hand", (rounds) => interval(rounds, slowFrames), "frames", 1],
];
const shiftTargets = [
  never("layout shift that no press caused", (it) => it.shiftUncaused, "", 0),
  never("the same, Start pressed at once", (it) => it.atOnce.shiftUncaused, "", 0),
];

/**
 * The targets for each phone: name, measurement, unit, limit, and the worst round if that is what counts. A figure without a limit
 * is stated only.
 */
const targets = {
  usual: [
    ["first contentful paint, times that of the article alone", ratio((it) => it.firstPaint, "without"), "times", 1.02],
    [
      "largest contentful paint, times that of the article alone",
      ratio((it) => it.largestPaint, "without"),
      "times",
      1.02,
    ],
    ["navigation until Start reacts, times that by hand", ratio((it) => it.atOnce.reacted, "vanilla"), "times", 1.1],
    ["Start, pressed after three seconds, to the first question", own((it) => it.started), "ms", 60],
    [
      "navigation to the first question, Start pressed at once, times that of SurveyJS",
      ratio(atOnce, "surveyjs"),
      "times",
      0.42,
    ],
    ["the same, times that of Formbricks", ratio(atOnce, "formbricks"), "times"],
    ...nextTargets,
    ["the last Next to the result, times that by hand", ratio((it) => it.finished, "vanilla"), "times", 1.25],
    never("longest task from two seconds after the load event until Start", (it) => it.longestIdle, "ms", 30),
    ["all work in that time, beyond that of the article alone", quizWork, "ms"],
    never("longest task from the first paint until Start", (it) => it.longestBefore, "ms", 50),
    never("longest task from Start to the first question", (it) => it.longestStart, "ms", 50),
    ["memory with the result, times that of SurveyJS", ratio(totalMemory, "surveyjs"), "times", 1],
    ...shiftTargets,
  ],
  "low-end": [
    ["the author's words and link without any script, times the article's first paint", bareRatio, "times"],
    never("from the first press of Start, at once, until Start reacts", reactionTime, "ms", 200),
    [
      "navigation to the first question, Start pressed at once, times that of SurveyJS",
      ratio(atOnce, "surveyjs"),
      "times",
    ],
    ["the same, times that of Formbricks", ratio(atOnce, "formbricks"), "times"],
    ...nextTargets,
    ...shiftTargets,
  ],
};

/** Every target with its measured value, whether it is reached, and whether the run is certain of it. */
export function evaluate(rounds, phone = "usual") {
  return targets[phone].map(([name, measure, unit, limit, worst]) => {
    const measured = measure(rounds);
    const value = worst?.(rounds) ?? measured.median;
    const certain = worst || measured.high <= limit || measured.low > limit;
    return { name, measured, unit, limit, worst: worst && value, reached: value <= limit, certain };
  });
}

/** The targets as a table. A run is not certain if the limit is inside the interval. */
export function targetTable(rounds, phone = "usual") {
  const format = (value, unit) => range({ median: value, low: value, high: value }, unit);
  const rows = evaluate(rounds, phone).map(({ name, measured, unit, limit, worst, reached, certain }) => [
    ["ms", "frames"].includes(unit) ? `${name}, ${unit}` : name,
    limit === undefined ? "" : `at most ${format(limit, unit)}`,
    range(measured, unit) + (worst === undefined ? "" : `; at worst ${format(worst, unit)}`),
    limit === undefined ? "" : (reached ? "reached" : "not reached") + (certain ? "" : ", but not certain"),
  ]);
  return table(["", "target", "measured", ""], rows);
}
