// Makes the scripts that owners link: the loader with the facade's style sheet in it, and the scripts for frame.html and its page.
import { bundle } from "./bundle.mjs";

/**
 * Makes the scripts, minified.
 *
 * @param {string} outdir The folder of the build.
 * @param {string} appFolder The name of the folder in it that has the app's files.
 */
export async function bundleScripts(outdir, appFolder) {
  const minified = { outdir, minify: true };
  await Promise.all([
    bundle({
      ...minified,
      entryPoints: ["js/loader/which-cause.js", "js/frame/frame.js"],
      entryNames: "[name]",
      define: { FOLDER: JSON.stringify(`${appFolder}/`) },
    }),
    // The page around a frame may include this one as a module or as a classic script.
    bundle({ ...minified, entryPoints: ["js/frame/which-cause-frame.js"], format: "iife" }),
    bundle({ ...minified, entryPoints: ["style/frame.css"], plugins: [] }),
  ]);
}
