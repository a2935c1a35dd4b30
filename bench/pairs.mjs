// What paired measurements amount to. Two visits of a pair stand next to each other in time, so what else the machine
// was doing weighs on both alike, and what they are compared by is taken within the pair.

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of some numbers, with the interval that 95 of 100 resamplings of them fall into (percentile bootstrap). */
export function interval(numbers) {
  const next = random(1);
  const resampled = Array.from({ length: 10_000 }, () =>
    median(numbers.map(() => numbers[Math.floor(next() * numbers.length)])),
  ).sort((a, b) => a - b);
  const at = (share) => resampled[Math.round(share * (resampled.length - 1))];
  return { median: median(numbers), low: at(0.025), high: at(0.975) };
}

/** What next to nothing is: how many times as much something else is, says nothing. */
const little = 10;

/** Figures of pairs `[with, without]`: the medians, what is added, and how many times as much it is. */
export function compare(pairs) {
  const told = pairs.every(([, without]) => without >= little);
  return {
    with: median(pairs.map(([it]) => it)),
    without: median(pairs.map(([, it]) => it)),
    added: interval(pairs.map(([it, other]) => it - other)),
    ratio: told ? interval(pairs.map(([it, other]) => it / other)) : null,
  };
}

/** Numbers from 0 to 1 that are the same in every run, so that the same measurements have the same interval. */
function random(seed) {
  let state = seed;
  // Lehmer's generator, with Park and Miller's numbers.
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
