// For esbuild: a style sheet as the default export of a module, its text, minified. A folder of sheets is one sheet, in
// the order of their names.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { transform } from "esbuild";

export const sheets = {
  name: "style sheets as text",
  setup(build) {
    build.onResolve({ filter: /\bstyle\/[\w./]+$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
      namespace: "sheets",
    }));
    build.onLoad({ filter: /.*/, namespace: "sheets" }, async ({ path }) => {
      const folder = statSync(path).isDirectory();
      const files = folder ? readdirSync(path).sort().map((name) => join(path, name)) : [path];
      const css = files.map((file) => readFileSync(file, "utf8")).join("");
      const { code } = await transform(css, { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text", watchFiles: files, watchDirs: [folder ? path : dirname(path)] };
    });
  },
};
