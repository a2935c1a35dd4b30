// Tests the files of a release that are quick to make: `make test-packages`, or
// node --test-reporter=spec tests/packages/archives.mjs [BUILD].
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";

import { cratesIn, shipped } from "../../tools/release/crates.mjs";
import { notices } from "../../tools/release/notices.mjs";
import { sbom } from "../../tools/release/sbom.mjs";
import { version } from "../../tools/release/versions.mjs";
import { zip } from "../../tools/release/zip.mjs";

const build = process.argv[2] ?? "dist";
const out = "target/packages/archives";
const again = "target/packages/archives-again";

/** Makes these files as `make release` does, in a time zone. */
const release = (folder, zone) =>
  execFileSync("node", ["tools/release/release.mjs", build, folder, "widget", "wordpress", "npm"], {
    env: { ...process.env, TZ: zone },
  });

before(() => {
  for (const folder of [out, again]) rmSync(folder, { recursive: true, force: true });
  release(out, "Pacific/Auckland");
  release(again, "America/Los_Angeles");
});

test("a second run makes the same files with the same bytes", () => {
  const names = readdirSync(out);
  assert.deepEqual(readdirSync(again), names);
  for (const part of ["widget", "wordpress"]) assert.ok(names.includes(`which-cause-${part}-${version()}.zip`));
  assert.ok(names.includes(`which-cause-${version()}.tgz`));
  for (const name of names) assert.ok(readFileSync(join(out, name)).equals(readFileSync(join(again, name))), name);
});

test("no module has a path of the machine that built it", () => {
  const modules = readdirSync(build, { recursive: true }).filter((path) => path.endsWith(".wasm"));
  assert.ok(modules.length > 1, "the app's and the parser's");
  for (const path of modules) assert.ok(!readFileSync(join(build, path)).includes(homedir() + "/"), path);
});

test("SHA256SUMS has the checksum of each other file", () => {
  const checked = execFileSync("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: out, encoding: "utf8" });
  const names = [...checked.matchAll(/^(.+): OK$/gm)].map(([, name]) => name);
  assert.deepEqual([...names, "SHA256SUMS"].sort(), readdirSync(out).sort());
});

test("another program can read the archives, and they contain no links, owners or times", () => {
  for (const name of readdirSync(out).filter((name) => name.endsWith(".zip"))) {
    const list = execFileSync("unzip", ["-Z", "-T", join(out, name)], { encoding: "utf8" });
    const files = list.split("\n").filter((line) => /\d{8}\.\d{6}/.test(line));
    assert.ok(files.length > 10, list);
    for (const line of files) assert.match(line, /^-rw-r--r-- .* 19800101\.000000 /, name);
    execFileSync("unzip", ["-tqq", join(out, name)]);
  }
});

test("a program in an archive can be run", () => {
  const archive = zip([["folder/program", "#!/bin/sh\n"]], ["folder/program"]);
  // The file's mode is in the upper half of its attributes in the directory.
  assert.equal(archive.readUInt32LE(archive.indexOf("PK\x01\x02", "latin1") + 38) >>> 16, 0o100755);
});

for (const [what, { packages }] of Object.entries(shipped)) {
  const crates = cratesIn(shipped[what]);
  const others = crates.filter(({ isOwn }) => !isOwn);

  test(`the notices of the ${what} name every crate in it with its license`, () => {
    const text = notices(what, crates);
    const [title, ...parts] = text.split(`\n${"-".repeat(78)}\n\n`);
    assert.match(title, new RegExp(what));
    assert.ok(others.length > 50, `${others.length} crates`);
    for (const { name, version } of others) {
      const named = parts.filter((part) => part.split("\n")[0].split(", ").includes(`${name} ${version}`));
      assert.ok(named.length, `${name} ${version}`);
      for (const part of named) assert.match(part, /permission|licensed|rights|redistribution/i, name);
    }
    assert.doesNotMatch(text, /which-cause-quiz/);
  });

  test(`the bill of materials of the ${what} is valid CycloneDX, and has every crate`, async () => {
    const text = sbom(
      { name: `which-cause-${what}`, version: version(), description: what, date: "2026-01-01" },
      crates,
    );
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    assert.equal(await validator.validate(text), null);
    const { components } = JSON.parse(text);
    assert.deepEqual(
      components.map(({ name, version }) => `${name} ${version}`),
      crates.map(({ name, version }) => `${name} ${version}`),
    );
    for (const name of ["which-cause-quiz", "serde_json", "rust-std", ...packages]) {
      assert.ok(
        components.some((component) => component.name === name),
        name,
      );
    }
    for (const { purl, hashes } of components) assert.equal(Boolean(purl), Boolean(hashes));
  });
}

test("crates that only run during the build are not among those that are shipped", () => {
  const names = cratesIn(shipped.widget).map(({ name }) => name);
  for (const name of ["serde_derive", "leptos_macro", "wasm-bindgen-macro"]) assert.ok(!names.includes(name), name);
});

test("notices name a license that nobody has decided on", () => {
  const crate = { name: "odd", version: "1.0.0", license: "GPL-3.0", authors: [], licenseFiles: [], isOwn: false };
  assert.throws(() => notices("a test", [crate]), /odd 1\.0\.0: “GPL-3\.0” has a license that .* does not know/);
});
