import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.js";

const { resultNote } = await load("app/print-and-copy.js");

/** The note of a page, without its date. */
function noteOf(address, baseURI) {
  globalThis.location = new URL(address);
  globalThis.document = { baseURI };
  return resultNote("en").replace(/^\p{L}+ \d+, \d{4}/u, "DATE");
}

test("a result has the date and the address of the page, without a query", () => {
  const page = "https://example.org/knots/?name=Ann#quiz";
  assert.equal(noteOf(page, page), "DATE – \u2066https://example.org/knots/\u2069");
  assert.equal(noteOf(page, "https://cdn.example.net/"), "DATE – \u2066https://example.org/knots/\u2069");
});

test("a frame without an address of its own has that of the page around it, or none", () => {
  const around = "https://example.org/knots/?name=Ann";
  assert.equal(noteOf("about:srcdoc", around), "DATE – \u2066https://example.org/knots/\u2069");
  assert.equal(noteOf("about:srcdoc", "about:blank"), "DATE");
  assert.equal(noteOf("file:///home/ann/article.html", "file:///home/ann/article.html"), "DATE");
});
