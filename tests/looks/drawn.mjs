// The looks: a few screens, drawn in a way that another machine draws as well.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import { open } from "../../tools/browser.mjs";
import { read } from "../../tools/gallery/build.mjs";
import { take } from "../../tools/gallery/camera.mjs";
import { plain } from "../../tools/gallery/pages.mjs";

/** A file beside this one. */
export const file = (name) => fileURLToPath(new URL(name, import.meta.url));

/** What is looked at: a screen of the gallery, the window's width, the scheme and the direction. */
const chosen = [
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

export const names = chosen.map(({ name }) => name);

/** A page of two colours and the one typeface. */
const style = `
  :root { color-scheme: light dark; }
  body { margin: 16px; font: 16px/1.5 "DejaVu Sans"; }
`;

/** The files of that typeface, as Debian's fonts-dejavu-core has them; fonts.conf names them too. */
const typeface = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"];

/** Opens a build in a Chromium that knows this typeface alone. It draws a look by its name, as PNG, perhaps with more style. */
export async function artist(folder) {
  const build = read(folder);
  process.env.FONTCONFIG_FILE = file("fonts.conf");
  const browser = await open("--font-render-hinting=none", "--disable-lcd-text");
  return {
    async draw(name, more = "") {
      const look = chosen.find((it) => it.name === name);
      const [{ png }] = await take(browser, build, { ...look, document: plain(style + more) });
      return png;
    },
    /** What it draws with: what is not alike draws alike on no two machines. */
    tools: { system: process.platform, chromium: browser.version().split(".")[0], ...fonts() },
    close: () => browser.close(),
  };
}

/** The digests of the typeface's files, as far as they are there. */
function fonts() {
  const folder = "/usr/share/fonts";
  const all = existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
  return Object.fromEntries(
    typeface.map((name) => {
      const path = all.find((it) => basename(it) === name);
      const digest = path && createHash("sha256").update(readFileSync(join(folder, path))).digest("hex");
      return [name, digest?.slice(0, 16) ?? "missing"];
    }),
  );
}
