// Formats numbers and intervals, makes Markdown tables, and puts them into a document.

const digits = { ms: 0, KiB: 1, MiB: 2, times: 2, frames: 1 };
const size = { KiB: 1024, MiB: 1024 ** 2 };

/** Formats a number of a unit. Times under ten milliseconds have one decimal place. */
export const number = (amount, unit) => {
  const value = amount / (size[unit] ?? 1);
  if (value === 0) return "0";
  const small = unit === "ms" && Math.abs(value) < 9.95;
  const text = value.toFixed(small ? 1 : (digits[unit] ?? 4));
  return unit === "requests" ? value.toFixed(0) : text.replace(/^-(0\.?0*)$/, "$1");
};

/** Formats a median with its interval; only the median if all rounds had the same value. */
export const range = ({ median, low, high }, unit) => {
  const [middle, from, to] = [median, low, high].map((value) => number(value, unit));
  return from === to ? middle : `${middle} (${from} to ${to})`;
};

/** Makes a table with aligned columns. */
export function table(head, rows) {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  return [head, widths.map((width) => "-".repeat(width)), ...rows].map(line).join("\n");
}

/** Replaces the text between the two comments of this name in a document. */
export function replaceSection(document, name, text) {
  const [from, to] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [start, end] = [document.indexOf(from), document.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`the document has no section between ${from} and ${to}`);
  return `${document.slice(0, start + from.length)}\n\n${text}\n\n${document.slice(end)}`;
}
