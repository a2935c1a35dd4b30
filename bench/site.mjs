// The build as a site serves it, out of memory: a folder for each page, with the files of the build and its own in it.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, relative, sep } from "node:path";
import { encodings, files as filesOf } from "../tools/build/compress.mjs";

import { pages } from "./pages.mjs";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

const compressed = encodings[".br"];

/** The files of a build, `[path, body]`. */
export const built = (folder) => filesOf(folder).map((path) => [relative(folder, path).split(sep).join("/"), readFileSync(path)]);

/** Serves a build under the name of each page: /without/, /quiz/ and so on. */
export async function serve(folder, these = pages) {
  const build = built(folder);
  const article = build.find(([path]) => path === "index.html")[1].toString();
  const site = await listen();
  const small = new Map(build.map(([path, body]) => [path, compressed(body)]));
  for (const [id, { html, files }] of Object.entries(these)) {
    for (const [path, body] of small) site.put(`/${id}/${path}`, body);
    for (const [path, body] of await files()) site.put(`/${id}/${path}`, compressed(body));
    site.put(`/${id}/index.html`, compressed(Buffer.from(html(article))));
  }
  return { ...site, sizes: Object.fromEntries([...small].map(([path, { length }]) => [path, length])) };
}

/** A server of files that are `put` there, compressed already; it notes what was asked for and is not there. */
export async function listen() {
  const files = new Map();
  const missed = new Set();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://bench");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const body = files.get(path);
    // Every answer has the same headers, whenever it is given.
    response.sendDate = false;
    if (!body) {
      missed.add(pathname);
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": types[extname(path)] ?? "application/octet-stream",
      "content-encoding": "br",
      "content-length": body.length,
      "cache-control": "public, max-age=3600",
    });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    put: (path, body) => files.set(path, body),
    missed,
    close: () => server.close(),
  };
}

export { compressed };
