// Prints the size of the studio, and fails if its files are over their budget: node tools/size/studio-size.mjs [BUILD].
import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { encodings, files } from "../build/compress.mjs";

/** The most bytes of all files together, with brotli. The widget in it is fetched only for the ZIP file. */
const BUDGET = 1_000_000;

const build = process.argv[2] ?? "dist/studio";
const size = files(build)
  .filter((path) => relative(build, path).split(sep)[0] !== "widget")
  .map((path) => encodings[".br"](readFileSync(path)).length)
  .reduce((total, bytes) => total + bytes, 0);
console.log(`studio: ${size.toLocaleString("en")} of ${BUDGET.toLocaleString("en")} bytes with brotli`);
if (size > BUDGET) process.exitCode = 1;
