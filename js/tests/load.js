// Loads scripts that import style sheets or the glue of the widget's module, which only a build has.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "../../tools/build/bundle.mjs";

/**
 * Bundles modules as the build does, all in one script, and imports it. `glue.js` stands in for wasm-bindgen's glue.
 *
 * @param {string[]} modules Their paths in js/.
 */
export async function load(...modules) {
  const contents = modules.map((path) => `export * from "./${path}";`).join("\n");
  const [script] = await bundle({
    stdin: { contents, resolveDir: resolve("js") },
    alias: { "which-cause-glue": resolve("js/tests/glue.js") },
    external: ["./which-cause-pictures.js"],
    // The loader finds `which-cause-app.js` of this folder.
    define: { FOLDER: JSON.stringify(new URL("./", import.meta.url).href) },
  });
  const folder = mkdtempSync(join(tmpdir(), "which-cause-"));
  try {
    const file = join(folder, "bundle.mjs");
    writeFileSync(file, script.text);
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
