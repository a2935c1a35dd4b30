// Makes the scripts that are shipped, minified: the loader, src/embed/which-cause.js, with the facade's style sheet in
// it, and what goes with frame.html.
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

const shipped = {
  outdir: "target/loader",
  bundle: true,
  minify: true,
  legalComments: "none",
  target: ["es2022"],
  logLevel: "warning",
};

await Promise.all([
  build({
    ...shipped,
    entryPoints: ["src/embed/which-cause.js", "src/embed/frame.js"],
    format: "esm",
    plugins: [sheets],
  }),
  // The page around a frame takes this one as it likes, as a module or not.
  build({ ...shipped, entryPoints: ["src/embed/which-cause-frame.js"], format: "iife" }),
  build({ ...shipped, entryPoints: ["style/frame.css"] }),
]);
