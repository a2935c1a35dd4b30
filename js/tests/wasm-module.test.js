import assert from "node:assert/strict";
import { test } from "node:test";
import { load as loadScripts } from "./load.js";

const { emptyModule, load, started, whenReady } = await loadScripts("app/wasm-module.js", "tests/glue.js");

/** @param {ResponseInit} options */
async function startOf(options) {
  let lost;
  load(Promise.resolve(new Response(emptyModule, options)), (error) => (lost = error.message));
  await whenReady().catch(() => {});
  return lost;
}

test("the module starts with any content type", async () => {
  for (const type of ["application/wasm", "application/octet-stream", "application/wasm; charset=utf-8"]) {
    const before = started.length;
    assert.equal(await startOf({ headers: { "content-type": type } }), undefined);
    assert.ok(started[before] instanceof WebAssembly.Module, type);
  }
});

test("a 404 for the module is reported to the loader", async () => {
  assert.match(await startOf({ status: 404 }), /the server answers 404/);
});
