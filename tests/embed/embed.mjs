// What the JavaScript around the module works out by itself: `node --test tests/embed/`. The rest of it is held by the claims
// in real browsers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { course } from "../../src/embed/course.js";

const on = (page) => {
  globalThis.document = { baseURI: page };
  globalThis.location = new URL(page);
};

test("the page's campaign goes behind the link's own query", () => {
  on("https://example.org/a/?utm_source=mail&q=knots&utm_medium=a%20b");
  assert.equal(course("c"), "https://example.org/a/c?utm_source=mail&utm_medium=a%20b");
  assert.equal(course("/c?sig=a%20b&flag"), "https://example.org/c?sig=a%20b&flag&utm_source=mail&utm_medium=a%20b");
  assert.equal(course("/c?utm_source=article"), "https://example.org/c?utm_source=article&utm_medium=a%20b");
  assert.equal(course("/c#part"), "https://example.org/c?utm_source=mail&utm_medium=a%20b#part");
});

test("nothing else of the page's address goes along", () => {
  on("https://example.org/?autm_source=x&which=cause");
  assert.equal(course("/c?a=1"), "https://example.org/c?a=1");
  assert.equal(course("/c"), "https://example.org/c");
});

test("what is no address of the web gives way to the quiz's own, and to none", () => {
  on("https://example.org/");
  assert.equal(course("javascript:alert(1)", "https://example.com/c"), "https://example.com/c");
  assert.equal(course(undefined, "https://example.com/c"), "https://example.com/c");
  assert.equal(course("javascript:alert(1)", ""), undefined);
  assert.equal(course(undefined, ""), undefined);
});
