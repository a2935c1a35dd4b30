// Packs the crates and uses the packages as others do: `make test-packages`, or node --test-reporter=spec tests/packages/crates.mjs.
//
// The packages come from no registry yet, so a workspace of their own uses their unpacked folders. It shares the compiled dependencies
// of the repository. `make release` also compiles each package alone.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { before, test } from "node:test";

import { packCrates, publishedCrates } from "../../tools/release/parts.mjs";
import { version } from "../../tools/release/versions.mjs";

const workspace = "target/packages/crates";
const app = join(workspace, "app");
const folderOf = (name) => `${name}-${version()}`;

/** Where cargo keeps the compiled dependencies of the repository. */
const buildFolder = process.env.CARGO_BUILD_BUILD_DIR ?? process.env.CARGO_TARGET_DIR ?? "target";
const env = {
  ...process.env,
  CARGO_BUILD_BUILD_DIR: resolve(buildFolder),
  CARGO_TARGET_DIR: resolve(workspace, "target"),
};

/** Runs cargo in the workspace, and returns what it prints. */
const cargo = (...options) =>
  execFileSync("cargo", options, { cwd: workspace, encoding: "utf8", env, stdio: ["ignore", "pipe", "inherit"] });

before(() => {
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(workspace, { recursive: true });
  for (const path of packCrates(workspace, "--no-verify", "--allow-dirty")) {
    // With the time of now, because cargo compiles what is newer. The times in a package are always the same.
    execFileSync("tar", ["-xmzf", resolve(path)], { cwd: workspace });
  }
  cpSync("tests/packages/leptos-app", app, { recursive: true });
  const manifest = readFileSync("Cargo.toml", "utf8");
  const [stub] = manifest.match(/^wasm-streams = .*$/m);
  const profiles = manifest.match(/^\[profile\.(dev|test).*\]\n(?:[^[\n].*\n)+/gm);
  const members = [...publishedCrates.map(folderOf), "app"];
  // With the same patch and profiles as the repository, its compiled dependencies fit.
  writeFileSync(
    join(workspace, "Cargo.toml"),
    `[workspace]
resolver = "3"
members = ${JSON.stringify(members)}

[patch.crates-io]
${stub.replace("crates/", "../../../crates/")}
${publishedCrates.map((name) => `${name} = { path = "${folderOf(name)}" }\n`).join("")}
${profiles.join("\n")}`,
  );
  copyFileSync("Cargo.lock", join(workspace, "Cargo.lock"));
  // The tests are not in the packages, and what they use takes minutes to compile.
  const engine = join(workspace, folderOf("which-cause-quiz"), "Cargo.toml");
  writeFileSync(engine, readFileSync(engine, "utf8").replace(/^\[dev-dependencies\b[^]*?\n(?=\[(?!dev-))/gm, ""));
});

test("each package has its README, its licenses and what it compiles from, and little else", () => {
  const most = { "which-cause-quiz": 160, "which-cause": 60, "which-cause-snippet": 20, "which-cause-cli": 70 };
  for (const name of publishedCrates) {
    const list = execFileSync("tar", ["-tzf", `${folderOf(name)}.crate`], { cwd: workspace, encoding: "utf8" });
    const files = list.trim().split("\n");
    assert.ok(files.length <= most[name], `${name} has ${files.length} files:\n${list}`);
    assert.doesNotMatch(list, /\/(tests|benches|docs|js|integrations|element)\//);
    for (const license of ["LICENSE-MIT", "LICENSE-APACHE"]) {
      const path = join(folderOf(name), license);
      assert.equal(readFileSync(join(workspace, path), "utf8"), readFileSync(license, "utf8"), path);
    }
    const manifest = readFileSync(join(workspace, folderOf(name), "Cargo.toml"), "utf8");
    const [, readme] = manifest.match(/^readme = "(.+)"$/m);
    assert.ok(existsSync(join(workspace, folderOf(name), readme)), `${name}: ${readme}`);
    // A link that is relative leads nowhere on the registry's page.
    assert.doesNotMatch(readFileSync(join(workspace, folderOf(name), readme), "utf8"), /\]\((?!https:)/, readme);
  }
});

test("the examples in the documentation of the engine's package run", () => {
  const printed = cargo("test", "--quiet", "--doc", "--package", "which-cause-quiz");
  const passed = [...printed.matchAll(/(\d+) passed; 0 failed/g)].reduce((sum, [, count]) => sum + Number(count), 0);
  assert.ok(passed >= 7, printed);
});

test("the command of the package writes a quiz, checks it and prints its snippet", () => {
  const run = (...options) =>
    cargo("run", "--quiet", "--profile", "test", "--package", "which-cause-cli", "--", ...options);
  assert.equal(run("--version").trim(), `which-cause ${version()}`);
  rmSync(join(app, "quiz.json"), { force: true });
  run("new", "app/quiz.json", "--title", "Why is my tea cold?", "--language", "en", "--start", "plain");
  run("check", "app/quiz.json");
  assert.match(run("snippet", "app/quiz.json"), /<which-cause quiz="quiz.json"/);
  assert.doesNotMatch(run("snippet", resolve("quizzes/upper-back-knots.json")), /quiz="/);
});

test("an app with Leptos compiles with the component's package", () => {
  copyFileSync("quizzes/starter.json", join(app, "quiz.json"));
  cargo("check", "--quiet", "--package", "leptos-app", "--target", "wasm32-unknown-unknown");
});
