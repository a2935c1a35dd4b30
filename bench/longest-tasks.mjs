// Finds the longest tasks of a page's main thread in a browser trace. The browser reports only tasks over 50 ms to a page.

/** The trace categories: tasks, and the marks of page-observer.js. */
export const categories = ["toplevel", "blink.user_timing"];

/**
 * The longest task in milliseconds of some periods: until the first paint, from there until the press of Start, from `idleFrom`
 * until the press, and from the press until the first question. `loadedAt`, `firstPaint` and `idleFrom` are times of the page: of its
 * creation, of its first paint, and since when it has had nothing to do. The task that creates the page is left out: it is the
 * browser's, and page-observer.js is compiled in it.
 */
export function longestTasks(trace, { loadedAt, firstPaint, idleFrom }) {
  const { traceEvents } = JSON.parse(trace.toString());
  const mark = (wanted) => traceEvents.find(({ name }) => name === wanted);
  const { ts: from, pid, tid } = mark("bench-loaded");
  const tasks = traceEvents.filter(
    (event) =>
      event.name === "ThreadControllerImpl::RunTask" &&
      event.ph === "X" &&
      event.pid === pid &&
      event.tid === tid &&
      event.ts > from,
  );
  const longest = (tasks) => Math.max(0, ...tasks.map(({ dur }) => dur / 1000));
  const most = (from, to) => longest(tasks.filter(({ ts, dur }) => ts + dur >= from && ts + dur < to));
  const traceTime = (time) => from + (time - loadedAt) * 1000;
  const painted = traceTime(firstPaint);
  // The mark of the press is inside the task of the press.
  const pressed = mark("bench-pressed")?.ts ?? Infinity;
  const shown = mark("bench-painted");
  return {
    first: most(from, painted),
    before: most(painted, pressed),
    // A task that had begun before is not work of the idle page.
    idle: longest(tasks.filter(({ ts, dur }) => ts >= traceTime(idleFrom) && ts + dur < pressed)),
    start: shown && most(pressed, shown.ts + (shown.dur ?? 0)),
  };
}
