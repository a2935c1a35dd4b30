import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { language, read } from "../app/attributes.js";

/** An element with these attributes. */
const element = (attributes, rest) => ({ getAttribute: (name) => attributes[name] ?? null, ...rest });

let warn;
beforeEach(() => {
  globalThis.document = { baseURI: "https://example.org/" };
  warn = mock.method(console, "warn", () => {});
});
afterEach(() => mock.restoreAll());

test("a value is read without the space around it", () => {
  assert.equal(read(element({ theme: " dark\n" }), "theme"), "dark");
  assert.equal(read(element({ theme: "  " }), "theme"), undefined);
  assert.equal(read(element({}), "theme"), undefined);
  assert.equal(warn.mock.callCount(), 0);
});

test("an invalid value counts as absent, and the console names it once", () => {
  for (const [name, invalid] of Object.entries({
    theme: "Dark",
    loading: "soon",
    report: "all",
    region: "Britain",
    lang: "english!",
    translations: "es, pt",
    course: "javascript:alert(1)",
  })) {
    warn.mock.resetCalls();
    const invalidElement = element({ [name]: invalid });
    assert.equal(read(invalidElement, name), undefined, name);
    assert.equal(read(invalidElement, name), undefined, name);
    assert.equal(warn.mock.callCount(), 1, name);
    assert.match(warn.mock.calls[0].arguments[0], new RegExp(`${name}="`));
  }
});

test("the message about a closed value lists the values", () => {
  read(element({ theme: "blue" }), "theme");
  read(element({ loading: "blue" }), "loading");
  const messages = warn.mock.calls.map(({ arguments: [message] }) => message);
  assert.match(messages[0], /it has to be auto, light or dark$/);
  assert.match(messages[1], /it has to be lazy or eager$/);
});

test("the language is the nearest valid one, also outside a shadow root", () => {
  const page = { lang: "de", parentNode: null };
  const host = { lang: "", parentNode: page };
  const shadowRoot = { parentNode: null, host };
  assert.equal(language(element({ lang: "en_us" }, { parentNode: shadowRoot })), "en-US");
  assert.equal(language(element({}, { parentNode: shadowRoot })), "de");
  assert.equal(language(element({ lang: "not a tag" }, { parentNode: shadowRoot })), "de");
  assert.equal(language(element({}, { parentNode: null })), undefined);
});
