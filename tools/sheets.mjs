// For esbuild: a style sheet as the default export of a module, its text, minified.
import { build } from "esbuild";

export const sheets = {
  name: "style sheets as text",
  setup(build_) {
    build_.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], minify: true, write: false });
      return { contents: outputFiles[0].text.trim(), loader: "text", watchFiles: [path] };
    });
  },
};
