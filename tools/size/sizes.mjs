// Prints every file of a build with its bytes: as it is, and as servers send it, with gzip and with brotli.
// With --budget, holds the sums in `size-budget.json` too and fails where one is over; beside each it says what has changed
// since `sizes.json` was written, at the last release or change that was meant; --keep writes it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { encodings, files } from "../build/compress.mjs";
import { folderOf } from "../build/content-hash.mjs";

const [build = "dist", flag] = process.argv.slice(2);
const folder = folderOf(build);

const sizes = new Map(
  files(build).map((path) => {
    const bytes = readFileSync(path);
    const size = { raw: bytes.length, gzip: encodings[".gz"](bytes).length, brotli: encodings[".br"](bytes).length };
    return [relative(build, path), size];
  }),
);
/** A file by its name alone, where it is in the folder whose name is another in each build. */
const named = (name) => sizes.get(name) ?? sizes.get(join(folder, name));

const number = (it) => it.toLocaleString("en").padStart(10);
const width = Math.max(...[...sizes.keys()].map((name) => name.length)) + 2;
const line = (name, { raw, gzip, brotli }) => console.log(name.padEnd(width) + number(raw) + number(gzip) + number(brotli));

console.log("file".padEnd(width) + "bytes".padStart(10) + "gzip 9".padStart(10) + "brotli 11".padStart(10));
for (const [name, size] of sizes) line(name, size);

if (flag) {
  const budgets = JSON.parse(readFileSync(new URL("./size-budget.json", import.meta.url), "utf8"));
  const last = new URL("./sizes.json", import.meta.url);
  const before = existsSync(last) ? JSON.parse(readFileSync(last, "utf8")) : {};
  const now = {};
  let over = false;
  console.log();
  // A star stands for a language: each file of such a name has the budget to itself, unless it has one by its full name.
  const full = new Set(budgets.flatMap(({ files }) => files));
  const names = [...sizes.keys()].map((path) => (path.startsWith(folder) ? relative(folder, path) : path));
  const of = ({ files: [name], ...budget }) => {
    const [start, end] = name.split("*");
    const found = names.filter((it) => it.startsWith(start) && it.endsWith(end) && !full.has(it));
    return found.map((it) => ({ ...budget, what: `${budget.what}, ${it}`, files: [it] }));
  };
  const each = budgets.flatMap((it) => {
    const found = it.files[0].includes("*") ? of(it) : [];
    return found.length ? found : [it];
  });
  for (const { what, files, brotli: most } of each) {
    const missing = files.filter((name) => !named(name));
    if (missing.length) {
      over = true;
      console.error(`${what}: not in ${build}: ${missing.join(", ")}`);
      continue;
    }
    const sum = (now[what] = files.reduce((sum, name) => sum + named(name).brotli, 0));
    if (sum > most) over = true;
    const more = sum - before[what];
    const since = what in before ? (more ? `${more > 0 ? "+" : "−"}${Math.abs(more).toLocaleString("en")}` : "as before") : "new";
    console.log(
      `${what}: ${sum.toLocaleString("en")} of ${most.toLocaleString("en")} bytes (${since})${sum > most ? "  OVER" : ""}`,
    );
  }
  for (const what in before) if (!(what in now)) console.log(`${what}: gone; it was ${before[what].toLocaleString("en")}`);
  if (over) process.exit(1);
  if (flag === "--keep") writeFileSync(last, `${JSON.stringify(now, null, 2)}\n`);
}
