// The build as a site serves it, out of memory: the article with the quiz in it and the same article without.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, relative } from "node:path";
import { encodings, files as filesOf } from "../tools/compress.mjs";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** The article without the widget's element and script. */
export function without(article) {
  const rest = article
    .replace(/<which-cause\b.*<\/which-cause>/s, "")
    .replace(/<script\b[^>]*which-cause\.js[^>]*><\/script>/g, "")
    .replace(/<link\b[^>]*which-cause[^>]*>/g, "");
  if (rest === article) throw new Error("the article has no widget in it");
  if (/which-cause/.test(rest)) throw new Error("something of the widget stays in the article without it");
  return rest;
}

/** Serves a build under /with/ and /without/, the two articles. */
export async function serve(folder) {
  const files = new Map();
  for (const path of filesOf(folder)) {
    const name = relative(folder, path);
    const body = readFileSync(path);
    const add = (path, body) => files.set(path, { body: encodings[".br"](body), type: types[extname(name)] ?? "application/octet-stream" });
    add(`/with/${name}`, body);
    add(`/without/${name}`, name === "index.html" ? Buffer.from(without(body.toString())) : body);
  }
  const missed = new Set();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://bench");
    const file = files.get(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    // Every answer has the same headers, whenever it is given.
    response.sendDate = false;
    if (!file) {
      missed.add(pathname);
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": file.type,
      "content-encoding": "br",
      "content-length": file.body.length,
      "cache-control": "public, max-age=3600",
    });
    response.end(file.body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** The files of the build and their bytes with brotli. */
    sizes: Object.fromEntries(
      [...files].filter(([path]) => path.startsWith("/with/")).map(([path, { body }]) => [path.slice(6), body.length]),
    ),
    /** What was asked for and is not there. */
    missed,
    close: () => server.close(),
  };
}
