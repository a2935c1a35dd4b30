// Prints every file of a folder with its bytes: as it is, and as servers send it, with gzip and with brotli.
// With --budget, holds the sums in `size-budget.json` too and fails where one is over.
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [folder = "dist", flag] = process.argv.slice(2);

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

const sizes = new Map(
  files.map((path) => {
    const bytes = readFileSync(path);
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    const size = { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
    return [relative(folder, path), size];
  }),
);

const number = (it) => it.toLocaleString("en").padStart(10);
const line = (name, { raw, gzip, brotli }) => console.log(name.padEnd(28) + number(raw) + number(gzip) + number(brotli));

console.log("file".padEnd(28) + "bytes".padStart(10) + "gzip 9".padStart(10) + "brotli 11".padStart(10));
for (const [name, size] of sizes) line(name, size);

if (flag === "--budget") {
  const budgets = JSON.parse(readFileSync(new URL("../size-budget.json", import.meta.url), "utf8"));
  let over = false;
  console.log();
  // A star stands for a language: each file of such a name has the budget to itself, unless it has one by its full name.
  const named = new Set(budgets.flatMap(({ files }) => files));
  const of = ({ files: [name], ...budget }) => {
    const [before, after] = name.split("*");
    const found = [...sizes.keys()].filter((it) => it.startsWith(before) && it.endsWith(after) && !named.has(it));
    return found.map((it) => ({ ...budget, what: `${budget.what}, ${it}`, files: [it] }));
  };
  const each = budgets.flatMap((it) => {
    const found = it.files[0].includes("*") ? of(it) : [];
    return found.length ? found : [it];
  });
  for (const { what, files, brotli: most } of each) {
    const missing = files.filter((name) => !sizes.has(name));
    if (missing.length) {
      over = true;
      console.error(`${what}: not in ${folder}: ${missing.join(", ")}`);
      continue;
    }
    const sum = files.reduce((sum, name) => sum + sizes.get(name).brotli, 0);
    if (sum > most) over = true;
    console.log(`${what}: ${sum.toLocaleString("en")} of ${most.toLocaleString("en")} bytes${sum > most ? "  OVER" : ""}`);
  }
  if (over) process.exit(1);
}
