// The folder of a build that the app's files are in. Its name comes from their names and bytes, so that what has once been
// fetched from it is right for ever, and files of two builds never meet.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";

/** What stands beside that folder, under names that stay: what owners link or read, and the article with its sheet. */
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

const called = /^which-cause-[0-9a-f]{10}$/;

/** Puts whatever else a build has into the folder, and gives the folder's name. */
export function gather(build) {
  const files = readdirSync(build, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith(".") && !stable.includes(entry.name))
    .map(({ name }) => name)
    .sort();
  const hash = createHash("sha256");
  for (const name of files) {
    const bytes = readFileSync(join(build, name));
    // Where one file ends and the next begins is part of it.
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  const folder = `which-cause-${hash.digest("hex").slice(0, 10)}`;
  mkdirSync(join(build, folder));
  for (const name of files) renameSync(join(build, name), join(build, folder, name));
  return folder;
}

/** The name of that folder in a finished build. */
export function folderOf(build) {
  const found = existsSync(build) ? readdirSync(build).filter((name) => called.test(name)) : [];
  if (found.length !== 1) throw new Error(`${build}: no build is there; \`make build\` makes one`);
  return found[0];
}
