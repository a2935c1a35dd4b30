// The web server of the screen reader test. It serves the build. The article's quiz continues from a stored session. No
// WebDriver runs here, so the server tells the open page to go to another one.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { contentTypes } from "../../tools/content-types.mjs";

const read = (name) => JSON.parse(readFileSync(new URL(`../../quizzes/${name}`, import.meta.url), "utf8"));
const quiz = read("upper-back-knots.json");
const { test_cases: testCases } = read("upper-back-knots.test-cases.json");

/** The stored session of a reader with the answers of a test case, at the step with this id. */
function storedSession(testCaseId, stepId) {
  const testCase = testCases.find(({ id }) => id === testCaseId);
  const steps = [...quiz.screens, ...quiz.questions];
  const name = ({ level, id, choices }) =>
    [quiz.id, ...(level ? ["screens", id, ...choices.map((choice) => choice.id)] : ["questions", id])].join(".");
  const lines = steps.map((step) => {
    const answer = step.level ? (testCase.safety[step.id] ?? "none") : (testCase.answers[step.id] ?? []);
    return [name(step), ...[answer].flat()].join(" ");
  });
  const current = steps.find(({ id }) => id === stepId);
  return [current ? name(current) : "", ...lines].join("\n");
}

/** The article with a script: `?case=…&at=…` stores a session, and F8 changes the language to German. */
function article(build, query) {
  const session = query.has("at") ? storedSession(query.get("case"), query.get("at")) : "";
  const script = `
    sessionStorage.setItem("which-cause ", ${JSON.stringify(session)});
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
  /** The response that tells the open page to go to the next one. */
  let page;
  /** The response to requests for the module: "missing", or a delay in milliseconds. */
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
    response.writeHead(200, {
      "content-type": contentTypes[extname(path)] ?? "application/octet-stream",
      "cache-control": "no-store",
    });
    if (path.endsWith("index.html")) return response.end(article(build, searchParams));
    createReadStream(path).pipe(response);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    /** Tells the open page to go to another. `response` delays the module in milliseconds, or is "missing". */
    async goTo(query, response = 0) {
      module = response;
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
