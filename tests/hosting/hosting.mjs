// Tests the server configurations of docs/hosting.md with real servers: `make test-hosting`, or
// node --test-reporter=spec tests/hosting/hosting.mjs [BUILD] [SERVER…], where SERVER is the beginning of a server's name.
import assert from "node:assert/strict";
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { basename, extname, join, relative } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { compress, files } from "../../tools/build/compress.mjs";
import { folderOf, moveIntoFolder } from "../../tools/build/content-hash.mjs";
import { servers, start } from "./servers.mjs";
import { contentTypes } from "../../tools/content-types.mjs";

const [build = "dist", ...wanted] = process.argv.slice(2);
const app = folderOf(build);
const names = files(build).map((path) => relative(build, path));
const hashed = names.filter((name) => name.startsWith(`${app}/`));
const stable = names.filter((name) => !name.includes("/"));

/** The `accept-encoding` of browsers. */
const browserEncodings = "gzip, deflate, br, zstd";
const decoded = { br: brotliDecompressSync, gzip: gunzipSync };
const extensions = { br: ".br", gzip: ".gz" };

const chosen = Object.keys(servers).filter(
  (name) => !wanted.length || wanted.some((beginning) => name.startsWith(beginning)),
);
assert(chosen.length, `no server is called ${wanted.join(" or ")}; there are ${Object.keys(servers).join(", ")}`);

test("the build has a compressed copy of each file", () => {
  assert(stable.includes("which-cause.js") && hashed.includes(`${app}/which-cause-app.js`), names.join(", "));
  for (const name of [...stable, ...hashed]) {
    for (const [encoding, ending] of Object.entries(extensions)) {
      const path = join(build, name);
      assert(existsSync(path + ending), `${path + ending}: a release build has it; run \`make build\``);
      assert.deepEqual(decoded[encoding](readFileSync(path + ending)), readFileSync(path), path + ending);
    }
  }
});

