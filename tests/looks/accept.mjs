// Draws the references anew: `make accept-looks`, or node tests/looks/accept.mjs [BUILD]. What has not changed stays as it is.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";

import { compare, shrink } from "../../tools/gallery/difference.mjs";
import { artist, file, names } from "./drawn.mjs";

const it = await artist(process.argv[2] ?? "dist");
try {
  for (const name of names) {
    const png = await it.draw(name);
    const reference = file(`${name}.png`);
    const same = existsSync(reference) && compare(readFileSync(reference), png).share === 0;
    if (!same) writeFileSync(reference, shrink(png));
    console.log(`${same ? "as it was" : "drawn    "}  ${name}`);
  }
  for (const old of readdirSync(file("."))) {
    if (old.endsWith(".png") && !names.includes(old.slice(0, -4))) rmSync(file(old));
  }
  writeFileSync(file("drawn-by.json"), `${JSON.stringify(it.tools, null, 2)}\n`);
} finally {
  await it.close();
}
