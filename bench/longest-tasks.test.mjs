import assert from "node:assert/strict";
import { test } from "node:test";

import { longestTasks } from "./longest-tasks.mjs";

const [pid, tid] = [1, 2];
const mark = (name, ts, dur) => ({ name, ts, dur, pid, tid });
const task = (ts, dur, thread = tid) => ({ name: "ThreadControllerImpl::RunTask", ph: "X", ts, dur, pid, tid: thread });
const trace = (...traceEvents) => JSON.stringify({ traceEvents });
/** Times of the page in milliseconds. The trace has microseconds, and begins at another time. */
const times = { loadedAt: 10, firstPaint: 30, idleFrom: 50 };

test("each period has its longest task", () => {
  const found = longestTasks(
    trace(
      mark("bench-loaded", 100_000),
      task(101_000, 9_000), // until the first paint, at 120,000
      task(121_000, 12_000), // until the page is idle, at 140,000
      task(150_000, 7_000), // idle
      task(160_000, 5_000), // idle
      mark("bench-pressed", 200_000),
      task(199_000, 40_000), // the press
      mark("bench-painted", 240_000, 0),
      task(250_000, 90_000), // after the first question
    ),
    times,
  );
  assert.deepEqual(found, { first: 9, before: 12, idle: 7, start: 40 });
});

test("a task that began before the page was idle is not idle work", () => {
  const { idle } = longestTasks(
    trace(mark("bench-loaded", 100_000), task(139_000, 8_000), task(141_000, 2_000)),
    times,
  );
  assert.equal(idle, 2);
});

test("tasks of other threads and of the page's creation do not count", () => {
  const found = longestTasks(
    trace(task(90_000, 60_000), mark("bench-loaded", 100_000), task(110_000, 30_000, 3), task(150_000, 30_000, 3)),
    times,
  );
  assert.deepEqual(found, { first: 0, before: 0, idle: 0, start: undefined });
});
