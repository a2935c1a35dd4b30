import assert from "node:assert/strict";
import { test } from "node:test";

import { evaluate, targetTable } from "./targets.mjs";

/** One visit, used for every page, so all figures are equal. */
const visit = {
  ...{ firstPaint: 500, largestPaint: 500, bare: 500, mainLoaded: 300, mainBefore: 320, finished: 60 },
  ...{ started: 50, longestIdle: 6, longestBefore: 20, longestStart: 30, shiftUncaused: 0, answers: [36, 36, 40] },
  ...{ heap: 2e6, backing: 1e5, wasm: 0, atOnce: { pressed: 600, reacted: 620, first: 900, shiftUncaused: 0 } },
};
/** A round in which the widget's visit differs from the others. */
const round = (quiz) => ({
  without: visit,
  quiz: { ...visit, ...quiz },
  vanilla: visit,
  surveyjs: visit,
  formbricks: visit,
});
const target = (rounds, name, phone) => evaluate(rounds, phone).find((it) => it.name.includes(name));

test("one bad round misses a target on what must never occur", () => {
  const rounds = [round({}), round({}), round({ longestIdle: 31 })];
  const { measured, worst, reached } = target(rounds, "from two seconds after the load event until Start");
  assert.deepEqual([measured.median, worst, reached], [6, 31, false]);
});

test("one bad round does not miss a target on a median", () => {
  const rounds = [round({}), round({}), round({ started: 90 })];
  const { reached, certain } = target(rounds, "pressed after three seconds");
  assert.deepEqual([reached, certain], [true, false]);
});

test("slow answers are compared in frames", () => {
  const twoFrames = 2000 / 60;
  const { measured, reached } = target(
    [round({ answers: visit.answers.map((it) => it + twoFrames) })],
    "95th percentile",
  );
  assert.equal(measured.median.toFixed(6), "2.000000");
  assert.equal(reached, false);
});

test("a low-end phone must react to the first press and must not shift", () => {
  const late = { atOnce: { ...visit.atOnce, reacted: 900, shiftUncaused: 0.01 } };
  assert.equal(target([round({})], "until Start reacts", "low-end").reached, true);
  assert.equal(target([round(late)], "until Start reacts", "low-end").reached, false);
  assert.equal(target([round(late)], "the same, Start pressed at once", "low-end").reached, false);
});

test("a figure without a limit is neither reached nor missed", () => {
  const row = targetTable([round({})])
    .split("\n")
    .find((line) => line.includes("times that of Formbricks"));
  assert.match(row, /\|\s+\| 1\.00 +\|\s+\|$/);
});
