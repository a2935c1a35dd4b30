// The quizzes that stand beside the widget, bundled and minified as their authors would put them on a page.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { quiz } from "./texts.mjs";

const { build } = createRequire(new URL("../tools/package.json", import.meta.url))("esbuild");
const here = fileURLToPath(new URL(".", import.meta.url));

/** The module "quiz": the texts, as data that goes with the script. */
const texts = {
  name: "quiz",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^quiz$/ }, () => ({ path: "quiz", namespace: "texts" }));
    onLoad({ filter: /./, namespace: "texts" }, () => ({
      contents: `export const quiz = ${JSON.stringify(quiz)};\nexport const steps = [...quiz.screens, ...quiz.questions];`,
    }));
  },
};

/** What one of them serves beside the article: `[name, body]` of each file. */
export async function bundle(folder, loader = {}) {
  const { outputFiles } = await build({
    entryPoints: [`${here}${folder}/quiz.js`],
    outdir: "out",
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    charset: "utf8",
    legalComments: "none",
    target: ["es2022"],
    define: { "process.env.NODE_ENV": '"production"' },
    loader,
    plugins: [texts],
  });
  return outputFiles.map(({ path, contents }) => [path.replace(/^.*\//, ""), Buffer.from(contents)]);
}
