import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { newestRelease, version } from "./versions.mjs";

test("all files name the same version", () => {
  assert.match(version(), /^\d+\.\d+\.\d+/);
});

test("the newest release has its day and says what is in it", () => {
  const { date, text } = newestRelease();
  assert.ok(!Number.isNaN(Date.parse(date)), date);
  assert.match(text, /^### /);
  assert.doesNotMatch(text, /^## /m);
  assert.ok(readFileSync("CHANGELOG.md", "utf8").includes(text));
});
