// Writes the gallery's page: a section for each screen, a row for each host page, direction and width, and the color schemes
// side by side. All files are in one folder, and the page opens without a server.
import { execFileSync } from "node:child_process";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { escapeHtml } from "./escape-html.mjs";
import { hostPages } from "./host-pages.mjs";
import { screens } from "./screens.mjs";
import { printWidth, widths } from "./take-screenshots.mjs";

/** The filters of the page: the values of each and their labels. */
const filters = {
  width: new Map([...widths.map((width) => [width, `${width} px`]), [printWidth, "printed"]]),
  scheme: new Map([
    ["light", "light"],
    ["dark", "dark"],
    ["forced", "forced colors"],
  ]),
  direction: new Map([
    ["ltr", "left to right"],
    ["rtl", "right to left"],
  ]),
  page: new Map(Object.keys(hostPages).map((name) => [name, name])),
};
const legends = { width: "Width", scheme: "Scheme", direction: "Direction", page: "Page" };

/** Writes the page for the screenshots in the folder `out`. */
export function writeIndexPage(out, { screenshots, failures, build, browserVersion, scale }) {
  for (const name of ["index-page.css", "index-page.js"]) copyFileSync(new URL(name, import.meta.url), join(out, name));
  const shown = Object.keys(screens).filter((name) =>
    [...screenshots, ...failures].some(({ screen }) => screen === name),
  );
  const html = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>which-cause: every screen</title>
  <link rel="icon" href="data:,"><link rel="stylesheet" href="index-page.css"><script defer src="index-page.js"></script>
</head>
<body>
<header>
  <h1>Every screen</h1>
  <p>${escapeHtml(describe(build, browserVersion))}</p>
  ${failures.length ? `<p class="failed">${failures.length} screens failed; their sections say why.</p>` : ""}
  <form>${Object.keys(filters)
    .map((filter) => checkboxes(filter, screenshots))
    .join("")}
    <fieldset><legend>Screenshots</legend><label><input type="checkbox" name="whole"> in full length</label></fieldset>
  </form>
  <nav aria-label="Screens"><ul>${shown.map(link).join("")}</ul></nav>
</header>
<main>${shown.map((screen) => section(screen, screenshots, failures, scale)).join("\n")}</main>
<dialog aria-label="A screenshot in its own size">
  <p><button type="button" value="-1">Previous</button> <button type="button" value="1">Next</button>
    <output></output> <button type="button" value="close">Close</button></p>
  <div tabindex="0"><img alt=""></div>
</dialog>
</body>
</html>
`;
  writeFileSync(join(out, "index.html"), html);
}

const link = (screen) => `<li><a href="#${screen}">${escapeHtml(screens[screen].title)}</a></li>`;

/** Says which sources, build and browser the screenshots show. */
function describe(build, browserVersion) {
  const git = (...args) => {
    try {
      const options = { cwd: build.sources, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
      return execFileSync("git", args, options).trim();
    } catch {
      // The sources may come without their history.
      return "";
    }
  };
  const commit = git("log", "-1", "--format=%h %cs, “%s”") || "no commit";
  const changed = git("status", "--porcelain", "--", "src", "style", "quizzes", "index.html") && ", with changes since";
  const time = (date) => `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const stale = build.stale ? " The build is older than its sources." : "";
  return (
    `Sources at ${commit}${changed}. The build is of ${time(build.builtAt)}; the screenshots are of ${time(new Date())}.` +
    `${stale} Chromium ${browserVersion}.`
  );
}

/** The checkboxes of one filter, for the values that occur. */
function checkboxes(filter, screenshots) {
  const values = new Set(screenshots.map((screenshot) => screenshot[filter]));
  const boxes = [...filters[filter]]
    .filter(([value]) => values.has(value))
    .map(
      ([value, label]) => `<label><input type="checkbox" name="${filter}" value="${value}" checked> ${label}</label>`,
    );
  return boxes.length < 2 ? "" : `<fieldset><legend>${legends[filter]}</legend>${boxes.join("")}</fieldset>`;
}

/** One screen: its screenshots in rows, and the failures. */
function section(screen, screenshots, failures, scale) {
  const rows = new Map();
  for (const screenshot of screenshots.filter((other) => other.screen === screen)) {
    const key = [screenshot.page, screenshot.direction, screenshot.width].join();
    rows.set(key, [...(rows.get(key) ?? []), screenshot]);
  }
  const figures = [...rows.values()].map(
    (row) => `<div class="row">${row.map((screenshot) => figure(screenshot, scale)).join("")}</div>`,
  );
  const messages = failures
    .filter((failure) => failure.screen === screen)
    .map(({ page, direction, message }) => `${page}, ${filters.direction.get(direction)}: ${message}`)
    .map((text) => `<pre class="failed">${escapeHtml(text)}</pre>`);
  const { title } = screens[screen];
  return `<section id="${screen}"><h2>${escapeHtml(title)}</h2>${messages.join("")}${figures.join("")}</section>`;
}

function figure({ name, screen, size, tooWide, ...view }, scale) {
  const [width, height] = size.map((pixels) => Math.round(pixels / scale));
  const caption = Object.keys(filters)
    .map((filter) => filters[filter].get(view[filter]))
    .join(", ");
  const data = Object.keys(filters).map((filter) => ` data-${filter}="${view[filter]}"`);
  const alt = escapeHtml(`${screens[screen].title}: ${caption}`);
  const warning = tooWide ? ' <strong class="failed">wider than the window</strong>' : "";
  return `<figure${data.join("")}>
    <a href="${name}"><img src="${name}" width="${width}" height="${height}" alt="${alt}" loading="lazy"></a>
    <figcaption>${caption}${warning}</figcaption>
  </figure>`;
}
