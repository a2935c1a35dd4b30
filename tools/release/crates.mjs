// The crates that are compiled into the widget's modules and into the command, and Rust's standard library, for notices and SBOMs.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * A crate, or a library that comes with the compiler.
 *
 * @typedef {object} Crate
 * @property {string} name
 * @property {string} version
 * @property {string} license An SPDX expression.
 * @property {string[]} authors
 * @property {[name: string, text: string][]} licenseFiles
 * @property {boolean} isOwn Whether it is part of this repository.
 * @property {string} [checksum] The SHA-256 of its package, for a crate of the registry.
 */

/**
 * What cargo's metadata says about a package.
 *
 * @typedef {Pick<Crate, "name" | "version" | "license" | "authors"> & { manifest_path: string, source: string | null }} Package
 */

/** What is shipped: the crates that are compiled, and for what. */
export const shipped = {
  widget: { packages: ["which-cause", "which-cause-parser"], target: "wasm32-unknown-unknown" },
  command: { packages: ["which-cause-cli"], target: "x86_64-unknown-linux-musl" },
};

/** @param {string} program @param {string[]} options */
const run = (program, ...options) =>
  execFileSync(program, options, { encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "inherit"] });

/**
 * The crates that are compiled into something that is shipped, sorted by name. Crates that only run during the build are left out.
 *
 * @param {{ packages: string[], target: string }} shipped
 * @returns {Crate[]}
 */
export function cratesIn({ packages, target }) {
  const tree = run(
    ...["cargo", "tree", "--locked", "--target", target, "--edges", "normal,no-proc-macro"],
    ...["--prefix", "none", "--format", "{p}", ...packages.flatMap((name) => ["--package", name])],
  );
  const linked = new Set([...tree.matchAll(/^(\S+) v(\S+)/gm)].map(([, name, version]) => `${name} ${version}`));
  const metadata = run("cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", target);
  const checksums = lockedChecksums();
  /** @type {Package[]} */
  const everyPackage = JSON.parse(metadata).packages;
  const crates = everyPackage
    .filter(({ name, version }) => linked.has(`${name} ${version}`))
    .map(({ name, version, license, authors, manifest_path, source }) => ({
      name,
      version,
      license: license.replaceAll("/", " OR "),
      authors,
      licenseFiles: licenseFiles(dirname(manifest_path)),
      isOwn: !source,
      checksum: checksums.get(`${name} ${version}`),
    }));
  return [...crates, ...standardLibrary(target)].sort(byName);
}

/** @param {Crate} one @param {Crate} other */
const byName = (one, other) => (`${one.name} ${one.version}` < `${other.name} ${other.version}` ? -1 : 1);

/** The checksums in Cargo.lock, by name and version. */
const lockedChecksums = () =>
  new Map(
    [
      ...readFileSync("Cargo.lock", "utf8").matchAll(
        /^name = "(.+)"\nversion = "(.+)"\nsource = .+\nchecksum = "(.+)"$/gm,
      ),
    ].map(([, name, version, checksum]) => [`${name} ${version}`, checksum]),
  );

/** @param {string} folder @returns {[string, string][]} */
const licenseFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|unlicense)/i.test(entry.name))
    .map(({ name }) => [name, readFileSync(join(folder, name), "utf8")]);

/**
 * Rust's standard library with the crates in it, as the toolchain's own notices have them, and the C library of a static program.
 *
 * @param {string} target
 * @returns {Crate[]}
 */
function standardLibrary(target) {
  const sysroot = run("rustc", "--print", "sysroot").trim();
  const notices = join(sysroot, "share/doc/rust/COPYRIGHT-library.html");
  if (!existsSync(notices)) throw new Error(`${notices} is missing; a Rust that rustup has installed has it`);
  // The crates are nearly the same for all targets, and every machine that builds the widget has this one.
  const libraries = join(sysroot, "lib/rustlib", shipped.widget.target, "lib");
  const compiled = new Set(readdirSync(libraries).map((name) => name.match(/^lib(.+)-[0-9a-f]+\.rlib$/)?.[1]));
  const crates = readFileSync(notices, "utf8")
    .split("<h3>📦 ")
    .slice(1)
    .map(crateOfNotices)
    .filter(({ name }) => compiled.has(name.replaceAll("-", "_")));
  const rust = {
    name: "rust-std",
    version: run("rustc", "--version").split(" ")[1],
    license: "MIT OR Apache-2.0",
    // The toolchain's notices leave out the crates for backtraces, which all have the MIT license.
    authors: ["The Rust Project Developers", "the authors of addr2line, adler2, memchr, miniz_oxide and object"],
  };
  // The version that Rust's musl targets contain: https://doc.rust-lang.org/rustc/platform-support.html
  const musl = { name: "musl", version: "1.2.5", license: "MIT", authors: ["2005-2020 Rich Felker, et al."] };
  const more = target.endsWith("-musl") ? [rust, musl] : [rust];
  return [...crates, ...more.map((crate) => ({ ...crate, licenseFiles: [], isOwn: false }))];
}

/**
 * A crate of the toolchain's notices.
 *
 * @param {string} html Its section.
 * @returns {Crate}
 */
function crateOfNotices(html) {
  /** @param {string} name */
  const field = (name) => decodeEntities(html.match(`<b>${name}:</b> (.*)</p>`)?.[1] ?? "");
  const [, name, version] = /** @type {RegExpMatchArray} */ (html.match(/^(.+?)-(\d.*?)<\/h3>/));
  return {
    name,
    version,
    license: field("License").replaceAll("/", " OR "),
    authors: [field("Authors")],
    licenseFiles: [...html.matchAll(/<code>(.+?)<\/code><\/summary>\s*<pre>\n?([^]*?)<\/pre>/g)].map(
      ([, file, text]) => [file, decodeEntities(text)],
    ),
    isOwn: false,
  };
}

/** @param {string} html */
const decodeEntities = (html) => html.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
