// The page of pictures: a part for each screen, in it a row for each page, direction and width, and in the row its
// schemes side by side. Everything lies in one folder, and opens without a server.
import { execFileSync } from "node:child_process";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { paper, widths } from "./camera.mjs";
import { pages } from "./pages.mjs";
import { screens } from "./screens.mjs";
import { escape } from "./text.mjs";

/** What a reader of the page may leave out, and what each is called there. */
const sides = {
  width: new Map([...widths.map((width) => [width, `${width} px`]), [paper, "paper"]]),
  scheme: new Map([["light", "light"], ["dark", "dark"], ["forced", "forced colours"]]),
  direction: new Map([["ltr", "left to right"], ["rtl", "right to left"]]),
  on: new Map(Object.keys(pages).map((name) => [name, name])),
};
const legends = { width: "Width", scheme: "Scheme", direction: "Direction", on: "Page" };

/** Writes the page for the pictures that are in the folder `out` already. */
export function sheet(out, { taken, missed, ...about }) {
  for (const name of ["sheet.css", "sheet.js"]) copyFileSync(new URL(name, import.meta.url), join(out, name));
  const shown = Object.keys(screens).filter((screen) => [...taken, ...missed].some((it) => it.screen === screen));
  const html = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>which-cause: every screen</title>
  <link rel="icon" href="data:,"><link rel="stylesheet" href="sheet.css"><script defer src="sheet.js"></script>
</head>
<body>
<header>
  <h1>Every screen</h1>
  <p>${told(about)}</p>
  ${missed.length ? `<p class="missed">${missed.length} trips came to nothing; their parts say why.</p>` : ""}
  <form>${Object.keys(sides).map((side) => filter(side, taken)).join("")}
    <fieldset><legend>Pictures</legend><label><input type="checkbox" name="whole"> in full length</label></fieldset>
  </form>
  <nav aria-label="Screens"><ul>${shown.map(link).join("")}</ul></nav>
</header>
<main>${shown.map((screen) => part(screen, taken, missed, about.scale)).join("\n")}</main>
<dialog aria-label="A picture in its own size">
  <p><button type="button" value="-1">Previous</button> <button type="button" value="1">Next</button>
    <output></output> <button type="button" value="close">Close</button></p>
  <div tabindex="0"><img alt=""></div>
</dialog>
</body>
</html>
`;
  writeFileSync(join(out, "index.html"), html);
}

const link = (screen) => `<li><a href="#${screen}">${escape(screens[screen].title)}</a></li>`;

/** Of what the pictures are. */
function told({ build, browser }) {
  const git = (...args) => {
    try {
      const options = { cwd: build.sources, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
      return execFileSync("git", args, options).trim();
    } catch {
      // Sources without their history are sources all the same.
      return "";
    }
  };
  const commit = git("log", "-1", "--format=%h %cs, “%s”") || "no commit";
  const changed = git("status", "--porcelain", "--", "src", "style", "quizzes", "index.html") && ", with changes since";
  const time = (date) => date.toISOString().slice(0, 16).replace("T", " ");
  const dates = [`The build is of ${time(build.built)} UTC`, `the pictures are of ${time(new Date())} UTC`];
  const stale = build.stale ? " The build is older than its sources." : "";
  return escape(`Sources at ${commit}${changed}. ${dates.join("; ")}.${stale} Chromium ${browser}.`);
}

/** The checkboxes of one side, for what there are pictures of. */
function filter(side, taken) {
  const there = new Set(taken.map((it) => it[side]));
  const boxes = [...sides[side]]
    .filter(([value]) => there.has(value))
    .map(([value, name]) => `<label><input type="checkbox" name="${side}" value="${value}" checked> ${name}</label>`);
  return boxes.length < 2 ? "" : `<fieldset><legend>${legends[side]}</legend>${boxes.join("")}</fieldset>`;
}

/** One screen: its pictures in rows, and what could not be taken. */
function part(screen, taken, missed, scale) {
  const rows = new Map();
  for (const it of taken) {
    if (it.screen !== screen) continue;
    const row = [it.on, it.direction, it.width].join();
    rows.set(row, [...(rows.get(row) ?? []), it]);
  }
  const pictures = [...rows.values()].map((row) => `<div class="row">${row.map((it) => figure(it, scale)).join("")}</div>`);
  const lost = missed
    .filter((it) => it.screen === screen)
    .map(({ on, direction, why }) => `<pre class="missed">${escape(`${on}, ${sides.direction.get(direction)}: ${why}`)}</pre>`);
  const { title } = screens[screen];
  return `<section id="${screen}"><h2>${escape(title)}</h2>${lost.join("")}${pictures.join("")}</section>`;
}

function figure({ name, screen, size, wide, ...view }, scale) {
  const [width, height] = size.map((it) => Math.round(it / scale));
  const said = ["width", "scheme", "direction", "on"].map((side) => sides[side].get(view[side])).join(", ");
  const data = Object.keys(sides).map((side) => ` data-${side}="${view[side]}"`);
  const alt = escape(`${screens[screen].title}: ${said}`);
  const warning = wide ? ' <strong class="missed">wider than the window</strong>' : "";
  return `<figure${data.join("")}>
    <a href="${name}"><img src="${name}" width="${width}" height="${height}" alt="${alt}" loading="lazy"></a>
    <figcaption>${said}${warning}</figcaption>
  </figure>`;
}
