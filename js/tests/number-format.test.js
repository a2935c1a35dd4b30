import assert from "node:assert/strict";
import { test } from "node:test";
import { number, plural, today } from "../app/number-format.js";

test("a number is written in the quiz's language, in Western digits", () => {
  assert.equal(number("ar-EG", 12), "12");
  assert.match(number("ar-EG", 1234), /^1\D?234$/);
  assert.equal(number("de", 1234), "1.234");
});

test("a language that the browser does not know does not take the reader's own", () => {
  assert.equal(number("qqx", 1234), "1234");
  assert.equal(number("not a tag", 1234), "1234");
  assert.equal(plural("qqx", 1), "other");
  assert.equal(plural("not a tag", 1), "other");
});

test("plural categories are those of the language", () => {
  assert.equal(plural("en", 1), "one");
  assert.equal(plural("en", 0), "other");
  assert.equal(plural("ar", 2), "two");
});

test("a date is written in the quiz's language", () => {
  assert.match(today("de"), /^\d+\. \p{L}+ \d{4}$/u);
  assert.match(today("en"), /^\p{L}+ \d+, \d{4}$/u);
});
