// Leaves every file of a build compressed beside itself, as servers send it that look for `.br` and `.gz`: as small as it gets,
// which is more than a server would do for each reader anew.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** How files are compressed, by the endings. */
export const encodings = {
  ".br": (bytes) =>
    brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  ".gz": (bytes) => gzipSync(bytes, { level: 9 }),
};

/** The paths of all files of a build, without those that are others compressed. */
export const files = (build) =>
  readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^\.|\.(br|gz)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** Compresses them. What would not be smaller stays alone. */
export function compress(build) {
  for (const path of files(build)) {
    const bytes = readFileSync(path);
    for (const [ending, made] of Object.entries(encodings)) {
      const smaller = made(bytes);
      if (smaller.length < bytes.length) writeFileSync(path + ending, smaller);
    }
  }
}
