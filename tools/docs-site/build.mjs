// Builds the documentation site with mdBook: `make docs`, or node tools/docs-site/build.mjs [BUILD] [OUT]. The Markdown files keep
// their places, so that their links work in the repository and on the site. docs/README.md is the table of contents.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { folderOf } from "../build/content-hash.mjs";
import { elementOf } from "../gallery/host-pages.mjs";
import { checkLinks } from "./check-links.mjs";

const [build = "dist", out = "target/docs-site/html"] = process.argv.slice(2);
const book = "target/docs-site/book";
const source = join(book, "src");
const read = (path) => readFileSync(path, "utf8");
const write = (path, text) => {
  mkdirSync(dirname(join(source, path)), { recursive: true });
  writeFileSync(join(source, path), text);
};
const copy = (from, to = from) => cpSync(from, join(source, to), { recursive: true });

/** Every Markdown file that is a page: those at the top, those of docs/, and the README of each folder with examples. */
const pages = [
  ...readdirSync("."),
  ...readdirSync("docs", { recursive: true }).map((name) => join("docs", name)),
  ...["integrations", "quizzes"].flatMap((folder) =>
    readdirSync(folder).map((name) => join(folder, name, "README.md")),
  ),
]
  .filter((path) => path.endsWith(".md") && existsSync(path))
  .sort();

/** The local targets of the links and pictures in a Markdown file, relative to the repository. */
function targetsOf(page) {
  const links = [...read(page).matchAll(/\]\(([^)\s#]+)|(?:src|srcset)="([^"]+)"/g)].map(
    ([, link, src]) => link ?? src,
  );
  return links.filter((link) => !/^[a-z]+:/.test(link)).map((link) => normalize(join(dirname(page), link)));
}

/** The place of a page on the site. A folder's README is its index. */
const onSite = (path) => path.replace(/README\.md$/, "index.md");

/** A page with the links of the site. A link to a document outside the site becomes plain text. */
const siteText = (page) =>
  read(page).replaceAll(/\[([^\]]*)\]\(([^)\s#:]+\.(?:md|html))(#[^)]*)?\)/g, (_, words, link, place = "") => {
    const target = normalize(join(dirname(page), link));
    return pages.includes(target) ? `[${words}](${onSite(link)}${place})` : words;
  });

/** The parts of the table of contents: the headings of docs/README.md, with the links in the lists under them. */
function contents() {
  const parts = read("docs/README.md").split(/^## /m).slice(1);
  return parts.map((part) => {
    const [heading] = part.split("\n");
    const links = [...part.matchAll(/\[([^\]]+)\]\(([^)\s#]+\.md)\)/g)];
    return { heading, chapters: links.map(([, title, link]) => [title, normalize(join("docs", link))]) };
  });
}

/** mdBook's table of contents. Pages that docs/README.md does not list follow at the end. */
function summary() {
  const listed = new Set(["README.md", "docs/README.md"]);
  const chapter = ([title, path], indent = "") => {
    if (listed.has(path)) return [];
    listed.add(path);
    const entry = `${indent}- [${titleOf(title)}](${onSite(path)})`;
    // The decisions are chapters under their list.
    const under = path.endsWith("decisions/README.md") ? pages.filter((it) => /decisions\/\d/.test(it)) : [];
    return [entry, ...under.flatMap((it) => chapter([heading(it), it], "  "))];
  };
  const lines = ["[which-cause](index.md)", "[Documentation](docs/index.md)", "[Try it](try.md)"];
  for (const { heading, chapters } of contents())
    lines.push(`\n# ${heading}\n`, ...chapters.flatMap((it) => chapter(it)));
  const rest = pages.filter((page) => !listed.has(page));
  lines.push("\n# More\n", ...rest.flatMap((page) => chapter([heading(page), page])));
  return lines.join("\n");
}

const heading = (page) => read(page).match(/^# (.+)$/m)?.[1] ?? page;
/** A title with a capital letter at its beginning, and without code marks. */
const titleOf = (text) => {
  const plain = text.replaceAll("\n", " ").replaceAll("`", "");
  return plain[0].toUpperCase() + plain.slice(1);
};

/** The page with two quizzes. */
function tryPage() {
  const element = (name, attributes) => elementOf({ quiz: JSON.parse(read(`quizzes/${name}.json`)), attributes });
  // An empty line would end the HTML in Markdown.
  const html = (text) => `<div>${text.replaceAll(/\n\s*(?=\n)/g, "")}</div>`;
  return `# Try it

This is the quiz of an article on knots in the upper back. Nothing is saved or sent.

${html(element("upper-back-knots", { region: "US" }))}

## A quiz about bread

The same widget with [another quiz file](quizzes/dense-bread.json):

${html(element("dense-bread", { quiz: "quizzes/dense-bread.json" }))}
`;
}

/** A page of mdBook, with what its markup lacks for keyboards and screen readers. `make site` checks it with axe. */
function accessible(html) {
  const click = "document.getElementById('mdbook-sidebar-toggle-anchor').click()";
  return (
    html
      // mdBook has a label for a hidden checkbox, which no key reaches.
      .replace(
        /<label (id="mdbook-sidebar-toggle"[^>]*?) for="[^"]*"([^>]*>[^]*?)<\/label>/,
        `<button type="button" onclick="${click}" $1$2</button>`,
      )
      .replace('<div id="mdbook-menu-bar"', '<div role="banner" id="mdbook-menu-bar"')
      // What can be scrolled must be reachable by keys.
      .replaceAll(
        '<div class="table-wrapper">',
        '<div class="table-wrapper" tabindex="0" role="group" aria-label="Table">',
      )
      .replaceAll(/<pre([^>]*)><code/g, '<pre$1><code tabindex="0"')
      .replaceAll("<th></th>", "<td></td>")
  );
}

rmSync(book, { recursive: true, force: true });
rmSync(out, { recursive: true, force: true });
for (const page of pages) write(onSite(page), siteText(page));
for (const page of pages) {
  for (const target of targetsOf(page)) {
    if (existsSync(target) && !statSync(target).isDirectory() && !/\.(md|html)$/.test(target)) copy(target);
  }
}
copy(join(build, "which-cause.js"), "which-cause/which-cause.js");
copy(join(build, folderOf(build)), join("which-cause", folderOf(build)));
for (const name of ["course.html", "article.css"]) copy(join(build, name), name);
copy("quizzes/dense-bread.json");
write("try.md", tryPage());
write("SUMMARY.md", summary());
cpSync("integrations/mdbook/theme", join(book, "theme"), { recursive: true });
writeFileSync(
  join(book, "book.toml"),
  `[book]
title = "which-cause"
language = "en"

[output.html]
additional-js = ["theme/which-cause-keys.js"]
no-section-label = true

[output.html.fold]
enable = true
`,
);
execFileSync("mdbook", ["build", book, "--dest-dir", join(process.cwd(), out)], {
  stdio: ["ignore", "inherit", "inherit"],
});
for (const name of readdirSync(out, { recursive: true }).filter((name) => name.endsWith(".html"))) {
  const path = join(out, name);
  writeFileSync(path, accessible(readFileSync(path, "utf8")));
}

const { files, links, broken } = checkLinks(out);
if (broken.length) {
  console.error(broken.join("\n"));
  process.exit(1);
}
console.log(`${out}: ${files} pages, ${links} links`);
