// The folder of the app's files. Its name is a hash of their names and bytes. So a cached file never goes stale, and a
// page never gets files of two builds.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";

/** The files that stay beside the folder. Their names stay from build to build: owners link or read them. The last three are the example. */
const stable = [
  "which-cause.js",
  "which-cause-frame.js",
  "frame.html",
  "frame.js",
  "frame.css",
  "quiz.schema.json",
  "custom-elements.json",
  "index.html",
  "article.css",
  "course.html",
];

const pattern = /^which-cause-[0-9a-f]{10}$/;

/**
 * Moves all other files of a build into the folder, and returns the folder's name.
 *
 * @param {string} build
 */
export function moveIntoFolder(build) {
  const files = readdirSync(build, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith(".") && !stable.includes(entry.name))
    .map(({ name }) => name)
    .sort();
  if (!files.length) throw new Error(`${build} has no files of the app`);
  const hash = createHash("sha256");
  for (const name of files) {
    const bytes = readFileSync(join(build, name));
    // The length keeps two files apart from one with the bytes of both.
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  const folder = `which-cause-${hash.digest("hex").slice(0, 10)}`;
  mkdirSync(join(build, folder));
  for (const name of files) renameSync(join(build, name), join(build, folder, name));
  return folder;
}

/**
 * The name of that folder in a finished build.
 *
 * @param {string} build
 */
export function folderOf(build) {
  const found = existsSync(build) ? readdirSync(build).filter((name) => pattern.test(name)) : [];
  if (found.length !== 1) throw new Error(`${build}: no build is there; \`make build\` makes one`);
  return found[0];
}
