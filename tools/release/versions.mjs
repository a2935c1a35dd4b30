// The version of a release. Cargo.toml has it. The other files that name it must agree.
import { readFileSync } from "node:fs";

const plugin = "integrations/wordpress/which-cause";

/** The places of the version, each as a pattern, by file. */
const places = {
  "Cargo.toml": [/^which-cause-quiz = \{.* version = "(.+?)"/m, /^which-cause-snippet = \{.* version = "(.+?)"/m],
  // The first heading with a number is the newest release.
  "CHANGELOG.md": [/^## \[(\d.+?)\] - \d{4}-\d\d-\d\d$/m],
  [`${plugin}/which-cause.php`]: [/^ \* Version: +(.+)$/m, /^const VERSION = '(.+)';$/m],
  [`${plugin}/readme.txt`]: [/^Stable tag: (.+)$/m, /^== Changelog ==\s+= (.+) =$/m],
  [`${plugin}/block/block.json`]: [/^ {2}"version": "(.+)",$/m],
};

/** @param {string} path */
const read = (path) => readFileSync(path, "utf8");

/** The version in Cargo.toml. Throws if another file has another one. */
export function version() {
  const version = read("Cargo.toml").match(/^\[workspace\.package\]\nversion = "(.+)"$/m)?.[1];
  if (!version) throw new Error("Cargo.toml: the first line of [workspace.package] should be the version");
  for (const [file, patterns] of Object.entries(places)) {
    for (const pattern of patterns) {
      const found = read(file).match(pattern)?.[1];
      if (found !== version) throw new Error(`${file} says ${found} at ${pattern}, and Cargo.toml says ${version}`);
    }
  }
  return version;
}

/** The newest release in CHANGELOG.md: its date, and what it says about it. */
export function newestRelease() {
  const [, , date, text] = /** @type {RegExpMatchArray} */ (
    read("CHANGELOG.md").match(/^## \[(\d.+?)\] - (\d{4}-\d\d-\d\d)\n+([^]*?)(?=^## |$(?![^]))/m)
  );
  return { date, text: text.trim() };
}
