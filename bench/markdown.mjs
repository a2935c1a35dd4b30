// Figures as an author reads them: numbers with their intervals, tables of Markdown, and the places in a document that
// are written anew by every run.

const digits = { ms: 0, KiB: 1, MiB: 2, times: 2 };
const size = { KiB: 1024, MiB: 1024 ** 2 };

/** A figure of a unit in digits. Of less than ten milliseconds the tenths are told as well. */
export const number = (it, unit) => {
  const value = it / (size[unit] ?? 1);
  if (value === 0) return "0";
  const small = unit === "ms" && Math.abs(value) < 9.95;
  const text = value.toFixed(small ? 1 : (digits[unit] ?? 4));
  return unit === "requests" ? value.toFixed(0) : text.replace(/^-(0\.?0*)$/, "$1");
};

/** A median with its interval. Where there is none to speak of, all rounds had the same. */
export const range = ({ median, low, high }, unit) => {
  const [middle, from, to] = [median, low, high].map((it) => number(it, unit));
  return from === to ? middle : `${middle} (${from} to ${to})`;
};

/** A table, its columns as wide as what is in them. */
export function table(head, rows) {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  return [head, widths.map((width) => "-".repeat(width)), ...rows].map(line).join("\n");
}

/** A document with something else between the two comments of this name. */
export function put(document, name, text) {
  const [from, to] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [start, end] = [document.indexOf(from), document.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`the document has no place between ${from} and ${to}`);
  return `${document.slice(0, start + from.length)}\n\n${text}\n\n${document.slice(end)}`;
}
