// A web server that serves the build from memory: each page has a folder with the build's files and its own.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, relative, sep } from "node:path";
import { encodings, files as listFiles } from "../tools/build/compress.mjs";

import { pages } from "./pages.mjs";
import { contentTypes } from "../tools/content-types.mjs";

/** Compresses with brotli. */
export const compress = encodings[".br"];

/** The files of a build, `[path, body]`. */
export const readFiles = (folder) =>
  listFiles(folder).map((path) => [relative(folder, path).split(sep).join("/"), readFileSync(path)]);

/** Serves a build under the name of each page: /without/, /quiz/ and so on. */
export async function serveBuild(folder, variants = pages) {
  const build = readFiles(folder);
  const article = build.find(([path]) => path === "index.html")[1].toString();
  const site = await startServer();
  const compressed = new Map(build.map(([path, body]) => [path, compress(body)]));
  for (const [id, { html, files }] of Object.entries(variants)) {
    for (const [path, body] of compressed) site.put(`/${id}/${path}`, body);
    for (const [path, body] of await files()) site.put(`/${id}/${path}`, compress(body));
    site.put(`/${id}/index.html`, compress(Buffer.from(html(article))));
  }
  return { ...site, sizes: Object.fromEntries([...compressed].map(([path, { length }]) => [path, length])) };
}

/** Starts a server. `put` adds a compressed file; `missed` has the paths that were requested but do not exist. */
export async function startServer() {
  const files = new Map();
  const missed = new Set();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://bench");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const body = files.get(path);
    // Without a date, every response has the same headers.
    response.sendDate = false;
    if (!body) {
      missed.add(pathname);
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": contentTypes[extname(path)] ?? "application/octet-stream",
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
