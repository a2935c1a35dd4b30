import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { load } from "./load.js";

const { SessionStore } = await load("app/session-store.js");
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

/** The session store of a quiz that starts. */
function start(attributes, { text, restart } = {}) {
  const store = new SessionStore(createElement(attributes), text);
  store.restore(restart);
  return store;
}

test("nothing is stored without remember", () => {
  stored.set(KEY, "of another element");
  const store = start({});
  assert.equal(store.session, "");
  store.save("answers");
  store.update();
  assert.equal(store.session, "answers");
  assert.equal(stored.get(KEY), "of another element");
});

test("nothing is stored with remember=false, as frameworks write it", () => {
  stored.set(KEY, "of another element");
  for (const remember of ["false", " false "]) {
    const store = start({ remember });
    assert.equal(store.session, "");
    store.save("answers");
    store.update();
  }
  assert.equal(stored.get(KEY), "of another element");
});

test("with remember the tab keeps the session of a quiz", () => {
  start({ remember: "" }).save("answers");
  assert.equal(start({ remember: "" }).session, "answers");
  globalThis.document = { baseURI: "https://example.org/" };
  assert.equal(start({ remember: "", quiz: "bread.json" }).session, "");
  start({ remember: "", quiz: "bread.json" }).save("other answers");
  assert.equal(stored.get("which-cause https://example.org/bread.json"), "other answers");
});

test("a session of an app that has panicked goes before the tab's", () => {
  stored.set(KEY, "old");
  assert.equal(start({ remember: "" }, { text: "new" }).session, "new");
});

test("a restart forgets the session", () => {
  stored.set(KEY, "old");
  assert.equal(start({ remember: "" }, { text: "new", restart: true }).session, "");
  assert.equal(stored.size, 0);
});

test("the tab forgets the session when remember is removed", () => {
  const attributes = { remember: "" };
  const store = start(attributes);
  store.save("answers");
  attributes.remember = "false";
  store.update();
  assert.equal(stored.size, 0);
  attributes.remember = "";
  store.update();
  delete attributes.remember;
  store.update();
  assert.equal(stored.size, 0);
  attributes.remember = "";
  store.update();
  assert.equal(stored.get(KEY), "answers");
});

test("a browser that forbids sessionStorage keeps nothing, and nothing fails", () => {
  Object.defineProperty(globalThis, "sessionStorage", {
    get() {
      throw new DOMException("forbidden", "SecurityError");
    },
    configurable: true,
  });
  const store = start({ remember: "" });
  store.save("answers");
  assert.equal(store.session, "answers");
});
