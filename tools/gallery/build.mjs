// A build, as a site would serve it, and the quiz that it was made of. Nothing listens: the browser's requests are
// answered from the folder, and nothing gets past it.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { files as filesOf } from "../build/compress.mjs";
import { folderOf } from "../build/content-hash.mjs";

/** Where the pages are. It exists nowhere; it is https, so that they may all that a real site may. */
const origin = "https://article.example";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

const quiz = "upper-back-knots";

/** Reads the build in a folder. Its quiz is in the nearest folder above it that has one: a build has no texts of its own. */
export function read(folder) {
  const app = join(folder, folderOf(folder));
  const files = new Map(filesOf(folder).map((path) => [`/${relative(folder, path)}`, readFileSync(path)]));
  const sources = above(resolve(folder));
  const json = (name) => JSON.parse(readFileSync(join(sources, "quizzes", name), "utf8"));
  const english = json(`${quiz}.json`);
  const translated = existsSync(join(sources, "quizzes", `${quiz}.ar.json`)) && existsSync(join(app, `${quiz}.ar.quiz`));
  const built = statSync(join(app, "which-cause-app_bg.wasm")).mtime;
  return {
    files,
    sources,
    built,
    /** Whether something that it is made of has changed since. */
    stale: ["src", "style", "quizzes", "index.html"].some((it) => latest(join(sources, it)) > built),
    readers: JSON.parse(readFileSync(new URL(`../../quizzes/${quiz}.test-cases.json`, import.meta.url), "utf8")).test_cases,
    /** The quiz that reads from left to right, and the one that reads from right to left. */
    quizzes: {
      ltr: { quiz: english, attributes: {} },
      // Until a translation is part of the build, English stands in for it: the direction is what is looked at.
      rtl: translated
        ? { quiz: json(`${quiz}.ar.json`), attributes: { lang: "ar" } }
        : { quiz: { ...english, language: "ar", direction: "rtl" }, attributes: { quiz: "rtl.json" } },
    },
  };
}

/** When a file, or any file in a folder, was last changed; never, where nothing is. */
function latest(path) {
  const it = statSync(path, { throwIfNoEntry: false });
  if (!it?.isDirectory()) return it?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(path).map((name) => latest(join(path, name))));
}

function above(folder) {
  if (existsSync(join(folder, "quizzes", `${quiz}.json`))) return folder;
  if (dirname(folder) === folder) throw new Error(`no folder above the build has quizzes/${quiz}.json`);
  return above(dirname(folder));
}

/** Answers a page's requests: the build, and this document as its page. Gives the document's address. */
export async function serve(page, build, document) {
  const asked = JSON.stringify(build.quizzes.rtl.quiz);
  const made = { "/": document, "/rtl.json": asked };
  await page.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    const body = made[pathname] ?? build.files.get(pathname);
    if (!body) return route.fulfill({ status: 404, body: `no ${basename(pathname)}` });
    return route.fulfill({ body, contentType: types[extname(pathname) || ".html"] ?? "application/octet-stream" });
  });
  return `${origin}/`;
}
