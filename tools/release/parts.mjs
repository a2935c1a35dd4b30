// The parts of a release. Each makes its files in a folder.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { files as listFiles } from "../build/compress.mjs";
import { folderOf } from "../build/content-hash.mjs";
import { cratesIn, shipped } from "./crates.mjs";
import { notices } from "./notices.mjs";
import { packNpm } from "./npm-package.mjs";
import { version } from "./versions.mjs";
import { widgetFiles, withCopies } from "./widget-files.mjs";
import { filesAt, zip } from "./zip.mjs";

/** @typedef {{ build: string, out: string }} Folders The folder of the build, and the one for the files of the release. */

/** The crates that are published, in the order in which they must be. */
export const publishedCrates = ["which-cause-quiz", "which-cause", "which-cause-snippet", "which-cause-cli"];

const licenses = ["LICENSE-MIT", "LICENSE-APACHE"];

/** The notices of what is in the widget and in the command. */
export const widgetNotices = () => notices("the which-cause widget", cratesIn(shipped.widget));
export const commandNotices = () => notices("the command which-cause", cratesIn(shipped.command));

/** Each part of a release, by its name. @type {Record<string, (folders: Folders) => void>} */
export const parts = {
  /** The folder to upload, with a page to try it. */
  widget({ build, out }) {
    folderOf(build);
    const root = `which-cause-widget-${version()}/`;
    const archive = zip([
      ...filesAt(withCopies(widgetFiles(build)), build, `${root}which-cause/`),
      [`${root}README.md`, readFileSync("tools/release/widget-readme.md")],
      [`${root}example.html`, readFileSync("integrations/plain-html/index.html")],
      [`${root}THIRD-PARTY-NOTICES.txt`, widgetNotices()],
      ...filesAt(licenses, ".", root),
    ]);
    writeFileSync(join(out, `which-cause-widget-${version()}.zip`), archive);
  },

  wordpress({ build, out }) {
    const target = join(out, `which-cause-wordpress-${version()}.zip`);
    run("node", "tools/wordpress/pack.mjs", target, build);
  },

  npm({ build, out }) {
    packNpm({ build, version: version(), notices: widgetNotices(), out });
  },

  /** The site of `make docs`. */
  documentation({ out }) {
    const site = "target/docs-site/html";
    if (!existsSync(site)) throw new Error(`${site} is missing: \`make docs\` builds the documentation`);
    const root = `which-cause-documentation-${version()}/`;
    writeFileSync(join(out, `${root.slice(0, -1)}.zip`), zip(filesAt(listFiles(site), site, root)));
  },

  /** Cargo compiles each package from its own files. */
  crates: ({ out }) => packCrates(out),

  /** The command as one static program for any Linux on x86-64. */
  command({ out }) {
    const { target } = shipped.command;
    const installed = join(run("rustc", "--print", "sysroot").trim(), "lib/rustlib", target);
    if (!existsSync(installed)) throw new Error(`Rust's target ${target} is missing: \`rustup target add ${target}\``);
    const options = ["--release", "--locked", "--config", "profile.release.strip=true", "--target", target];
    run("cargo", "build", ...options, "--package", "which-cause-cli");
    const { target_directory: folder } = JSON.parse(run("cargo", "metadata", "--no-deps", "--format-version", "1"));
    const name = `which-cause-${version()}-x86_64-linux`;
    const archive = zip(
      [
        [`${name}/which-cause`, readFileSync(join(folder, target, "release/which-cause"))],
        [`${name}/README.md`, readFileSync("crates/cli/README.md")],
        [`${name}/THIRD-PARTY-NOTICES.txt`, commandNotices()],
        ...filesAt(licenses, ".", `${name}/`),
      ],
      [`${name}/which-cause`],
    );
    writeFileSync(join(out, `${name}.zip`), archive);
  },
};

/**
 * Packs the crates, and returns the paths of their packages.
 *
 * @param {string} out
 * @param {string[]} options Further options of `cargo package`.
 */
export function packCrates(out, ...options) {
  run("cargo", "package", "--locked", "--quiet", ...publishedCrates.flatMap((name) => ["--package", name]), ...options);
  const { target_directory: folder } = JSON.parse(run("cargo", "metadata", "--no-deps", "--format-version", "1"));
  return publishedCrates.map((name) => {
    const file = `${name}-${version()}.crate`;
    copyFileSync(join(folder, "package", file), join(out, file));
    return join(out, file);
  });
}

/** @param {string} program @param {string[]} options */
const run = (program, ...options) =>
  execFileSync(program, options, { encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "inherit"] });
