// Prints the size of each file of a build: as it is, with gzip and with brotli.
//
//   node tools/size/sizes.mjs [BUILD] [--budget | --keep]
//
// With --budget it also compares the sums in size-budget.json, and fails if one is over. Beside each sum is its change since sizes.json
// was written, which is at each release and at each intended change of a size. --keep writes that file.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { encodings, files } from "../build/compress.mjs";
import { folderOf } from "../build/content-hash.mjs";

/** @typedef {{ raw: number, gzip: number, brotli: number }} Size */
/** @typedef {{ what: string, files: string[], brotli: number }} Budget */

const [build = "dist", flag] = process.argv.slice(2);
const folder = folderOf(build);
const sizes = new Map(files(build).map((path) => [relative(build, path), sizeOf(path)]));

printSizes();
if (flag) process.exitCode = compareBudgets() ? 0 : 1;

/**
 * The size of a file. The name of the app's folder has a hash, and some hashes compress worse than others: up to 20 bytes in the loader.
 * So it is measured with another name of the same length, and a size changes only with the code.
 *
 * @param {string} path
 * @returns {Size}
 */
function sizeOf(path) {
  const bytes = Buffer.from(readFileSync(path, "latin1").replaceAll(folder, "which-cause-0123456789"), "latin1");
  return { raw: bytes.length, gzip: encodings[".gz"](bytes).length, brotli: encodings[".br"](bytes).length };
}

function printSizes() {
  const width = Math.max(...[...sizes.keys()].map((name) => name.length)) + 2;
  /**
   * @param {string} first
   * @param {string[]} columns
   */
  const print = (first, columns) =>
    console.log(first.padEnd(width) + columns.map((text) => text.padStart(10)).join(""));
  print("file", ["bytes", "gzip 9", "brotli 11"]);
  for (const [name, { raw, gzip, brotli }] of sizes) print(name, [raw, gzip, brotli].map(number));
}

/** Prints the sums beside their budgets. Returns whether all files are there and all sums within their budgets. */
function compareBudgets() {
  const budgets = expandStars(JSON.parse(readFileSync(new URL("./size-budget.json", import.meta.url), "utf8")));
  const kept = new URL("./sizes.json", import.meta.url);
  /** @type {Record<string, number>} */
  const before = existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")) : {};
  /** @type {Record<string, number>} */
  const now = {};
  let isWithin = true;
  console.log();
  for (const { what, files, brotli: budget } of budgets) {
    const found = files.map(find);
    const missing = files.filter((_, index) => !found[index]);
    if (missing.length) {
      isWithin = false;
      console.error(`${what}: not in ${build}: ${missing.join(", ")}`);
      continue;
    }
    const sum = found.reduce((total, size) => total + (size?.brotli ?? 0), 0);
    now[what] = sum;
    if (sum > budget) isWithin = false;
    const over = sum > budget ? "  OVER" : "";
    console.log(`${what}: ${number(sum)} of ${number(budget)} bytes (${change(before[what], sum)})${over}`);
  }
  for (const what in before) if (!(what in now)) console.log(`${what}: gone; it was ${number(before[what])}`);
  if (isWithin && flag === "--keep") writeFileSync(kept, `${JSON.stringify(now, null, 2)}\n`);
  return isWithin;
}

/**
 * The size of a file by its name alone: the name of the app's folder changes with each build.
 *
 * @param {string} name
 */
function find(name) {
  return sizes.get(name) ?? sizes.get(join(folder, name));
}

/**
 * Budgets with one for each file in place of a name with a star, which stands for a language. A file with a budget by its full name is
 * left out. A star without files stays, and is reported as missing.
 *
 * @param {Budget[]} budgets
 */
function expandStars(budgets) {
  const named = new Set(budgets.flatMap(({ files }) => files));
  const names = [...sizes.keys()].map((path) => (path.startsWith(folder) ? relative(folder, path) : path));
  return budgets.flatMap((budget) => {
    const [start, end] = budget.files[0].split("*");
    if (end === undefined) return [budget];
    const matching = names.filter((name) => name.startsWith(start) && name.endsWith(end) && !named.has(name));
    if (!matching.length) return [budget];
    return matching.map((name) => ({ ...budget, what: `${budget.what}, ${name}`, files: [name] }));
  });
}

/**
 * @param {number | undefined} before
 * @param {number} now
 */
function change(before, now) {
  if (before === undefined) return "new";
  if (before === now) return "as before";
  return `${now > before ? "+" : "−"}${number(Math.abs(now - before))}`;
}

/** @param {number} value */
function number(value) {
  return value.toLocaleString("en");
}
