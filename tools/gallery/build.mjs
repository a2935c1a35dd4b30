// Reads a build, and the quiz that it was made from, and answers a page's requests from it. There is no server, and no request
// reaches the network.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { files as listFiles } from "../build/compress.mjs";
import { folderOf } from "../build/content-hash.mjs";
import { contentTypes } from "../content-types.mjs";

/** An address that does not exist. It is https, so pages may use everything that a real site may use. */
const origin = "https://article.example";

const quizName = "upper-back-knots";

/** Reads the build in a folder. The quiz file comes from the nearest folder above it that has `quizzes/`. */
export function readBuild(folder) {
  const app = join(folder, folderOf(folder));
  const files = new Map(listFiles(folder).map((path) => [`/${relative(folder, path)}`, readFileSync(path)]));
  const sources = findSources(resolve(folder));
  const readQuiz = (name) => JSON.parse(readFileSync(join(sources, "quizzes", name), "utf8"));
  const english = readQuiz(`${quizName}.json`);
  const hasArabic =
    existsSync(join(sources, "quizzes", `${quizName}.ar.json`)) && existsSync(join(app, `${quizName}.ar.quiz`));
  const builtAt = statSync(join(app, "which-cause-app_bg.wasm")).mtime;
  const testCases = new URL(`../../quizzes/${quizName}.test-cases.json`, import.meta.url);
  return {
    files,
    sources,
    builtAt,
    /** Whether a source file is newer than the build. */
    stale: ["src", "style", "quizzes", "index.html"].some((name) => lastChange(join(sources, name)) > builtAt),
    testCases: JSON.parse(readFileSync(testCases, "utf8")).test_cases,
    /** The quiz in each direction, and the element's attributes that choose it. */
    quizzes: {
      ltr: { quiz: english, attributes: {} },
      // A build without the Arabic translation shows English from right to left.
      rtl: hasArabic
        ? { quiz: readQuiz(`${quizName}.ar.json`), attributes: { lang: "ar" } }
        : { quiz: { ...english, language: "ar", direction: "rtl" }, attributes: { quiz: "rtl.json" } },
    },
  };
}

/** The time of the last change of a file, or of any file in a folder; 0 if the path does not exist. */
function lastChange(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}

function findSources(folder) {
  if (existsSync(join(folder, "quizzes", `${quizName}.json`))) return folder;
  if (dirname(folder) === folder) throw new Error(`no folder above the build has quizzes/${quizName}.json`);
  return findSources(dirname(folder));
}

/** Answers a page's requests with the build's files, and with `html` as the page. Returns the page's address. */
export async function serveBuild(page, build, html) {
  const generated = { "/": html, "/rtl.json": JSON.stringify(build.quizzes.rtl.quiz) };
  await page.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    const body = generated[pathname] ?? build.files.get(pathname);
    if (!body) return route.fulfill({ status: 404, body: `no ${basename(pathname)}` });
    return route.fulfill({
      body,
      contentType: contentTypes[extname(pathname) || ".html"] ?? "application/octet-stream",
    });
  });
  return `${origin}/`;
}
