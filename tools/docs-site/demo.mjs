// Builds one folder for any static host: the article with the quiz, other quizzes, themes, languages, a frame, and the documentation:
// `make site`, or node tools/docs-site/demo.mjs [BUILD] [DOCUMENTATION] [OUT]. Every page is checked for broken links and by axe.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { openChromium } from "../browser.mjs";
import { escapeHtml } from "../gallery/escape-html.mjs";
import { elementOf, hostPages, themes } from "../gallery/host-pages.mjs";
import { checkLinks } from "./check-links.mjs";

const [build = "dist", documentation = "target/docs-site/html", out = "target/site"] = process.argv.slice(2);
const readQuiz = (path) => JSON.parse(readFileSync(path, "utf8"));
const knots = (language) => readQuiz(`quizzes/upper-back-knots${language ? `.${language}` : ""}.json`);

/** The way back to the list of demos. */
const backLink = '<nav lang="en" dir="ltr"><p><a href="demo.html">All demos</a></p></nav>';

/** A page of the demo. `head` is added to its head, `style` to its style. */
const htmlPage = ({
  title,
  main,
  language = "en",
  direction = "ltr",
  head = "",
  style = "",
  nav = backLink,
}) => `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${escapeHtml(title)}</title><link rel="icon" href="data:,">
  <style>body { max-width: 46em; margin: 2em auto; padding: 0 1em; font: 16px/1.6 system-ui, sans-serif; } ${style}</style>
  ${head}
</head>
<body>
  <main>
    <h1>${escapeHtml(title)}</h1>
    ${main}
  </main>
  ${nav}
</body>
</html>
`;

/** A page with a quiz. */
const page = ({ quiz, attributes = {}, style }) =>
  htmlPage({
    title: quiz.title,
    language: quiz.language,
    direction: quiz.direction,
    head: '<script type="module" src="which-cause.js"></script>',
    main: elementOf({ quiz, attributes }),
    style,
  });

const examples = [
  "quizzes/dense-bread.json",
  ...readdirSync("quizzes/examples")
    .filter((name) => name.endsWith(".json") && !name.includes("test-cases"))
    .map((name) => `quizzes/examples/${name}`),
];
const nameOf = (path) =>
  path
    .split("/")
    .at(-1)
    .replace(/\.json$/, "");

/** The pages by file name: their titles in the list, and their HTML. */
const demos = {
  "index.html": { title: "The article with the quiz" },
  ...Object.fromEntries(
    examples.map((path) => {
      const quiz = readQuiz(path);
      return [
        `${nameOf(path)}.html`,
        { title: quiz.title, html: page({ quiz, attributes: { quiz: path.split("/").at(-1) } }) },
      ];
    }),
  ),
  ...Object.fromEntries(
    Object.entries(themes).map(([name, style]) => [
      `theme-${name}.html`,
      { title: `Theme: ${hostPages[name].about}`, html: page({ quiz: knots(), style }) },
    ]),
  ),
  ...Object.fromEntries(
    ["es", "de", "ar"].map((language) => [
      `language-${language}.html`,
      {
        title: `Language: ${new Intl.DisplayNames("en", { type: "language" }).of(language)}`,
        html: page({ quiz: knots(language) }),
      },
    ]),
  ),
  "framed.html": {
    title: "In a frame",
    html: htmlPage({
      title: "The quiz in a frame",
      head: '<script async src="which-cause-frame.js"></script>',
      main: `<iframe src="frame.html?course=course.html" title="Which cause is yours? A short quiz" width="100%" height="640"
      style="border: 0"></iframe>`,
    }),
  },
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
cpSync(build, out, { recursive: true });
cpSync(documentation, join(out, "documentation"), { recursive: true });
for (const path of examples) cpSync(path, join(out, path.split("/").at(-1)));
for (const [name, { html }] of Object.entries(demos)) if (html) writeFileSync(join(out, name), html);
const items = Object.entries(demos).map(([name, { title }]) => `<li><a href="${name}">${escapeHtml(title)}</a></li>`);
writeFileSync(
  join(out, "demo.html"),
  htmlPage({
    title: "which-cause: demos",
    nav: "",
    main: `<p>A quiz that answers “which one is mine?” for an article. <a href="documentation/index.html">Documentation</a></p>
    <ul>
      ${items.join("\n      ")}
    </ul>`,
  }),
);

// The studio writes its widget's files into the ZIP file, and changes frame.html for the author's quiz.
const { links, broken } = checkLinks(out, "studio/widget");
const browser = await openChromium();
const tab = await browser.newPage();
const problems = [...broken, ...(await violations()), ...(await searchProblems())];
await browser.close();
if (problems.length) {
  console.error(problems.join("\n"));
  process.exit(1);
}
console.log(`${out}: ${Object.keys(demos).length + 1} demos, ${links} links, and axe finds nothing`);

/** What axe finds on the pages, without scripts: browsers refuse modules from files. The quiz has tests of its own. */
async function violations() {
  const axe = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
  const documents = readdirSync(join(out, "documentation"), { recursive: true })
    .filter((name) => name.endsWith(".html") && !/^(print|toc|404)\.html$/.test(name))
    .map((name) => join("documentation", name));
  const names = ["demo.html", ...Object.keys(demos), ...documents];
  const found = [];
  const checkPages = async (tab) => {
    while (names.length) {
      const name = names.shift();
      await tab.goto(pathToFileURL(join(out, name)).href);
      await tab.evaluate(axe);
      // The list of all pages is the same on every page of the documentation, and takes most of the time.
      const sidebar = name.startsWith("documentation") && name !== documents[0] ? [".sidebar"] : [];
      const options = { exclude: ["iframe", ...sidebar] };
      const { violations } = await tab.evaluate(
        (options) => globalThis.axe.run(options, { resultTypes: ["violations"], selectors: false }),
        options,
      );
      for (const { id, nodes } of violations) found.push(`${name}: ${id}: ${nodes[0].html}`);
    }
  };
  await Promise.all([checkPages(tab), checkPages(await browser.newPage())]);
  return found;
}

/** Searches the documentation. An mdBook that was compiled without search has made no index. */
async function searchProblems() {
  if (!readdirSync(join(out, "documentation")).some((name) => name.startsWith("searchindex"))) {
    console.log("the documentation has no search, because this mdBook was compiled without it");
    return [];
  }
  await tab.goto(pathToFileURL(join(out, "documentation/index.html")).href);
  await tab.keyboard.press("s");
  await tab.getByRole("searchbox").fill("emergency number");
  const result = tab.getByRole("link", { name: /^Emergency numbers/ });
  const isFound = await result
    .first()
    .waitFor({ timeout: 20_000 })
    .then(
      () => true,
      () => false,
    );
  return isFound ? [] : ["documentation: a search for “emergency number” does not find the page “Emergency numbers”"];
}
