// Takes out of a module and of its glue what the app never uses, and shortens the names between the two.
//
// Leptos brings code for servers along, whose bindings export functions; the linker keeps whatever is exported, and all
// that it needs, though no script calls it. What is called is known only once the scripts are one.
//
// The glue is read by the shape in which wasm-bindgen writes it, whose version is pinned. Where that shape changes, what is
// made no longer fits together, and the build stops.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import binaryen from "binaryen";

/**
 * Crates whose functions nobody calls once their exports are gone, though tables that are never looked into name them still:
 * what reads and writes a server's streams.
 */
const uncalled = /\bwasm_streams\b/;

// Names of functions go along until the end, for those who look for what takes the room.
binaryen.setDebugInfo(true);

/** What the module may use, by binaryen's names; index.html names the same features to wasm-opt. */
const features = {
  BulkMemory: "bulk-memory",
  BulkMemoryOpt: "bulk-memory-opt",
  ReferenceTypes: "reference-types",
  SignExt: "sign-ext",
  NontrappingFPToInt: "nontrapping-float-to-int",
  MutableGlobals: "mutable-globals",
  Multivalue: "multivalue",
};

/** The glue without the classes that nothing else in it refers to. */
export function withoutClasses(glue) {
  const classes = [...glue.matchAll(/^export class (\w+) \{\n[\s\S]*?^\}\n/gm)];
  for (const [text, name] of classes) {
    const rest = glue
      .replace(text, "")
      .replace(new RegExp(`^if \\(Symbol\\.dispose\\) ${name}\\..*\\n`, "m"), "")
      .replace(new RegExp(`^const ${name}Finalization = [\\s\\S]*?;\\n`, "m"), "");
    if (!new RegExp(`\\b${name}\\b`).test(rest)) glue = rest;
  }
  return glue;
}

/** The exports of the module that a script uses. */
const used = (script) => new Set([...script.matchAll(/\bwasm\.(\w+)/g)].map(([, name]) => name));

/** The script without the functions that it hands to the module and that the module does not import. */
function withoutImports(script, imported) {
  return script.replace(/^( +)(__wb\w+): function\([\s\S]*?^\1\},?\n/gm, (whole, _, name) =>
    imported.has(name) ? whole : "",
  );
}

const imports = (wasm) => new Set(WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ name }) => name));
const exports = (wasm) => new Set(WebAssembly.Module.exports(new WebAssembly.Module(wasm)).map(({ name }) => name));

/** Runs one of binaryen's programs on a module; gives the module that it makes, and what it says. */
function run(program, wasm, ...options) {
  const folder = mkdtempSync(join(tmpdir(), "which-cause-"));
  try {
    const [from, to] = ["from.wasm", "to.wasm"].map((name) => join(folder, name));
    writeFileSync(from, wasm);
    const enabled = Object.values(features).map((name) => `--enable-${name}`);
    const said = execFileSync(program, [from, "-o", to, ...enabled, ...options], { encoding: "utf8" });
    return { wasm: readFileSync(to), said };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The module with these exports alone, in which no function of the crates that nobody calls does anything. */
function cut(wasm, names) {
  const module = binaryen.readBinary(wasm);
  module.setFeatures(Object.keys(features).reduce((all, name) => all | binaryen.Features[name], 0));
  for (let i = module.getNumExports(); i-- > 0; ) {
    const { name } = binaryen.getExportInfo(module.getExportByIndex(i));
    if (!names.has(name)) module.removeExport(name);
  }
  for (let i = 0; i < module.getNumFunctions(); i += 1) {
    const it = module.getFunctionByIndex(i);
    const { name, module: imported } = binaryen.getFunctionInfo(it);
    if (!imported && uncalled.test(name)) binaryen.Function.setBody(it, module.unreachable());
  }
  const made = module.emitBinary();
  module.dispose();
  return made;
}

/**
 * The script without two things that nobody here has a use for: what a panic says of a value of JavaScript, part by part, and
 * the second way to give a handle up.
 */
const brief = (script) =>
  script
    .replace(/^function debugString\(val\) \{\n[\s\S]*?^\}\n/m, "const debugString = String;\n")
    .replace(/^if \(Symbol\.dispose\).*\n/gm, "")
    .replace(/^( +)free\(\) \{\n[\s\S]*?^\1\}\n/m, "");

/** A script that is one with its glue, and its module, without what neither needs of the other. */
export function slim(script, wasm) {
  script = brief(script);
  for (let before; before !== script; ) {
    before = script;
    wasm = run("wasm-opt", cut(wasm, used(script)), "-g", "--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz", "--converge").wasm;
    script = withoutImports(script, imports(wasm));
  }
  const short = run("wasm-opt", wasm, "-g", "--minify-imports-and-exports-and-modules");
  const names = JSON.parse(short.said);
  const wrong = (what) => {
    throw new Error(`the glue is not as tools/build/shrink-wasm.mjs reads it: ${what}`);
  };
  for (const [module, name, to] of names.imports) {
    const handed = new RegExp(`^( +)${name}: function`, "m");
    if (!handed.test(script)) wrong(`it does not have ${name}`);
    script = script.replace(handed, `$1${to}: function`).replace(`"${module}": import0`, "a: import0");
  }
  const to = new Map(names.exports);
  script = script.replace(/\bwasm\.(\w+)/g, (_, name) => `wasm.${to.get(name) ?? wrong(`the module does not export ${name}`)}`);
  const bare = run("wasm-opt", short.wasm, "--strip-debug", "--strip-producers", "--strip-target-features").wasm;
  return { script, wasm: bare, named: short.wasm };
}
