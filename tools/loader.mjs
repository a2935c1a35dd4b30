// Makes the loader that is shipped: src/embed/which-cause.js with the facade's style sheet in it, minified.
import { build } from "esbuild";

/** A style sheet as the default export of a module: its text, minified. */
const sheets = {
  name: "style sheets as text",
  setup(build_) {
    build_.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], minify: true, write: false });
      return { contents: outputFiles[0].text.trim(), loader: "text", watchFiles: [path] };
    });
  },
};

await build({
  entryPoints: ["src/embed/which-cause.js"],
  outfile: "target/loader/which-cause.js",
  bundle: true,
  format: "esm",
  minify: true,
  legalComments: "none",
  target: ["es2022"],
  plugins: [sheets],
  logLevel: "warning",
});
