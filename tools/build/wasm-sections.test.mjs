import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf, renamed, withoutCustomSections } from "./wasm-sections.mjs";

/** A section, in hexadecimal digits. */
const section = (id, content) => [id, content.length, ...content];
const name = (text) => [text.length, ...Buffer.from(text)];

// A module that imports the function `glue.__wbg_log` and exports it as `mount` and as `__wbindgen_start`.
const preamble = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const types = section(1, [1, 0x60, 0, 0]);
const imports = section(2, [1, ...name("glue"), ...name("__wbg_log"), 0, 0]);
const exports = section(7, [2, ...name("mount"), 0, 0, ...name("__wbindgen_start"), 0, 0]);
const names = section(0, [...name("name"), 1, 2, 3]);
const module = Uint8Array.from([...preamble, ...types, ...imports, ...exports, ...names]);

const importsOf = (bytes) => WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(({ name }) => name);
const exportsOf = (bytes) => WebAssembly.Module.exports(new WebAssembly.Module(bytes)).map(({ name }) => name);

test("a module works with short names as it did with long ones", async () => {
  const short = renamed(module, { __wbg_log: "a", __wbindgen_start: "b" });
  assert.deepEqual(importsOf(short), ["a"]);
  assert.deepEqual(exportsOf(short), ["mount", "b"]);
  let calls = 0;
  const { instance } = await WebAssembly.instantiate(short, { glue: { a: () => (calls += 1) } });
  instance.exports.mount();
  instance.exports.b();
  assert.equal(calls, 2);
});

test("a name of more than 127 bytes is written with its whole length", () => {
  const long = "a".repeat(300);
  assert.deepEqual(importsOf(renamed(module, { __wbg_log: long })), [long]);
});

test("an import that the glue does not have ends the build", () => {
  assert.throws(() => renamed(module, {}), { message: "the module imports __wbg_log, which its glue does not have" });
});

test("custom sections are removed, and nothing else", () => {
  const bare = withoutCustomSections(module);
  assert.deepEqual([...bare], [...preamble, ...types, ...imports, ...exports]);
});

test("a module that is cut off, or that has no code, is named", () => {
  assert.throws(() => withoutCustomSections(module.subarray(0, -1)), { message: "the module is cut off" });
  assert.throws(() => codeOf(module), { message: "the module has no code" });
});
