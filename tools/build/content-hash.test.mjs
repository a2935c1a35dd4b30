import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { folderOf, moveIntoFolder } from "./content-hash.mjs";

/** A build with these files. */
function createBuild(files) {
  const build = mkdtempSync(join(tmpdir(), "which-cause-build-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(build, name), text);
  return build;
}

test("the files that owners link keep their place, and all others go into the folder", () => {
  const build = createBuild({ "which-cause.js": "", "app.js": "1", "quiz.json": "2" });
  const folder = moveIntoFolder(build);
  assert.deepEqual(readdirSync(build).sort(), [folder, "which-cause.js"].sort());
  assert.deepEqual(readdirSync(join(build, folder)), ["app.js", "quiz.json"]);
  assert.equal(folderOf(build), folder);
});

test("the folder's name depends on names and bytes, and not on the files beside it", () => {
  const folder = moveIntoFolder(createBuild({ "a.js": "1", "b.js": "23", "index.html": "old" }));
  assert.equal(moveIntoFolder(createBuild({ "b.js": "23", "a.js": "1", "index.html": "new" })), folder);
  assert.notEqual(moveIntoFolder(createBuild({ "a.js": "1", "b.js": "24" })), folder);
  assert.notEqual(moveIntoFolder(createBuild({ "a.js": "12", "b.js": "3" })), folder);
  assert.notEqual(moveIntoFolder(createBuild({ "a.js": "1", "c.js": "23" })), folder);
});

test("a folder without a build is named", () => {
  assert.throws(() => moveIntoFolder(createBuild({})), /has no files of the app/);
  assert.throws(() => folderOf(createBuild({})), /no build is there/);
});
