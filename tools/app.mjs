// Makes the app's JavaScript that is shipped: src/embed/instance.js and the glue that wasm-bindgen made, in one file.
import { rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { build } from "esbuild";

const folder = process.env.TRUNK_STAGING_DIR ?? "dist";
const app = resolve(folder, "which-cause-app.js");
const glue = resolve(folder, "glue.js");

await rename(app, glue);
await build({
  entryPoints: ["src/embed/instance.js"],
  outfile: app,
  alias: { "which-cause-glue": glue },
  bundle: true,
  format: "esm",
  minify: process.env.TRUNK_PROFILE === "release",
  legalComments: "none",
  target: ["es2022"],
  logLevel: "warning",
});
await rm(glue);
