// The figures of a visit, in the order of the tables. docs/benchmark.md defines each.
import { pages } from "./pages.mjs";
import { number, range, table } from "./markdown.mjs";
import { compare, interval, median, quantile } from "./statistics.mjs";

/** The memory of a page that shows a result. The browser reports WebAssembly memory apart from the heap and its storage. */
export const totalMemory = (visit) => visit.heap + visit.backing + visit.wasm;

/** The main thread's work from two seconds after the load event until Start. The page is idle then, so almost all is the quiz's. */
export const idleWork = (visit) => visit.mainBefore - visit.mainLoaded;

/** The difference between a page's figure and that of the article alone, within a round. */
export const beyondArticle = (rounds, id, value) =>
  interval(rounds.map((visits) => value(visits[id]) - value(visits.without)));

/** Figures of every page, with a quiz or without: name, value of a visit, unit. */
const pageFigures = [
  ["first contentful paint", (visit) => visit.firstPaint, "ms"],
  ["largest contentful paint", (visit) => visit.largestPaint, "ms"],
  ["network, once loaded", (visit) => visit.bytesLoaded, "KiB"],
  ["network, until Start", (visit) => visit.bytesBefore, "KiB"],
  ["requests, once loaded", (visit) => visit.requestsLoaded, "requests"],
  ["requests, until Start", (visit) => visit.requestsBefore, "requests"],
  ["main thread, once loaded", (visit) => visit.mainLoaded, "ms"],
  ["main thread, until Start", (visit) => visit.mainBefore, "ms"],
  ["scripts alone, once loaded", (visit) => visit.scriptLoaded, "ms"],
  ["scripts alone, until Start", (visit) => visit.scriptBefore, "ms"],
  ["work from two seconds after the load event until Start", idleWork, "ms"],
  ["longest task until the first paint", (visit) => visit.longestFirst, "ms"],
  ["longest task from the first paint until Start", (visit) => visit.longestBefore, "ms"],
  ["longest task from two seconds after the load event until Start", (visit) => visit.longestIdle, "ms"],
  ["long tasks until Start, in total", (visit) => visit.longBefore, "ms"],
  ["layout shift until Start", (visit) => visit.shiftBefore, ""],
  ["layout shift that no press caused", (visit) => visit.shiftUncaused, ""],
];

/** The times that a reader waits. They are also drawn as a chart. */
export const waits = [
  ["from navigation until Start reacts", (visit) => visit.atOnce.reacted, "ms"],
  ["from navigation to the first question, Start pressed at once", (visit) => visit.atOnce.first, "ms"],
  ["from Start, three seconds later, to the first question", (visit) => visit.started, "ms"],
  ["from Next to the next question, median", (visit) => median(visit.answers), "ms"],
];

/** Figures of pages with a quiz. */
const quizFigures = [
  ...waits,
  [
    "from the first press of Start, at once, until Start reacts",
    (visit) => visit.atOnce.reacted - visit.atOnce.pressed,
    "ms",
  ],
  ["layout shift that no press caused, Start pressed at once", (visit) => visit.atOnce.shiftUncaused, ""],
  ["from Next to the next question, 95th percentile", (visit) => quantile(visit.answers, 0.95), "ms"],
  ["from the last Next to the result", (visit) => visit.finished, "ms"],
  ["longest task from Start to the first question", (visit) => visit.longestStart, "ms"],
  ["network, until the result", (visit) => visit.bytesAll, "KiB"],
  ["requests, until the result", (visit) => visit.requestsAll, "requests"],
  ["memory with the result: objects", (visit) => visit.heap, "MiB"],
  ["memory with the result: storage outside the heap", (visit) => visit.backing, "MiB"],
  ["memory with the result: WebAssembly's", (visit) => visit.wasm, "MiB"],
  ["memory with the result: all three", totalMemory, "MiB"],
];

const label = (name, unit) => (["", "requests"].includes(unit) ? name : `${name}, ${unit}`);

/** The pages that are compared. The one with a second quiz is compared with the one without it only. */
const compared = Object.keys(pages).filter((id) => !pages[id].second);

/** What a reader feels: the article's own first paint and its bytes, and the waits of a reader who takes the quiz. */
const feltFigures = [
  ["what the article loads", (visit) => visit.bytesLoaded, "KiB"],
  ["first paint of the article", (visit) => visit.firstPaint, "ms"],
  ...waits,
  ["from the last Next to the result", (visit) => visit.finished, "ms"],
];

/** A table of what a reader feels on each page with the quiz, and on the article alone: medians. */
export function feltByReaders(rounds) {
  const row = ([name, value, unit], index) => [
    label(name, unit),
    ...compared.map((id) =>
      index > 1 && !pages[id].host ? "" : number(median(rounds.map((visits) => value(visits[id]))), unit),
    ),
  ];
  return table(["", ...compared.map((id) => pages[id].name)], feltFigures.map(row));
}

/** A table of all figures of all pages: medians with intervals. */
export function allFigures(rounds) {
  const ids = compared;
  const row = ([name, value, unit], onlyQuiz) => [
    label(name, unit),
    ...ids.map((id) =>
      onlyQuiz && !pages[id].host ? "" : range(interval(rounds.map((visits) => value(visits[id]))), unit),
    ),
  ];
  return table(
    ["", ...ids.map((id) => pages[id].name)],
    [...pageFigures.map((figure) => row(figure, false)), ...quizFigures.map((figure) => row(figure, true))],
  );
}

/** A table of the difference and the ratio between the article with each quiz and the article alone. */
export function addedCost(rounds) {
  const ids = compared.filter((id) => pages[id].host);
  const cell = (value, unit, id) => {
    const { difference, ratio } = compare(rounds.map((visits) => [value(visits[id]), value(visits.without)]));
    return `${range(difference, unit)}${ratio ? `; × ${number(ratio.median, "times")}` : ""}`;
  };
  return table(
    ["", ...ids.map((id) => pages[id].name)],
    pageFigures.map(([name, value, unit]) => [label(name, unit), ...ids.map((id) => cell(value, unit, id))]),
  );
}

/** What a second quiz changes for a reader of the first, and what it adds when it is started after the first one's result. */
const secondFigures = [
  ...pageFigures.filter(([name]) => /until Start$|no press/.test(name)),
  ...waits,
  ["memory with the first quiz's result", totalMemory, "MiB"],
];
const addedFigures = [
  ["from its Start, three seconds later, to its first question", ({ second }) => second.started, "ms"],
  ["network", ({ second, bytesAll }) => second.bytes - bytesAll, "KiB"],
  ["requests", ({ second, requestsAll }) => second.requests - requestsAll, "requests"],
  ["memory", (visit) => totalMemory(visit.second) - totalMemory(visit), "MiB"],
];

/** A table of the article with one quiz and with two, and the difference within a round. */
export function secondQuiz(rounds) {
  const rows = secondFigures.map(([name, value, unit]) => {
    const figures = ["quiz", "two"].map((id) => range(interval(rounds.map((visits) => value(visits[id]))), unit));
    const { difference } = compare(rounds.map(({ two, quiz }) => [value(two), value(quiz)]));
    return [label(name, unit), ...figures, range(difference, unit)];
  });
  const added = addedFigures.map(([name, value, unit]) => {
    const figure = range(interval(rounds.map(({ two }) => value(two))), unit);
    return [`the second quiz started: ${label(name, unit)}`, "", "", figure];
  });
  return table(["", "one quiz", "two quizzes", "the second quiz adds"], [...rows, ...added]);
}
