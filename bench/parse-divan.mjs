// Parses the output of divan, which has no machine-readable format.

const units = { ns: 1e-6, µs: 1e-3, ms: 1, s: 1e3 };

/** The median of each benchmark and argument, in milliseconds. */
export function parseDivan(text) {
  const medians = {};
  let bench;
  for (const line of text.split("\n")) {
    const heading = line.match(/^[├╰]─ (\S+)/);
    if (heading) [, bench] = heading;
    const row = line.match(/^[│ ] {2}[├╰]─ (\S+) (.*)$/);
    if (!row || !bench) continue;
    const [, , median] = row[2].split("│").map((cell) => cell.trim());
    const [value, unit] = median.split(" ");
    (medians[bench] ??= {})[row[1]] = Number(value) * units[unit];
  }
  if (!bench) throw new Error("no benchmark was found in the output of divan");
  return medians;
}
