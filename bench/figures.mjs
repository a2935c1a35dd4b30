// The figures of a visit, in the order of the tables; docs/performance.md says what each is.
import { pages } from "./pages.mjs";
import { number, range, table } from "./markdown.mjs";
import { compare, interval, median, quantile } from "./pairs.mjs";

/** What a page keeps with its result shown. The browser counts a module's memory neither among objects nor as their store. */
export const kept = (it) => it.heap + it.backing + it.wasm;

/** Those of a page itself, with a quiz or without: a name, what a visit has of it, the unit. */
const ofPage = [
  ["first contentful paint", (it) => it.firstPaint, "ms"],
  ["largest contentful paint", (it) => it.largestPaint, "ms"],
  ["network, once loaded", (it) => it.bytesLoaded, "KiB"],
  ["network, until Start", (it) => it.bytesBefore, "KiB"],
  ["requests, once loaded", (it) => it.requestsLoaded, "requests"],
  ["requests, until Start", (it) => it.requestsBefore, "requests"],
  ["main thread, once loaded", (it) => it.mainLoaded, "ms"],
  ["main thread, until Start", (it) => it.mainBefore, "ms"],
  ["scripts alone, once loaded", (it) => it.scriptLoaded, "ms"],
  ["scripts alone, until Start", (it) => it.scriptBefore, "ms"],
  ["longest task until the first paint", (it) => it.longestFirst, "ms"],
  ["longest task from then until Start", (it) => it.longestBefore, "ms"],
  ["long tasks until Start, together", (it) => it.longBefore, "ms"],
  ["layout shift until Start, all of it", (it) => it.shiftBefore, ""],
  ["layout shift in all that no press caused", (it) => it.shiftUncaused, ""],
];

/** What a reader waits for; those that are drawn as well. */
export const waits = [
  ["from navigation to a Start that is heeded", (it) => it.atOnce.heeded, "ms"],
  ["from navigation to the first question, Start pressed at once", (it) => it.atOnce.first, "ms"],
  ["from Start, three seconds later, to the first question", (it) => it.started, "ms"],
  ["from Next to the next question, median", (it) => median(it.answers), "ms"],
];

/** Those of a quiz. */
const ofQuiz = [
  ...waits,
  ["from Next to the next question, 95th of 100", (it) => quantile(it.answers, 0.95), "ms"],
  ["from the last Next to the result", (it) => it.finished, "ms"],
  ["longest task from Start to the first question", (it) => it.longestStart, "ms"],
  ["network, until the result", (it) => it.bytesAll, "KiB"],
  ["requests, until the result", (it) => it.requestsAll, "requests"],
  ["memory with the result: objects", (it) => it.heap, "MiB"],
  ["memory with the result: what they store outside the heap", (it) => it.backing, "MiB"],
  ["memory with the result: WebAssembly's", (it) => it.wasm, "MiB"],
  ["memory with the result: all three", kept, "MiB"],
];

const named = (name, unit) => (["", "requests"].includes(unit) ? name : `${name}, ${unit}`);

/** All figures of all pages: medians with intervals. */
export function allFigures(rounds) {
  const ids = Object.keys(pages);
  const row = ([name, of, unit], quiz) => [
    named(name, unit),
    ...ids.map((id) => (quiz && !pages[id].host ? "" : range(interval(rounds.map((it) => of(it[id]))), unit))),
  ];
  return table(
    ["", ...ids.map((id) => pages[id].name)],
    [...ofPage.map((it) => row(it, false)), ...ofQuiz.map((it) => row(it, true))],
  );
}

/** What each quiz adds to the article within a round, and how many times as much it is then. */
export function added(rounds) {
  const ids = Object.keys(pages).filter((id) => pages[id].host);
  const cell = (of, unit, id) => {
    const { added, ratio } = compare(rounds.map((it) => [of(it[id]), of(it.without)]));
    return `${range(added, unit)}${ratio ? `; × ${number(ratio.median, "times")}` : ""}`;
  };
  return table(
    ["", ...ids.map((id) => pages[id].name)],
    ofPage.map(([name, of, unit]) => [named(name, unit), ...ids.map((id) => cell(of, unit, id))]),
  );
}
