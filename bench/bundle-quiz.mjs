// Bundles and minifies the quizzes that the widget is compared with, as their authors would do it.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { quiz } from "./quiz-texts.mjs";

const { build } = createRequire(new URL("../tools/package.json", import.meta.url))("esbuild");
const here = fileURLToPath(new URL(".", import.meta.url));

/** Provides the module "quiz": the texts, as data in the script. */
const quizModule = {
  name: "quiz",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^quiz$/ }, () => ({ path: "quiz", namespace: "texts" }));
    onLoad({ filter: /./, namespace: "texts" }, () => ({
      contents: `export const quiz = ${JSON.stringify(quiz)};\nexport const steps = [...quiz.screens, ...quiz.questions];`,
    }));
  },
};

/** Bundles `folder`/quiz.js. Returns `[name, body]` of each file. */
export async function bundleQuiz(folder, loader = {}) {
  const { outputFiles } = await build({
    entryPoints: [`${here}${folder}/quiz.js`],
    outdir: "out",
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    // A module that is imported on demand stays a file of its own.
    splitting: true,
    charset: "utf8",
    legalComments: "none",
    target: ["es2022"],
    define: { "process.env.NODE_ENV": '"production"' },
    loader,
    plugins: [quizModule],
  });
  return outputFiles.map(({ path, contents }) => [path.replace(/^.*\//, ""), Buffer.from(contents)]);
}