test("the app's folder is named after its content, and the scripts have its name", () => {
  for (const script of ["which-cause.js", "frame.js"]) {
    assert(readFileSync(join(build, script), "utf8").includes(`"${app}/`), script);
  }
  const nameAfter = (change) => {
    const folder = mkdtempSync(join(tmpdir(), "which-cause-folder-"));
    try {
      for (const name of hashed) copyFileSync(join(build, name), join(folder, basename(name)));
      change(join(folder, "which-cause-app.js"));
      return moveIntoFolder(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  assert.equal(
    nameAfter(() => {}),
    app,
  );
  assert.notEqual(
    nameAfter((file) => appendFileSync(file, " ")),
    app,
  );
  assert.notEqual(
    nameAfter((file) => renameSync(file, `${file}on`)),
    app,
  );
});

for (const name of chosen) {
  describe(name, () => {
    let server;
    before(async () => (server = await start(name, build)));
    after(() => server?.stop());

    /** Requests a path. The body of the response stays encoded. */
    const get = (path, headers = {}) =>
      new Promise((done, failed) => {
        const options = { host: "127.0.0.1", port: server.port, path: `/which-cause/${path}`, headers, agent: false };
        request(options, async (response) => {
          const parts = await response.toArray();
          done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
        })
          .on("error", failed)
          .end();
      });
    /** Requests a file, and checks that the response is that file. */
    async function getFile(path, headers) {
      const response = await get(path, headers);
      assert.equal(response.status, 200, path);
      const encoding = response.headers["content-encoding"];
      const bytes = encoding ? decoded[encoding](response.body) : response.body;
      assert(bytes.equals(readFileSync(join(server.folder, path))), `${path} (${encoding}) is not the file`);
      return response;
    }
    const best = name === "nginx without brotli" ? "gzip" : "br";

    test("every file has its type, and browsers must not guess another", async () => {
      for (const path of names) {
        for (const accepted of [undefined, "gzip", browserEncodings]) {
          const { headers } = await getFile(path, accepted && { "accept-encoding": accepted });
          assert.equal(headers["content-type"].split(";")[0], contentTypes[extname(path)], `${path}, ${accepted}`);
          assert.equal(headers["x-content-type-options"], "nosniff", path);
        }
      }
    });

    test("a browser gets the smallest encoding that it accepts, from the compressed copy", async () => {
      const cases = {
        [browserEncodings]: best,
        br: best === "br" ? "br" : undefined,
        gzip: "gzip",
        identity: undefined,
      };
      for (const path of names) {
        for (const [accepted, encoding] of Object.entries(cases)) {
          const { headers, body } = await getFile(path, { "accept-encoding": accepted });
          assert.equal(headers["content-encoding"], encoding, `${path}, ${accepted}`);
          if (encoding)
            assert(body.equals(readFileSync(join(build, path + extensions[encoding]))), `${path}, ${accepted}`);
        }
        const { headers } = await getFile(path);
        assert.equal(headers["content-encoding"], undefined, `${path}, without accept-encoding`);
      }
    });

    test("proxies get compressed files, and cache each encoding separately", async () => {
      for (const path of names) {
        for (const accepted of [undefined, "gzip", browserEncodings]) {
          const { headers } = await getFile(path, {
            via: "1.1 cache",
            ...(accepted && { "accept-encoding": accepted }),
          });
          if (accepted) assert.equal(headers["content-encoding"], accepted === "gzip" ? "gzip" : best, path);
          assert.match(headers.vary ?? "", /\baccept-encoding\b/i, `${path}, ${accepted}`);
        }
      }
    });

    test("caches keep the app's folder forever, and files with stable names for ten minutes", async () => {
      for (const [paths, cacheControl] of [
        [hashed, "public, max-age=31536000, immutable"],
        [stable, "public, max-age=600"],
      ]) {
        for (const path of paths) {
          for (const accepted of ["identity", "gzip", browserEncodings]) {
            const { headers } = await getFile(path, { "accept-encoding": accepted });
            assert.equal(headers["cache-control"], cacheControl, `${path}, ${accepted}`);
          }
        }
      }
    });

    test("a 404 is not cached", async () => {
      for (const path of [`${app}/which-cause-later.js`, "which-cause-0000000000/which-cause-app.js", "later.js"]) {
        const { status, headers } = await get(path, { "accept-encoding": browserEncodings });
        assert.equal(status, 404, path);
        assert.equal(headers["cache-control"], undefined, path);
      }
    });

    test("pages on other domains may use every file", async () => {
      for (const path of names) {
        const { headers } = await getFile(path, {
          origin: "https://article.example",
          "accept-encoding": browserEncodings,
        });
        assert.equal(headers["access-control-allow-origin"], "*", path);
      }
    });

    test("only changed files are sent again", async () => {
      const path = "which-cause.js";
      const file = join(server.folder, path);
      const tags = [];
      for (const accepted of ["identity", "gzip", browserEncodings]) {
        const { etag } = (await getFile(path, { "accept-encoding": accepted })).headers;
        const again = await get(path, { "accept-encoding": accepted, "if-none-match": etag });
        assert.equal(again.status, 304, `${etag}, ${accepted}`);
        assert.equal(again.body.length, 0);
        // The 304 has the same rule for caches.
        assert.equal(again.headers["cache-control"], "public, max-age=600");
        tags.push([accepted, etag]);
      }
      const before = readFileSync(file);
      writeFileSync(file, `${before}\n// changed\n`);
      compress(server.folder);
      for (const [accepted, etag] of tags) {
        await getFile(path, { "accept-encoding": accepted, "if-none-match": etag });
      }
    });

    test("a quiz of the owner and its photos are sent as they are, for ten minutes", async () => {
      const own = {
        "my-quiz.json": "application/json",
        "leaf.webp": "image/webp",
        "leaf.avif": "image/avif",
        "leaf.jpg": "image/jpeg",
        "leaf.jpeg": "image/jpeg",
        "leaf.png": "image/png",
      };
      for (const [name, type] of Object.entries(own)) {
        writeFileSync(join(server.folder, name), '{ "format": 1 }');
        const { headers } = await getFile(name, { "accept-encoding": browserEncodings });
        assert.equal(headers["content-type"]?.split(";")[0], type, name);
        assert.equal(headers["cache-control"], "public, max-age=600", name);
        assert.equal(headers["access-control-allow-origin"], "*", name);
      }
    });
  });
}
