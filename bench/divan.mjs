// What divan prints, as data: it writes for people alone.

const units = { ns: 1e-6, µs: 1e-3, ms: 1, s: 1e3 };

/** By benchmark and argument, the median in milliseconds. */
export function divan(text) {
  const found = {};
  let bench;
  for (const line of text.split("\n")) {
    const named = line.match(/^[├╰]─ (\S+)/);
    if (named) [, bench] = named;
    const row = line.match(/^[│ ] {2}[├╰]─ (\S+) (.*)$/);
    if (!row || !bench) continue;
    const [, , median] = row[2].split("│").map((it) => it.trim());
    const [value, unit] = median.split(" ");
    (found[bench] ??= {})[row[1]] = Number(value) * units[unit];
  }
  if (!bench) throw new Error("divan said nothing that can be read");
  return found;
}
