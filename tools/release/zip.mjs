// Writes zip files. The same files give the same bytes: in a fixed order, with a fixed time, and compressed in JavaScript, so that Node's
// version does not matter.
import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { zipSync } from "fflate";

/** A file of an archive: its path in it, and its content. @typedef {[path: string, content: Uint8Array | string]} File */

/**
 * The files at these paths, as files of an archive.
 *
 * @param {string[]} paths
 * @param {string} folder The folder that their paths in the archive begin in.
 * @param {string} [into] A folder of the archive, with a slash at its end.
 * @returns {File[]}
 */
export const filesAt = (paths, folder, into = "") =>
  paths.map((path) => [into + relative(folder, path).split(sep).join("/"), readFileSync(path)]);

/**
 * A zip of these files, sorted by path.
 *
 * @param {File[]} files
 * @param {string[]} [programs] The paths in the archive that are programs.
 */
export function zip(files, programs = []) {
  const entries = files
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, content]) => {
      // A regular file with these permissions, made on Unix (3), at the earliest time that the format allows.
      const attrs = (programs.includes(path) ? 0o100755 : 0o100644) << 16;
      return [path, [Buffer.from(content), { level: 9, os: 3, attrs, mtime: new Date(1980, 0, 1) }]];
    });
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}
