// The last step of a build of the studio, which Trunk runs as a hook: puts the widget's files beside the studio, for the ZIP file that
// an author publishes, and compresses all files of a release.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { checksums, widgetFiles } from "../release/widget-files.mjs";
import { compress } from "./compress.mjs";

const root = join(import.meta.dirname, "../..");
const build = process.env.TRUNK_STAGING_DIR;
if (!build) throw new Error("Trunk runs this script and names its folder in TRUNK_STAGING_DIR");

/** The widget's build. Without one, the studio says that it has no widget. */
const widget = join(root, "dist");
if (existsSync(join(widget, "which-cause.js"))) copyWidget(join(build, "widget"));
if (process.env.TRUNK_PROFILE === "release") compress(build);

/**
 * Copies the widget's files, and writes the list of them.
 *
 * @param {string} to
 */
function copyWidget(to) {
  // Files for authors and for tools, which no page needs.
  const paths = widgetFiles(widget).filter(
    (path) => !["quiz.schema.json", "custom-elements.json"].includes(nameOf(path)),
  );
  for (const path of paths) copy(path, join(to, nameOf(path)));
  const licenses = ["LICENSE-MIT", "LICENSE-APACHE"];
  for (const name of licenses) copy(join(root, name), join(to, `${name}.txt`));
  const metadata = execFileSync("cargo", ["metadata", "--no-deps", "--format-version=1"], {
    cwd: root,
    encoding: "utf8",
  });
  /** @type {{ packages: { name: string, version: string }[] }} */
  const { packages } = JSON.parse(metadata);
  const version = packages.find(({ name }) => name === "which-cause")?.version;
  const list = {
    version,
    integrity: checksums(widget)["which-cause.js"],
    files: [...paths.map(nameOf), ...licenses.map((name) => `${name}.txt`)],
  };
  writeFileSync(join(to, "files.json"), JSON.stringify(list));
}

/** @param {string} path */
function nameOf(path) {
  return relative(widget, path).split(sep).join("/");
}

/**
 * @param {string} from
 * @param {string} to
 */
function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
