// Tests a whole release: `make test-release`, or node --test-reporter=spec tests/packages/release.mjs [RELEASE].
//
// It makes the release of the last commit again in a clone in another folder, which compiles everything anew.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";

import { publishedCrates } from "../../tools/release/parts.mjs";
import { version } from "../../tools/release/versions.mjs";

const release = process.argv[2] ?? "target/release-files";
/** Outside the repository, so that cargo sees no workspace around a package. */
const out = mkdtempSync(join(tmpdir(), "which-cause-release-"));
const program = join(out, `which-cause-${version()}-x86_64-linux`, "which-cause");

after(() => rmSync(out, { recursive: true }));

test("the release is complete", () => {
  const of = (name, ending) => `${name}-${version()}${ending}`;
  const bills = ["widget", "command"].flatMap((what) =>
    [".cdx.json", ".notices.txt"].map((ending) => of(`which-cause-${what}`, ending)),
  );
  const zips = ["widget", "wordpress", "documentation"].map((part) => of(`which-cause-${part}`, ".zip"));
  const crates = publishedCrates.map((name) => of(name, ".crate"));
  const command = of("which-cause", "-x86_64-linux.zip");
  const others = ["SHA256SUMS", "integrity.json", "RELEASE-NOTES.md"];
  assert.deepEqual(
    readdirSync(release).sort(),
    [...bills, ...zips, of("which-cause", ".tgz"), ...crates, command, ...others].sort(),
  );
  execFileSync("sha256sum", ["--check", "--strict", "--quiet", "SHA256SUMS"], { cwd: release });
});

test("the command is a program that needs nothing else", () => {
  execFileSync("unzip", ["-q", resolve(release, `which-cause-${version()}-x86_64-linux.zip`)], { cwd: out });
  const { stdout, stderr } = spawnSync("ldd", [program], { encoding: "utf8" });
  assert.match(stdout + stderr, /statically linked|not a dynamic executable/);
  for (const folder of [homedir(), process.cwd()]) assert.ok(!readFileSync(program).includes(folder), folder);
  const run = (...options) => execFileSync(program, options, { cwd: out, encoding: "utf8", env: {} });
  assert.equal(run("--version").trim(), `which-cause ${version()}`);
  run("new", "quiz.json", "--title", "Why is my tea cold?", "--language", "en", "--start", "safety");
  run("check", "quiz.json");
  assert.match(run("snippet", "quiz.json"), /<which-cause quiz="quiz.json"/);
});

test("cargo installs the command from its package", () => {
  for (const name of publishedCrates) {
    execFileSync("tar", ["-xzf", resolve(release, `${name}-${version()}.crate`)], { cwd: out });
  }
  const folder = (name) => join(out, `${name}-${version()}`);
  const patches = ["which-cause-quiz", "which-cause-snippet"].flatMap((name) => [
    "--config",
    `patch.crates-io.${name}.path="${folder(name)}"`,
  ]);
  const options = ["install", "--quiet", "--path", folder("which-cause-cli"), "--root", join(out, "installed")];
  // The lock file of the package has these from the registry, so this is without --locked.
  execFileSync("cargo", [...options, ...patches], { cwd: out, stdio: ["ignore", "inherit", "inherit"] });
  const installed = join(out, "installed/bin/which-cause");
  assert.equal(execFileSync(installed, ["--version"], { encoding: "utf8" }).trim(), `which-cause ${version()}`);
});

test("a clone in another folder makes the same bytes", () => {
  const clone = join(out, "clone");
  execFileSync("git", ["clone", "--quiet", ".", clone]);
  // Nothing that is compiled here may be used there.
  const { MAKEFLAGS, MAKELEVEL, CARGO_TARGET_DIR, CARGO_BUILD_BUILD_DIR, ...env } = process.env;
  execFileSync("make", ["release"], { cwd: clone, env, stdio: ["ignore", "inherit", "inherit"] });
  const sums = (folder) => readFileSync(join(folder, "SHA256SUMS"), "utf8");
  assert.equal(sums(join(clone, "target/release-files")), sums(release));
});
