// What the JavaScript around the module works out by itself: `node --test tests/embed/`. The rest of it is held by the claims
// in real browsers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { region } from "../../src/embed/attributes.js";
import { course } from "../../src/embed/course.js";

/** An element with these attributes, in a page of this language. */
const element = (attributes, lang) => ({
  getAttribute: (name) => attributes[name] ?? null,
  parentNode: { lang },
});

test("the region is the named one or that of the language", () => {
  assert.equal(region(element({ region: "gb" }, "en-US")), "GB");
  assert.equal(region(element({}, "en-US")), "US");
  assert.equal(region(element({ lang: "en-AU" }, "en-US")), "AU");
  assert.equal(region(element({}, "zh-Hant-TW")), "TW");
  assert.equal(region(element({}, "en")), undefined);
  assert.equal(region(element({}, "en-u-rg-gb")), undefined);
  assert.equal(region(element({})), undefined);
});

test("a region that is none counts as absent, and the console says so once", (context) => {
  const warn = context.mock.method(console, "warn", () => {});
  const britain = element({ region: "Britain" }, "en-NZ");
  assert.equal(region(britain), "NZ");
  assert.equal(region(britain), "NZ");
  assert.equal(warn.mock.callCount(), 1);
});

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
