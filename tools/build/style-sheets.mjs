// An esbuild plugin for `import css from "../style/…"`: the text of a style sheet, minified. A folder is imported as one sheet, with its
// files in the order of their names.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { transform } from "esbuild";

/** @type {import("esbuild").Plugin} */
export const styleSheets = {
  name: "style sheets as text",
  setup(build) {
    build.onResolve({ filter: /\bstyle\/[\w./]+$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
      namespace: "style-sheets",
    }));
    build.onLoad({ filter: /.*/, namespace: "style-sheets" }, async ({ path }) => {
      const isFolder = statSync(path).isDirectory();
      const names = isFolder ? readdirSync(path).sort() : [];
      const files = isFolder ? names.map((name) => join(path, name)) : [path];
      const css = files.map((file) => readFileSync(file, "utf8")).join("");
      const { code } = await transform(css, { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text", watchFiles: files, watchDirs: [isFolder ? path : dirname(path)] };
    });
  },
};
