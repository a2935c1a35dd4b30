// Makes the scripts that owners link, minified: the loader, js/loader/which-cause.js, with the facade's style sheet in
// it, and what goes with frame.html.
import { build } from "esbuild";
import { sheets } from "./style-sheets.mjs";
import { define } from "./translations.mjs";

/** Makes them in a folder, beside the one with the app's files. */
export async function makeScripts(outdir, folder) {
  const shipped = {
    outdir,
    bundle: true,
    minify: true,
    legalComments: "none",
    target: ["es2022"],
    logLevel: "warning",
  };
  await Promise.all([
    build({
      ...shipped,
      entryPoints: ["js/loader/which-cause.js", "js/frame/frame.js"],
      entryNames: "[name]",
      format: "esm",
      define: { ...define, FOLDER: JSON.stringify(`${folder}/`) },
      plugins: [sheets],
    }),
    // The page around a frame takes this one as it likes, as a module or not.
    build({ ...shipped, entryPoints: ["js/frame/which-cause-frame.js"], format: "iife" }),
    build({ ...shipped, entryPoints: ["style/frame.css"] }),
  ]);
}
