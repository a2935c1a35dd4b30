// Renders the reference screenshots again: `make accept-screenshots`, or node tests/screenshots/accept.mjs [BUILD]. A reference
// that has not changed keeps its file.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";

import { compareImages, shrinkPng } from "../../tools/gallery/compare-images.mjs";
import { names, openRenderer, pathOf } from "./renderer.mjs";

const renderer = await openRenderer(process.argv[2] ?? "dist");
try {
  for (const name of names) {
    const png = await renderer.render(name);
    const reference = pathOf(`${name}.png`);
    const same = existsSync(reference) && compareImages(readFileSync(reference), png).percent === 0;
    if (!same) writeFileSync(reference, shrinkPng(png));
    console.log(`${same ? "unchanged" : "rendered "}  ${name}`);
  }
  for (const file of readdirSync(pathOf("."))) {
    if (file.endsWith(".png") && !names.includes(file.slice(0, -4))) rmSync(pathOf(file));
  }
  writeFileSync(pathOf("rendered-with.json"), `${JSON.stringify(renderer.environment, null, 2)}\n`);
} finally {
  await renderer.close();
}
