// Every screen of the quiz in one page of pictures: `make gallery`, or
// node tools/gallery/gallery.mjs [BUILD] [OUT] [SCALE] [SCREEN…], where SCREEN is what names of screens begin with.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";

import { open } from "../browser.mjs";
import { read } from "./build.mjs";
import { paper, take, widths } from "./camera.mjs";
import { pages } from "./pages.mjs";
import { screens } from "./screens.mjs";
import { sheet } from "./sheet.mjs";

const [folder = "dist", out = "target/gallery", dots = "1", ...wanted] = process.argv.slice(2);
const scale = Number(dots);
if (!(scale >= 1)) throw new Error(`scale: how many dots to a pixel, from 1 on, not ${dots}`);

/** What there is to look at: a screen on a page in a direction, in several windows. */
const trips = Object.entries(screens)
  .filter(([screen]) => !wanted.length || wanted.some((it) => screen.startsWith(it)))
  .flatMap(([screen, { more, paper: printed }]) =>
    Object.entries(pages)
      .filter(([on]) => on === "article" || more)
      .flatMap(([on, { schemes }]) =>
        (on === "article" ? ["ltr", "rtl"] : ["ltr"]).map((direction) => ({
          screen,
          on,
          direction,
          views: printed ? [{ width: paper, scheme: "light" }] : views(schemes),
        })),
      ),
  );

if (!trips.length) throw new Error(`no screen begins with ${wanted.join(" or ")}; there are ${Object.keys(screens).join(", ")}`);

/** Each width in each scheme; what forced colours change they change in every width. */
function views(schemes) {
  const of = { forced: widths.slice(0, 1) };
  return schemes.flatMap((scheme) => (of[scheme] ?? widths).map((width) => ({ width, scheme })));
}

const build = read(folder);
if (build.stale) console.error(`The build in ${folder} is older than its sources: \`make build\` makes another.`);
const browser = await open();
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const begun = Date.now();
const taken = [];
const missed = [];
const left = trips.map((trip, place) => ({ ...trip, place }));
await Promise.all(Array.from({ length: availableParallelism() }, work));

/** Makes trips until none is left. One that fails is told of, and the others are made all the same. */
async function work() {
  for (let trip = left.shift(); trip; trip = left.shift()) {
    const { screen, on, direction, place } = trip;
    try {
      const pictures = await take(browser, build, { ...trip, document: pages[on].document, scale });
      pictures.forEach(({ png, wide }, index) => {
        const { width, scheme } = trip.views[index];
        const name = `${screen}.${on}.${width}.${scheme}.${direction}.png`;
        writeFileSync(join(out, name), png);
        // A PNG begins with its width and height.
        const size = [png.readUInt32BE(16), png.readUInt32BE(20)];
        taken.push({ name, place, screen, on, width, scheme, direction, size, wide });
      });
    } catch (error) {
      missed.push({ screen, on, direction, why: error.message });
      console.error(`${screen}, ${on}, ${direction}: ${error.message}`);
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${taken.length} pictures, ${left.length} trips to go  `);
  }
}

if (process.stderr.isTTY) process.stderr.write("\n");
// Trips that are made side by side end in any order.
taken.sort((one, other) => one.place - other.place);
sheet(out, { build, taken, missed, scale, browser: browser.version() });
await browser.close();
console.log(`${join(out, "index.html")}: ${taken.length} pictures, ${((Date.now() - begun) / 1000).toFixed(0)} s`);
if (missed.length) {
  console.error(`${missed.length} of ${trips.length} trips came to nothing; the page names them`);
  process.exitCode = 1;
}
