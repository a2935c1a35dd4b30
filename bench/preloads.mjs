// What preload hints in an article's head would bring a reader who came for the quiz: `make bench-preloads`, or
// node bench/preloads.mjs [FOLDER] [ROUNDS]. docs/performance.md has what came of it.
import { openChromium } from "../tools/browser.mjs";
import { folderOf } from "../tools/build/content-hash.mjs";
import { range, table } from "./markdown.mjs";
import { interval } from "./pairs.mjs";
import { pages } from "./pages.mjs";
import { serve } from "./site.mjs";
import { startsAtOnce } from "./visit.mjs";

const [folder = "dist", wanted = "7"] = process.argv.slice(2);
const rounds = Number(wanted);
const app = folderOf(folder);
const loader = '<link rel="modulepreload" href="which-cause.js">';
const glue = `<link rel="modulepreload" href="${app}/which-cause-app.js">`;
const wasm = `<link rel="preload" as="fetch" crossorigin href="${app}/which-cause-app_bg.wasm">`;

const hinted = (name, ...hints) => ({
  ...pages.quiz,
  name,
  html: (article) => article.replace("</title>", `</title>${hints.join("")}`),
});
const these = {
  none: hinted("no hint"),
  loader: hinted("the loader", loader),
  app: hinted("loader and app", loader, glue, wasm),
};

const browser = await openChromium();
const site = await serve(folder, these);
try {
  const visits = [];
  // The first of each is the browser's own first, and is not counted.
  for (let round = -1; round < rounds; round += 1) {
    const visit = {};
    const ids = Object.keys(these);
    for (const id of ids.map((_, i) => ids[(i + round + ids.length) % ids.length])) {
      visit[id] = await startsAtOnce(browser, `${site.url}/${id}/`, these[id]);
    }
    if (round >= 0) visits.push(visit);
  }
  const row = (name, key) => [
    name,
    ...Object.keys(these).map((id) => range(interval(visits.map((it) => it[id][key])), "ms")),
  ];
  console.log(
    table(
      ["", ...Object.values(these).map(({ name }) => name)],
      [
        row("navigation to a Start that is heeded, ms", "heeded"),
        row("navigation to the first question, Start pressed at once, ms", "first"),
      ],
    ),
  );
} finally {
  site.close();
  await browser.close();
}
