// What measurements that were made in rounds amount to. The visits of a round stand next to each other in time, so what
// else the machine was doing weighs on all alike, and what they are compared by is taken within the round.

/** The number below which this share of some numbers is, between two of them where it has to be. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place % 1);
}

/** The middle of some numbers. */
export const median = (numbers) => quantile(numbers, 0.5);

/**
 * What rounds amount to, their median unless something else is said, with the interval that 95 of 100 resamplings of the
 * rounds fall into (percentile bootstrap).
 */
export function interval(rounds, amount = median) {
  const next = random(1);
  const times = 10_000;
  const resampled = Array.from({ length: times }, () => amount(rounds.map(() => rounds[Math.floor(next() * rounds.length)])));
  return { median: amount(rounds), low: quantile(resampled, 0.025), high: quantile(resampled, 0.975) };
}

/** What next to nothing is: how many times as much something else is, says nothing. */
const little = 10;

/** Figures of pairs `[one, other]`: what the one has more, and how many times as much it is. */
export function compare(pairs) {
  const told = pairs.every(([, other]) => other >= little);
  return {
    added: interval(pairs.map(([one, other]) => one - other)),
    ratio: told ? interval(pairs.map(([one, other]) => one / other)) : null,
  };
}

/** Numbers from 0 to 1 that are the same in every run, so that the same measurements have the same interval. */
function random(seed) {
  let state = seed;
  // Lehmer's generator, with Park and Miller's numbers.
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
