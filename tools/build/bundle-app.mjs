// Finishes the app's files. Trunk leaves two WebAssembly modules with their glue, the JavaScript that wasm-bindgen writes.
//
//   which-cause-app.js        js/app/app.js bundled with the glue of the widget's module
//   which-cause-parser.js     the glue of the parser's module
//   which-cause-pictures.js   js/pictures/pictures.js
//   *_bg.wasm                 the modules; in a release they have short names and no names of functions
//   upper-back-knots.*        the translations of the compiled-in quiz
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { bundle } from "./bundle.mjs";
import { encodeQuizzes } from "./encode-quizzes.mjs";
import { renamed, withoutCustomSections } from "./wasm-sections.mjs";

/** The folder for the modules with the names of their functions, which tools/size/wasm-size.mjs reads. */
export const namedModules = "target/wasm-with-names";

/**
 * The names between a module and its glue, such as `__wbg_setAttribute_f3d9ca1c80a2b4b2`. In a release esbuild shortens them in the
 * glue, and `renamed` does the same in the module. That is worth 1.9 KB with brotli.
 */
const LONG_NAMES = /^(__(wb|externref)|wasm_bindgen_)/;

/**
 * Has Chromium compile all functions of a script when it arrives: the reader still waits for the module then. Otherwise it compiles each
 * at its first call, some 110 of them before the first screen. https://v8.dev/blog/explicit-compile-hints
 */
const COMPILE_HINT = "//# allFunctionsCalledOnLoad";

/**
 * Finishes the app's files in a folder.
 *
 * @param {string} folder
 * @param {boolean} isRelease Whether the files are made small.
 */
export async function bundleApp(folder, isRelease) {
  // The quizzes first: the parser runs with its glue as wasm-bindgen writes it.
  await encodeQuizzes(folder);
  await bundleModule(folder, "which-cause-app", isRelease, "js/app/app.js");
  await bundleModule(folder, "which-cause-parser", isRelease);
  const [pictures] = await bundle({ entryPoints: ["js/pictures/pictures.js"], minify: isRelease });
  writeFileSync(join(folder, "which-cause-pictures.js"), pictures.text);
}

/**
 * Bundles the script of a module, and takes out of the module what its work does not need.
 *
 * @param {string} folder
 * @param {string} name
 * @param {boolean} isRelease
 * @param {string} [importer] The script that imports the glue as "which-cause-glue"; without one, the glue is the whole script.
 */
async function bundleModule(folder, name, isRelease, importer) {
  const [script, glue, module] = [`${name}.js`, `${name}.glue.js`, `${name}_bg.wasm`].map((file) =>
    resolve(folder, file),
  );
  for (const file of [script, module]) {
    if (!existsSync(file)) throw new Error(`${file} is missing: a link with rel="rust" in index.html makes it`);
  }
  renameSync(script, glue);
  const [bundled] = await bundle({
    entryPoints: [importer ?? glue],
    alias: { "which-cause-glue": glue },
    external: ["./which-cause-pictures.js"],
    banner: { js: COMPILE_HINT },
    ...(isRelease ? { minify: true, mangleProps: LONG_NAMES, mangleCache: {} } : {}),
  });
  writeFileSync(script, bundled.text);
  rmSync(glue);
  if (isRelease) shrinkModule(name, module, bundled.mangleCache);
}

/**
 * @param {string} name
 * @param {string} module
 * @param {Record<string, string | false>} shortNames
 */
function shrinkModule(name, module, shortNames) {
  const bytes = readFileSync(module);
  mkdirSync(namedModules, { recursive: true });
  writeFileSync(join(namedModules, `${name}.wasm`), bytes);
  writeFileSync(module, renamed(withoutCustomSections(bytes), shortNames));
}
