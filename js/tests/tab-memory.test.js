import assert from "node:assert/strict";
import { test } from "node:test";
import { load, store } from "../app/tab-memory.js";

test("a text is kept until it is forgotten", () => {
  const texts = new Map();
  globalThis.sessionStorage = {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => texts.set(key, text),
    removeItem: (key) => texts.delete(key),
  };
  assert.equal(load("key"), "");
  store("key", "text");
  assert.equal(load("key"), "text");
  store("key");
  assert.equal(texts.size, 0);
});

test("a browser that forbids sessionStorage keeps nothing, and nothing fails", () => {
  Object.defineProperty(globalThis, "sessionStorage", {
    get() {
      throw new DOMException("forbidden", "SecurityError");
    },
  });
  store("key", "text");
  assert.equal(load("key"), "");
});
