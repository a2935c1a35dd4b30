// Takes screenshots of every screen and writes a page that shows them: `make gallery`, or
// node tools/gallery/gallery.mjs [BUILD] [OUT] [SCALE] [SCREEN…], where SCREEN is the beginning of a screen's name.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";

import { openChromium } from "../browser.mjs";
import { readBuild } from "./build.mjs";
import { hostPages } from "./host-pages.mjs";
import { writeIndexPage } from "./index-page.mjs";
import { screens } from "./screens.mjs";
import { printWidth, takeScreenshots, widths } from "./take-screenshots.mjs";

const [folder = "dist", out = "target/gallery", scaleArgument = "1", ...wanted] = process.argv.slice(2);
const scale = Number(scaleArgument);
if (!(scale >= 1)) throw new Error(`the scale is a number of dots to a pixel, 1 or more, and not ${scaleArgument}`);

/** A job is one screen in one host page and one direction. It is shown in several widths and color schemes. */
const jobs = Object.entries(screens)
  .filter(([screen]) => !wanted.length || wanted.some((beginning) => screen.startsWith(beginning)))
  .flatMap(([screen, { everyPage, printed }]) =>
    Object.entries(hostPages)
      .filter(([page]) => page === "article" || everyPage)
      .flatMap(([page, { schemes }]) =>
        (page === "article" ? ["ltr", "rtl"] : ["ltr"]).map((direction) => ({
          screen,
          page,
          direction,
          views: printed ? [{ width: printWidth, scheme: "light" }] : viewsIn(schemes),
        })),
      ),
  )
  .map((job, index) => ({ ...job, index }));

if (!jobs.length) {
  throw new Error(`no screen begins with ${wanted.join(" or ")}; there are ${Object.keys(screens).join(", ")}`);
}

/** Every width in every color scheme. Forced colors are shown in one width, because they do not change the layout. */
function viewsIn(schemes) {
  return schemes.flatMap((scheme) =>
    (scheme === "forced" ? widths.slice(0, 1) : widths).map((width) => ({ width, scheme })),
  );
}

const build = readBuild(folder);
if (build.stale) console.error(`The build in ${folder} is older than its sources. Run \`make build\`.`);
const browser = await openChromium();
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const startedAt = Date.now();
const screenshots = [];
const failures = [];
const queue = [...jobs];
await Promise.all(Array.from({ length: availableParallelism() }, work));

/** Does jobs until none is left. A job that fails is reported, and the others go on. */
async function work() {
  for (let job = queue.shift(); job; job = queue.shift()) {
    const { screen, page, direction, index } = job;
    try {
      const taken = await takeScreenshots(browser, build, { ...job, html: hostPages[page].html, scale });
      taken.forEach(({ png, tooWide }, view) => {
        const { width, scheme } = job.views[view];
        const name = `${screen}.${page}.${width}.${scheme}.${direction}.png`;
        writeFileSync(join(out, name), png);
        // A PNG begins with its width and height.
        const size = [png.readUInt32BE(16), png.readUInt32BE(20)];
        screenshots.push({ name, index, screen, page, width, scheme, direction, size, tooWide });
      });
    } catch (error) {
      failures.push({ screen, page, direction, message: error.message });
      console.error(`${screen}, ${page}, ${direction}: ${error.message}`);
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${screenshots.length} screenshots, ${queue.length} jobs left  `);
  }
}

if (process.stderr.isTTY) process.stderr.write("\n");
// Jobs run in parallel and end in any order.
screenshots.sort((a, b) => a.index - b.index);
writeIndexPage(out, { build, screenshots, failures, scale, browserVersion: browser.version() });
await browser.close();
const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
console.log(`${join(out, "index.html")}: ${screenshots.length} screenshots, ${seconds} s`);
if (failures.length) {
  console.error(`${failures.length} of ${jobs.length} jobs failed; the page names them`);
  process.exitCode = 1;
}
