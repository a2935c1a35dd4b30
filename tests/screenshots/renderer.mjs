// Renders the ten screens that have a reference screenshot, in the same way on every machine.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import { openChromium } from "../../tools/browser.mjs";
import { readBuild } from "../../tools/gallery/build.mjs";
import { plainPage } from "../../tools/gallery/host-pages.mjs";
import { takeScreenshots } from "../../tools/gallery/take-screenshots.mjs";

/** The path of a file in this folder. */
export const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));

/** A screen of the gallery, a window width, a color scheme and a direction. */
const cases = [
  ["facade", 360, "light", "ltr"],
  ["safety-emergency", 360, "light", "ltr"],
  ["card-emergency", 360, "dark", "ltr"],
  ["question-one-picked", 360, "light", "ltr"],
  ["question-all-picked", 360, "forced", "ltr"],
  ["question-where-picked", 360, "light", "ltr"],
  ["result-leads", 360, "light", "ltr"],
  ["result-leads", 768, "dark", "ltr"],
  ["result-two", 360, "light", "rtl"],
  ["result-nothing", 360, "light", "ltr"],
].map(([screen, width, scheme, direction]) => ({
  name: [screen, width, scheme, direction].join("."),
  screen,
  direction,
  views: [{ width, scheme }],
}));

export const names = cases.map(({ name }) => name);

/** The style of the host page. */
const style = `
  :root { color-scheme: light dark; }
  body { margin: 16px; font: 16px/1.5 "DejaVu Sans"; }
`;

/** The font files, from Debian's fonts-dejavu-core. fonts.conf allows no others. */
const fontFiles = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"];

/** Opens a build in a Chromium that finds only these fonts. `render` returns the PNG of a name, with extra style if given. */
export async function openRenderer(folder) {
  const build = readBuild(folder);
  process.env.FONTCONFIG_FILE = pathOf("fonts.conf");
  const browser = await openChromium("--font-render-hinting=none", "--disable-lcd-text");
  return {
    async render(name, extraStyle = "") {
      const screenshotCase = cases.find((other) => other.name === name);
      const html = plainPage(style + extraStyle);
      const [{ png }] = await takeScreenshots(browser, build, { ...screenshotCase, html });
      return png;
    },
    /** Screenshots can be compared only if all of this is equal. */
    environment: { system: process.platform, chromium: browser.version().split(".")[0], ...fontDigests() },
    close: () => browser.close(),
  };
}

/** The digest of each font file, or "missing". */
function fontDigests() {
  const folder = "/usr/share/fonts";
  const paths = existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
  return Object.fromEntries(
    fontFiles.map((name) => {
      const path = paths.find((other) => basename(other) === name);
      const digest =
        path &&
        createHash("sha256")
          .update(readFileSync(join(folder, path)))
          .digest("hex");
      return [name, digest?.slice(0, 16) ?? "missing"];
    }),
  );
}
