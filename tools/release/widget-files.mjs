// The widget's files in a build, and their checksums.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { encodings, files } from "../build/compress.mjs";

/** The article that a build shows the quiz in. */
const example = ["index.html", "article.css", "course.html"];

/**
 * The paths of the widget's files in a build: all but the example, without compressed copies.
 *
 * @param {string} build
 */
export const widgetFiles = (build) => files(build).filter((path) => !example.includes(relative(build, path)));

/**
 * These files and their compressed copies.
 *
 * @param {string[]} paths
 */
export const withCopies = (paths) =>
  paths.flatMap((path) => ["", ...Object.keys(encodings)].map((ending) => path + ending)).filter(existsSync);

/**
 * The checksums of all scripts for `integrity`, by path (https://www.w3.org/TR/SRI/).
 *
 * @param {string} build
 * @returns {Record<string, string>}
 */
export const checksums = (build) =>
  Object.fromEntries(
    widgetFiles(build)
      .filter((path) => path.endsWith(".js"))
      .map((path) => [
        relative(build, path).split(sep).join("/"),
        `sha384-${createHash("sha384").update(readFileSync(path)).digest("base64")}`,
      ]),
  );
