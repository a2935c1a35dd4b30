import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { load } from "./load.js";

const { SessionMemory } = await load("app/session-memory.js");
const KEY = "which-cause ";

let stored;
beforeEach(() => {
  stored = new Map();
  const sessionStorage = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, text) => stored.set(key, text),
    removeItem: (key) => stored.delete(key),
  };
  Object.defineProperty(globalThis, "sessionStorage", { value: sessionStorage, configurable: true });
});

/** An element with these attributes. */
function createElement(attributes) {
  return { attributes, getAttribute: (name) => attributes[name] ?? null, hasAttribute: (name) => name in attributes };
}

/** The session of a quiz that starts. */
function start(attributes, { text, restart } = {}) {
  const session = new SessionMemory(createElement(attributes), text);
  session.restore(restart);
  return session;
}

test("nothing is stored without remember", () => {
  stored.set(KEY, "of another element");
  const session = start({});
  assert.equal(session.text, "");
  session.keep("answers");
  session.update();
  assert.equal(session.text, "answers");
  assert.equal(stored.get(KEY), "of another element");
});

test("with remember the tab keeps the session of a quiz", () => {
  start({ remember: "" }).keep("answers");
  assert.equal(start({ remember: "" }).text, "answers");
  globalThis.document = { baseURI: "https://example.org/" };
  assert.equal(start({ remember: "", quiz: "bread.json" }).text, "");
  start({ remember: "", quiz: "bread.json" }).keep("other answers");
  assert.equal(stored.get("which-cause https://example.org/bread.json"), "other answers");
});

test("a session of an app that has panicked goes before the tab's", () => {
  stored.set(KEY, "old");
  assert.equal(start({ remember: "" }, { text: "new" }).text, "new");
});

test("a restart forgets the session", () => {
  stored.set(KEY, "old");
  assert.equal(start({ remember: "" }, { text: "new", restart: true }).text, "");
  assert.equal(stored.size, 0);
});

test("the tab forgets the session when remember is removed", () => {
  const attributes = { remember: "" };
  const session = start(attributes);
  session.keep("answers");
  delete attributes.remember;
  session.update();
  assert.equal(stored.size, 0);
  attributes.remember = "";
  session.update();
  assert.equal(stored.get(KEY), "answers");
});

test("a browser that forbids sessionStorage keeps nothing, and nothing fails", () => {
  Object.defineProperty(globalThis, "sessionStorage", {
    get() {
      throw new DOMException("forbidden", "SecurityError");
    },
    configurable: true,
  });
  const session = start({ remember: "" });
  session.keep("answers");
  assert.equal(session.text, "answers");
});
