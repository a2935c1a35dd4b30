// The tasks of a page's main thread, out of a trace of the browser: a page itself is told of those over 50 ms alone.

/** What has to be traced for that: the tasks, and the marks that watch.js makes. */
export const categories = ["toplevel", "blink.user_timing"];

/**
 * The longest task in milliseconds up to the `firstPaint` of what was `born` then, both in the page's own time; from there
 * until Start was pressed; and from then to the first question. The task in which the page comes into being is left out: it
 * is the browser's own, and what watches the page is read in it.
 */
export function longest(trace, { born, firstPaint }) {
  const { traceEvents } = JSON.parse(trace.toString());
  const mark = (wanted) => traceEvents.find(({ name }) => name === wanted);
  const { ts: from, pid, tid } = mark("bench-born");
  const tasks = traceEvents.filter(
    (it) => it.name === "ThreadControllerImpl::RunTask" && it.ph === "X" && it.pid === pid && it.tid === tid && it.ts > from,
  );
  const most = (from, to) =>
    Math.max(0, ...tasks.filter(({ ts, dur }) => ts + dur >= from && ts + dur < to).map(({ dur }) => dur / 1000));
  const painted = from + (firstPaint - born) * 1000;
  // The press is marked within its own task.
  const pressed = mark("bench-pressed")?.ts ?? Infinity;
  const asked = mark("bench-painted");
  return {
    first: most(from, painted),
    before: most(painted, pressed),
    start: asked && most(pressed, asked.ts + (asked.dur ?? 0)),
  };
}
