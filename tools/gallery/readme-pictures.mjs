// Takes the pictures of README.md and docs/styling.md: a question, a result and a care card on a phone, in light and in dark mode, and
// a question in three themes. `make readme-pictures`, or node tools/gallery/readme-pictures.mjs [BUILD].
import { writeFileSync } from "node:fs";
import { PNG } from "pngjs";

import { openChromium } from "../browser.mjs";
import { readBuild } from "./build.mjs";
import { sideBySide } from "./compare-images.mjs";
import { hostPages, themes } from "./host-pages.mjs";
import { takeScreenshots } from "./take-screenshots.mjs";

/** The height of a phone's window, in pixels. */
const height = 740;
const schemes = { light: "docs/pictures/quiz.png", dark: "docs/pictures/quiz-dark.png" };

/** The top of a picture. A lower picture is filled up with its last line. */
function windowOf(png) {
  const image = PNG.sync.read(png);
  const top = new PNG({ width: image.width, height });
  for (let y = 0; y < height; y += 1) {
    PNG.bitblt(image, top, 0, Math.min(y, image.height - 1), image.width, 1, 0, y);
  }
  return PNG.sync.write(top);
}

const browser = await openChromium();
const build = readBuild(process.argv[2] ?? "dist");

/** The top of a screen on a phone. */
async function take(screen, host, scheme) {
  const { html } = hostPages[host];
  const views = [{ width: 360, scheme }];
  const [{ png }] = await takeScreenshots(browser, build, { screen, html, direction: "ltr", views });
  return windowOf(png);
}

/** Joins pictures to one, and writes it. */
function write(path, pictures) {
  writeFileSync(path, sideBySide(pictures));
  console.log(path);
}

for (const [scheme, picture] of Object.entries(schemes)) {
  const pictures = [];
  for (const screen of ["question-one-picked", "result-leads", "card-emergency"]) {
    pictures.push(await take(screen, "article", scheme));
  }
  write(picture, pictures);
}
const themed = [];
for (const theme of Object.keys(themes)) {
  themed.push(await take("question-one-picked", theme, hostPages[theme].schemes[0]));
}
write("docs/pictures/themes.png", themed);
await browser.close();
