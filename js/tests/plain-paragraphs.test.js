import assert from "node:assert/strict";
import { test } from "node:test";
import { plainParagraphs } from "../frame/plain-paragraphs.js";

test("the marks of a text are left out", () => {
  for (const [text, ...expected] of [
    ["**A draft.** See [the list](https://example.org/a_(b)) (new).", "A draft. See the list (new)."],
    ["[a](https://a.org)[b](https://b.org) and *c*", "ab and c"],
    ["«**Ja**», dit-il\n \nTwo *words*.", "«Ja», dit-il", "Two words."],
  ]) {
    assert.deepEqual(plainParagraphs(text), expected);
  }
});

test("stars and brackets that mark nothing stay", () => {
  for (const text of [
    "2 * 3 * 4",
    "a 5* hotel or a 4* one",
    "Leser*innen und Schüler*innen",
    "* a note",
    "**open",
    "a [b] (c)",
  ]) {
    assert.deepEqual(plainParagraphs(text), [text]);
  }
});
