// Tables and curves of the growth benchmark: how times grow with the size of a quiz, and with the number of widgets on a page.
import { generateQuiz, sizes } from "./generate-quizzes.mjs";
import { number, range, table } from "./markdown.mjs";
import { interval, median } from "./statistics.mjs";

const key = ({ questions, causes }) => `${questions}x${causes}`;
const rows = (growth, size) => growth.quizzes.filter((it) => key(it) === key(size));
const duration = (ms) => {
  if (ms >= 1) return `${ms.toPrecision(3)} ms`;
  return ms >= 1e-3 ? `${(ms * 1e3).toPrecision(3)} µs` : `${(ms * 1e6).toPrecision(3)} ns`;
};

/** The measurements of the engine, natively, and of the widget, with the names that the tables use. */
const engine = [
  ["read and check", "read_and_check"],
  ["start", "start"],
  ["one answer", "one_answer"],
  ["result", "result"],
];
const widget = [
  ["Start", (it) => it.start],
  ["an answer, near the beginning", (it) => median(it.early)],
  ["an answer, near the end", (it) => median(it.late)],
  ["result", (it) => it.result],
];

/** A table with a row for each size, and a sentence about how much longer an answer takes in a large quiz. */
export function growthTable(growth) {
  const head = [
    "questions × causes",
    "quiz file, KiB",
    ...engine.map(([name]) => `engine: ${name}`),
    ...widget.map(([name]) => `widget: ${name}, ms`),
  ];
  const lines = sizes.map((size) => [
    `${size.questions} × ${size.causes}`,
    number(Buffer.byteLength(generateQuiz(size)), "KiB"),
    ...engine.map(([, bench]) => duration(growth.engine[bench][key(size)])),
    ...widget.map(([, of]) => range(interval(rows(growth, size).map(of)), "ms")),
  ]);
  return `${table(head, lines)}\n\n${answerGrowth(growth)}`;
}

/** The ratio between an answer in the largest and in the smallest quiz, within a round. */
function answerGrowth(growth) {
  const [few, most] = [10, 1000].map((questions) => ({ questions, causes: 5 }));
  const times = ([, of]) =>
    range(interval(rows(growth, most).map((it, i) => of(it) / of(rows(growth, few)[i]))), "times");
  const { one_answer: own } = growth.engine;
  return (
    `With ${most.questions.toLocaleString("en")} questions one answer takes the engine ${number(own[key(most)] / own[key(few)], "times")} times as long as ` +
    `with ${few.questions}, and the widget ${times(widget[1])} times near the beginning and ${times(widget[2])} times near the end.`
  );
}

/** The same figures as curves: the engine on the left, the widget on the right. */
export function quizCurves(growth) {
  const lines = (list, value) =>
    [5, 50].flatMap((causes) =>
      list.map(([name, of], i) => ({
        // The line for 50 causes has the color of the line for 5, and no name of its own.
        name: causes === 50 ? "" : name,
        color: "abcd"[i],
        dashed: causes === 50,
        points: sizes.filter((it) => it.causes === causes).map((size) => [size.questions, value(of, size)]),
      })),
    );
  const short = ["Start", "early answer", "late answer", "result"].map((name, i) => [name, widget[i][1]]);
  return [
    {
      title: "The engine, natively",
      xLabel: "questions",
      yLabel: "microseconds",
      series: lines(engine, (bench, size) => growth.engine[bench][key(size)] * 1e3),
    },
    {
      title: "The widget, four times slower",
      xLabel: "questions",
      yLabel: "milliseconds",
      series: lines(short, (of, size) => median(rows(growth, size).map(of))),
    },
  ];
}

/** A table of the cost of many widgets on one page, and of each further one. */
export function widgetTable(growth) {
  const counts = [...new Set(growth.widgets.map(({ count }) => count))];
  const of = (count, value) => interval(growth.widgets.filter((it) => it.count === count).map(value));
  const figures = [
    ["main thread until idle, ms", (it) => it.main, "ms"],
    ["memory, none started, MiB", (it) => it.memoryBefore, "MiB"],
    ["starting all, ms", (it) => it.started, "ms"],
    ["memory, all started, MiB", (it) => it.memoryAfter, "MiB"],
  ];
  const [one, most] = [counts[0], counts.at(-1)];
  const rounds = [...new Set(growth.widgets.map(({ round }) => round))];
  const further = (value) =>
    interval(
      rounds.map((round) => {
        const at = (count) => value(growth.widgets.find((it) => it.round === round && it.count === count));
        return (at(most) - at(one)) / (most - one);
      }),
    );
  const each = (value, unit) => (unit === "ms" ? range(further(value), "ms") : `${range(further(value), "KiB")} KiB`);
  return table(
    ["widgets", ...counts.map(String), "each further one"],
    figures.map(([name, value, unit]) => [name, ...counts.map((it) => range(of(it, value), unit)), each(value, unit)]),
  );
}
