// Bundles scripts with esbuild, by the options that all scripts share.
import { build } from "esbuild";
import { styleSheets } from "./style-sheets.mjs";
import { quiz, translations } from "./translations.mjs";

/**
 * Bundles scripts.
 *
 * @param {import("esbuild").BuildOptions} options Added to the shared ones. Without `outdir`, nothing is written.
 * @returns {Promise<{ text: string, mangleCache: Record<string, string | false> }[]>} The scripts, if nothing is written.
 */
export async function bundle({ define, ...options }) {
  const { outputFiles, mangleCache } = await build({
    bundle: true,
    format: "esm",
    target: ["es2022"],
    legalComments: "none",
    logLevel: "warning",
    plugins: [styleSheets],
    // js/globals.d.ts declares these constants.
    define: { QUIZ: JSON.stringify(quiz), TRANSLATIONS: JSON.stringify(translations), ...define },
    write: Boolean(options.outdir),
    ...options,
  });
  return (outputFiles ?? []).map(({ text }) => ({ text, mangleCache: mangleCache ?? {} }));
}
