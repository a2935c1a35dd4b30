// The build, as the browser under the screen reader is served it: the article with a quiz that takes up where a memory leads, and
// what else a test wants of the page. A page that is open goes to the next one when the test says so.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const types = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".quiz": "application/octet-stream",
};

const read = (name) => JSON.parse(readFileSync(new URL(`../../quizzes/${name}`, import.meta.url), "utf8"));
const quiz = read("upper-back-knots.json");
const { test_cases: readers } = read("upper-back-knots.test-cases.json");

/** The quiz's memory of a reader with the answers of a test case, who is at a step of this id. */
function memory(id, at) {
  const reader = readers.find((it) => it.id === id);
  const lines = [at];
  for (const step of [...quiz.screens, ...quiz.questions]) {
    const answer = step.level ? (reader.safety[step.id] ?? "none") : (reader.answers[step.id] ?? []);
    lines.push([step.id, step.choices.length, ...[answer].flat()].join(" "));
  }
  return lines.join("\n");
}

/** What each page has in it besides the article: `?reader=…&at=…` a memory, and a script for the rest. */
function article(build, query) {
  const memo = query.has("at") ? memory(query.get("reader"), query.get("at")) : "";
  const script = `
    sessionStorage.setItem("which-cause ", ${JSON.stringify(memo)});
    new EventSource("/next").onmessage = ({ data }) => location.assign(data);
    addEventListener("keydown", ({ key }) => { if (key === "F8") document.querySelector("which-cause").lang = "de"; });
  `;
  const page = readFileSync(join(build, "index.html"), "utf8");
  return page
    .replace("<which-cause ", "<which-cause remember ")
    .replace("<head>", `<head><script>${script.replaceAll("</", "<\\/")}</script>`);
}

/** Serves a build. */
export async function serve(build) {
  /** The open page, as far as it waits for the next one. */
  let page;
  /** How requests for the module are answered: "missing", or after some milliseconds. */
  let module = 0;
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    if (pathname === "/next") {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.flushHeaders();
      page = response;
      return;
    }
    const path = join(build, normalize(pathname === "/" ? "/index.html" : pathname));
    if (path.endsWith("_bg.wasm")) {
      if (module === "missing") return response.writeHead(404).end();
      await wait(module);
    }
    if (!existsSync(path) || !statSync(path).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream", "cache-control": "no-store" });
    if (path.endsWith("index.html")) return response.end(article(build, searchParams));
    createReadStream(path).pipe(response);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    /** Has the open page go to another, on which the module comes late or not at all. */
    async goTo(query, answer = 0) {
      module = answer;
      while (!page) await wait(30);
      const [open] = [page];
      page = undefined;
      open.end(`data: /${query}\n\n`);
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
