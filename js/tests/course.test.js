import assert from "node:assert/strict";
import { test } from "node:test";
import { course } from "../app/course.js";

/** The page is at this address. */
function visit(address) {
  globalThis.document = { baseURI: address };
  globalThis.location = new URL(address);
}

test("the page's utm parameters are added after the link's own query", () => {
  visit("https://example.org/a/?utm_source=mail&q=knots&utm_medium=a%20b");
  assert.equal(course("c"), "https://example.org/a/c?utm_source=mail&utm_medium=a%20b");
  assert.equal(course("/c?sig=a%20b&flag"), "https://example.org/c?sig=a%20b&flag&utm_source=mail&utm_medium=a%20b");
  assert.equal(course("/c?utm_source=article"), "https://example.org/c?utm_source=article&utm_medium=a%20b");
  assert.equal(course("/c#part"), "https://example.org/c?utm_source=mail&utm_medium=a%20b#part");
});

test("no other part of the page's address is added", () => {
  visit("https://example.org/?autm_source=x&which=cause");
  assert.equal(course("/c?a=1"), "https://example.org/c?a=1");
  assert.equal(course("/c"), "https://example.org/c");
});

test("the quiz's own course replaces one that is not a web address", () => {
  visit("https://example.org/");
  assert.equal(course("javascript:alert(1)", "https://example.com/c"), "https://example.com/c");
  assert.equal(course(undefined, "https://example.com/c"), "https://example.com/c");
  assert.equal(course("javascript:alert(1)", ""), undefined);
  assert.equal(course(undefined, ""), undefined);
});

test("an address is read as a link's href is", () => {
  visit("https://example.org/a/");
  assert.equal(course(" c\n"), "https://example.org/a/c");
  assert.equal(course("\thttps://example.com/c d "), "https://example.com/c%20d");
  for (const other of ["https://", "mailto:a@example.org", "data:,x", "blob:x"]) {
    assert.equal(course(other), undefined, other);
  }
});
