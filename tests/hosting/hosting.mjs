// What docs/hosting.md says of each server's configuration, asked of that server: `make test-hosting`, or
// node --test-reporter=spec tests/hosting/hosting.mjs [BUILD] [SERVER…], where SERVER is what its name begins with.
import assert from "node:assert/strict";
import { appendFileSync, copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { basename, extname, join, relative } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { compress, files } from "../../tools/build/compress.mjs";
import { folderOf, gather } from "../../tools/build/content-hash.mjs";
import { servers, start } from "./servers.mjs";

const [build = "dist", ...wanted] = process.argv.slice(2);
const app = folderOf(build);
const names = files(build).map((path) => relative(build, path));
const hashed = names.filter((name) => name.startsWith(`${app}/`));
const stable = names.filter((name) => !name.includes("/"));

const types = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".quiz": "application/octet-stream",
};
/** What browsers say that they take. */
const browsers = "gzip, deflate, br, zstd";
const decoded = { br: brotliDecompressSync, gzip: gunzipSync };
const beside = { br: ".br", gzip: ".gz" };

const chosen = Object.keys(servers).filter((name) => !wanted.length || wanted.some((it) => name.startsWith(it)));
assert(chosen.length, `no server is called ${wanted.join(" or ")}; there are ${Object.keys(servers).join(", ")}`);

test("the build has its files compressed beside it", () => {
  assert(stable.includes("which-cause.js") && hashed.includes(`${app}/which-cause-app.js`), names.join(", "));
  for (const name of [...stable, ...hashed]) {
    for (const [encoding, ending] of Object.entries(beside)) {
      const path = join(build, name);
      assert(existsSync(path + ending), `${path + ending}: only a release build has it; run \`make build\``);
      assert.deepEqual(decoded[encoding](readFileSync(path + ending)), readFileSync(path), path + ending);
    }
  }
});

test("the app's folder is named after what is in it, and the scripts that look into it know the name", () => {
  for (const script of ["which-cause.js", "frame.js"]) {
    assert(readFileSync(join(build, script), "utf8").includes(`"${app}/`), script);
  }
  const called = (change) => {
    const folder = mkdtempSync(join(tmpdir(), "which-cause-folder-"));
    try {
      for (const name of hashed) copyFileSync(join(build, name), join(folder, basename(name)));
      change(join(folder, "which-cause-app.js"));
      return gather(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  assert.equal(called(() => {}), app);
  assert.notEqual(called((file) => appendFileSync(file, " ")), app);
  assert.notEqual(called((file) => renameSync(file, `${file}on`)), app);
});

for (const name of chosen) {
  describe(name, () => {
    let server;
    before(async () => (server = await start(name, build)));
    after(() => server?.stop());

    /** An answer, with its body as it came. */
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
    /** An answer that is the file, as it is or encoded. */
    async function gets(path, headers) {
      const answer = await get(path, headers);
      assert.equal(answer.status, 200, path);
      const encoding = answer.headers["content-encoding"];
      const bytes = encoding ? decoded[encoding](answer.body) : answer.body;
      assert(bytes.equals(readFileSync(join(server.folder, path))), `${path} (${encoding}) is not the file`);
      return answer;
    }
    const best = name === "nginx without brotli" ? "gzip" : "br";

    test("every file is of its type, and no browser is to guess another", async () => {
      for (const path of names) {
        for (const accepted of [undefined, "gzip", browsers]) {
          const { headers } = await gets(path, accepted && { "accept-encoding": accepted });
          assert.equal(headers["content-type"].split(";")[0], types[extname(path)], `${path}, ${accepted}`);
          assert.equal(headers["x-content-type-options"], "nosniff", path);
        }
      }
    });

    test("a browser gets the smallest that it takes, out of the file that is beside it", async () => {
      const cases = { [browsers]: best, br: best === "br" ? "br" : undefined, gzip: "gzip", identity: undefined };
      for (const path of names) {
        for (const [accepted, encoding] of Object.entries(cases)) {
          const { headers, body } = await gets(path, { "accept-encoding": accepted });
          assert.equal(headers["content-encoding"], encoding, `${path}, ${accepted}`);
          if (encoding) assert(body.equals(readFileSync(join(build, path + beside[encoding]))), `${path}, ${accepted}`);
        }
        const { headers } = await gets(path);
        assert.equal(headers["content-encoding"], undefined, `${path}, without a word`);
      }
    });

    test("caches on the way get it compressed too, and keep the kinds apart", async () => {
      for (const path of names) {
        for (const accepted of [undefined, "gzip", browsers]) {
          const { headers } = await gets(path, { via: "1.1 cache", ...(accepted && { "accept-encoding": accepted }) });
          if (accepted) assert.equal(headers["content-encoding"], accepted === "gzip" ? "gzip" : best, path);
          assert.match(headers.vary ?? "", /\baccept-encoding\b/i, `${path}, ${accepted}`);
        }
      }
    });

    test("the app's folder is kept for ever, and names that stay for ten minutes", async () => {
      for (const [paths, kept] of [
        [hashed, "public, max-age=31536000, immutable"],
        [stable, "public, max-age=600"],
      ]) {
        for (const path of paths) {
          for (const accepted of ["identity", "gzip", browsers]) {
            const { headers } = await gets(path, { "accept-encoding": accepted });
            assert.equal(headers["cache-control"], kept, `${path}, ${accepted}`);
          }
        }
      }
    });

    test("what is not there is not kept", async () => {
      for (const path of [`${app}/which-cause-later.js`, "which-cause-0000000000/which-cause-app.js", "later.js"]) {
        const { status, headers } = await get(path, { "accept-encoding": browsers });
        assert.equal(status, 404, path);
        assert.equal(headers["cache-control"], undefined, path);
      }
    });

    test("pages on other domains may use every file", async () => {
      for (const path of names) {
        const { headers } = await gets(path, { origin: "https://article.example", "accept-encoding": browsers });
        assert.equal(headers["access-control-allow-origin"], "*", path);
      }
    });

    test("what has not changed is not sent again, and what has changed is", async () => {
      const path = "which-cause.js";
      const file = join(server.folder, path);
      const tags = [];
      for (const accepted of ["identity", "gzip", browsers]) {
        const { etag } = (await gets(path, { "accept-encoding": accepted })).headers;
        const again = await get(path, { "accept-encoding": accepted, "if-none-match": etag });
        assert.equal(again.status, 304, `${etag}, ${accepted}`);
        assert.equal(again.body.length, 0);
        // Whatever a browser has kept is kept on by the same rule.
        assert.equal(again.headers["cache-control"], "public, max-age=600");
        tags.push([accepted, etag]);
      }
      const before = readFileSync(file);
      writeFileSync(file, `${before}\n// changed\n`);
      compress(server.folder);
      for (const [accepted, etag] of tags) {
        await gets(path, { "accept-encoding": accepted, "if-none-match": etag });
      }
    });

    test("a file that nobody has compressed comes as it is, for ten minutes", async () => {
      writeFileSync(join(server.folder, "my-quiz.json"), '{ "format": 1 }');
      const { headers } = await gets("my-quiz.json", { "accept-encoding": browsers });
      assert.equal(headers["content-type"].split(";")[0], "application/json");
      assert.equal(headers["cache-control"], "public, max-age=600");
      assert.equal(headers["access-control-allow-origin"], "*");
    });
  });
}
