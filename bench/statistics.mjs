// Statistics of measurements in rounds. The visits of a round are close in time, so other work on the machine affects all of
// them alike. Therefore pages are compared within a round.

/** The quantile of some numbers, interpolated between two of them. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place % 1);
}

export const median = (numbers) => quantile(numbers, 0.5);

/**
 * A statistic of some rounds, the median by default, with its 95 % interval (percentile bootstrap over resampled rounds).
 */
export function interval(rounds, statistic = median) {
  const next = random(1);
  const times = 10_000;
  const resampled = Array.from({ length: times }, () =>
    statistic(rounds.map(() => rounds[Math.floor(next() * rounds.length)])),
  );
  return { median: statistic(rounds), low: quantile(resampled, 0.025), high: quantile(resampled, 0.975) };
}

/** No ratio is given to a value below this: it would say nothing. */
const leastForRatio = 10;

/** Compares pairs `[one, other]`: the difference, and the ratio if it is meaningful. */
export function compare(pairs) {
  const hasRatio = pairs.every(([, other]) => other >= leastForRatio);
  return {
    difference: interval(pairs.map(([one, other]) => one - other)),
    ratio: hasRatio ? interval(pairs.map(([one, other]) => one / other)) : null,
  };
}

/** A random generator with a seed, so that the same measurements always have the same interval. */
function random(seed) {
  let state = seed;
  // The Lehmer generator with the constants of Park and Miller.
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
