import assert from "node:assert/strict";
import { test } from "node:test";

import { compare, interval, median, quantile } from "./statistics.mjs";

test("a quantile between two numbers is interpolated", () => {
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(quantile([0, 10, 20], 0.95), 19);
});

test("the interval of equal rounds is their value", () => {
  assert.deepEqual(interval([7, 7, 7]), { median: 7, low: 7, high: 7 });
});

test("the interval of scattered rounds is around their median and within them", () => {
  const { median, low, high } = interval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  assert.equal(median, 6);
  assert.ok(low >= 1 && low < 6 && high > 6 && high <= 11);
});

test("pages are compared within a round", () => {
  // Other work slows the second round down. The medians of all visits would differ by 15.
  const { difference, ratio } = compare([
    [30, 20],
    [300, 200],
    [33, 22],
  ]);
  assert.equal(difference.median, 11);
  assert.equal(ratio.median, 1.5);
});

test("there is no ratio to almost nothing", () => {
  assert.equal(compare([[30, 0.5]]).ratio, null);
});
