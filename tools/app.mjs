// Makes the app's JavaScript that is shipped: src/embed/instance.js and the glue that wasm-bindgen made, in one file. Beside
// it go the translations of the quiz that is compiled in.
import { rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { sheets } from "./sheets.mjs";
import { define, fileOf, shipped, translations } from "./translations.mjs";

/** Makes it in the folder where Trunk has left the glue. */
export async function makeApp(folder, minify) {
  const app = resolve(folder, "which-cause-app.js");
  const glue = resolve(folder, "glue.js");

  await rename(app, glue);
  await build({
    entryPoints: ["src/embed/instance.js"],
    outfile: app,
    alias: { "which-cause-glue": glue },
    define,
    bundle: true,
    format: "esm",
    minify,
    legalComments: "none",
    plugins: [sheets],
    target: ["es2022"],
    logLevel: "warning",
  });
  await rm(glue);
  for (const tag of translations) await writeFile(join(folder, fileOf(tag)), shipped(tag));
}
