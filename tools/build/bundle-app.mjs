// Finishes the app's files, in the folder where Trunk has left two modules and their glue:
//
//   which-cause-app.js       js/app/instance.js and the app's glue, in one file
//   which-cause-parser.js    the glue of the module that reads what other authors write
//   which-cause-pictures.js  js/pictures/pictures.js
//   upper-back-knots.*.quiz  the translations of the compiled-in quiz, in the form that the app takes
import { readFileSync, writeFileSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, transform } from "esbuild";
import { sheets } from "./style-sheets.mjs";
import { slim, withoutClasses } from "./shrink-wasm.mjs";
import { define, fileOf, intro, introOf, quiz, textOf, translations } from "./translations.mjs";

const common = {
  bundle: true,
  format: "esm",
  legalComments: "none",
  define,
  plugins: [sheets],
  external: ["./which-cause-pictures.js"],
  target: ["es2022"],
  logLevel: "warning",
  write: false,
};

/** Finishes them; those that are `released` are made small as well. */
export async function makeApp(folder, released) {
  await shipQuizzes(folder);
  await makeModule(folder, "which-cause-app", "js/app/instance.js", released);
  await makeModule(folder, "which-cause-parser", undefined, released);
  const pictures = await build({ ...common, entryPoints: ["js/pictures/pictures.js"], minify: released });
  await writeFile(join(folder, "which-cause-pictures.js"), pictures.outputFiles[0].text);
}

/** Makes one script of a module's glue and what imports it, if anything does; small, it and its module have only what they use. */
async function makeModule(folder, name, importer, released) {
  const [script, module, glue] = [`${name}.js`, `${name}_bg.wasm`, `${name}.glue.js`].map((it) => resolve(folder, it));
  await rename(script, glue);
  if (released) writeFileSync(glue, withoutClasses(readFileSync(glue, "utf8")));
  const { outputFiles } = await build({
    ...common,
    entryPoints: [importer ?? glue],
    alias: { "which-cause-glue": glue },
  });
  let text = outputFiles[0].text;
  if (released) {
    const made = slim(text, readFileSync(module));
    writeFileSync(module, made.wasm);
    // For whoever looks for what takes the room: tools/size/wasm-size.mjs.
    await mkdir("target/room", { recursive: true });
    writeFileSync(`target/room/${name}.wasm`, made.named);
    text = (await transform(made.script, { format: "esm", target: "es2022", minify: true, legalComments: "none" })).code;
  }
  await writeFile(script, text);
  await rm(glue);
}

/** Reads the drawings and the translations as the widget reads those of a stranger; what is wrong with them ends the build. */
async function shipQuizzes(folder) {
  const parser = await import(pathToFileURL(resolve(folder, "which-cause-parser.js")));
  parser.initSync({ module: readFileSync(join(folder, "which-cause-parser_bg.wasm")) });
  const read = (name, work) => {
    try {
      return work();
    } catch (error) {
      throw new Error(`${name}:\n${error.message}`);
    }
  };
  const drawings = `${quiz}.drawings.json`;
  read(drawings, () => parser.drawings(readFileSync(join(folder, drawings))));
  for (const tag of translations) {
    writeFileSync(join(folder, fileOf(tag)), read(`${quiz}.${tag}.json`, () => parser.quiz(new TextEncoder().encode(textOf(tag)))));
    writeFileSync(join(folder, introOf(tag)), intro(tag));
  }
}
