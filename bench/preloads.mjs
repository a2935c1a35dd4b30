// Measures what preload hints in the article's head change for a reader who presses Start at once: `make bench-preloads`, or
// node bench/preloads.mjs [FOLDER] [ROUNDS]. It prints a table, and docs/decisions/0048-no-preload-hints.md has the last one.
import { openChromium } from "../tools/browser.mjs";
import { folderOf } from "../tools/build/content-hash.mjs";
import { range, table } from "./markdown.mjs";
import { interval } from "./statistics.mjs";
import { pages } from "./pages.mjs";
import { serveBuild } from "./site.mjs";
import { visitInHaste } from "./visit.mjs";

const [folder = "dist", roundsArgument = "7"] = process.argv.slice(2);
const rounds = Number(roundsArgument);
const app = folderOf(folder);
const loaderHint = '<link rel="modulepreload" href="which-cause.js">';
const appHint = `<link rel="modulepreload" href="${app}/which-cause-app.js">`;
const wasmHint = `<link rel="preload" as="fetch" crossorigin href="${app}/which-cause-app_bg.wasm">`;

/** The article with the quiz and with these hints. */
const withHints = (name, ...hints) => ({
  ...pages.quiz,
  name,
  html: (article) => article.replace("</title>", `</title>${hints.join("")}`),
});
const variants = {
  none: withHints("no hint"),
  loader: withHints("the loader", loaderHint),
  app: withHints("loader and app", loaderHint, appHint, wasmHint),
};

const browser = await openChromium();
const site = await serveBuild(folder, variants);
try {
  const visits = [];
  // Round -1 warms up the browser and is not counted.
  for (let round = -1; round < rounds; round += 1) {
    const visit = {};
    const ids = Object.keys(variants);
    // The variants take turns at going first.
    for (const id of ids.map((_, i) => ids[(i + round + ids.length) % ids.length])) {
      visit[id] = await visitInHaste(browser, `${site.url}/${id}/`, variants[id]);
    }
    if (round >= 0) visits.push(visit);
  }
  const row = (label, key) => [
    label,
    ...Object.keys(variants).map((id) => range(interval(visits.map((visit) => visit[id][key])), "ms")),
  ];
  console.log(
    table(
      ["", ...Object.values(variants).map(({ name }) => name)],
      [
        row("navigation until Start reacts, ms", "reacted"),
        row("navigation to the first question, Start pressed at once, ms", "first"),
      ],
    ),
  );
} finally {
  site.close();
  await browser.close();
}
