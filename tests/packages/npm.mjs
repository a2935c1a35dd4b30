// Installs the npm package and uses it as others do: in a Vite project with React, in one with plain TypeScript, from the folder of a
// CDN, and from the archive for uploads: `make test-packages`, or node --test-reporter=spec tests/packages/npm.mjs [BUILD].
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { createServer, preview } from "vite";

import { openChromium } from "../../tools/browser.mjs";
import { folderOf } from "../../tools/build/content-hash.mjs";
import { Reader } from "../../tools/gallery/reader.mjs";
import { parts } from "../../tools/release/parts.mjs";
import { version } from "../../tools/release/versions.mjs";
import { checksums } from "../../tools/release/widget-files.mjs";

const build = process.argv[2] ?? "dist";
const tests = "tests/packages";
const out = "target/packages/npm";
const installed = join(tests, "node_modules/which-cause");
const program = (name) => resolve(tests, "node_modules/.bin", name);
const read = (path) => readFileSync(path, "utf8");

const quiz = JSON.parse(read("quizzes/upper-back-knots.json"));
const { test_cases: testCases } = JSON.parse(read("quizzes/upper-back-knots.test-cases.json"));
const testCase = testCases.find(({ expect }) => expect.verdict === "leads").id;

const projects = ["react", "typescript"];

let browser;
const servers = [];

before(async () => {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  parts.npm({ build, out });
  rmSync(installed, { recursive: true, force: true });
  const tarball = resolve(out, `which-cause-${version()}.tgz`);
  const options = ["install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", [...options, tarball], { cwd: tests });
  for (const project of projects) {
    execFileSync(program("which-cause-files"), [join(tests, project, "public/which-cause")]);
  }
  browser = await openChromium();
});
after(async () => {
  await browser?.close();
  await Promise.all(servers.map((server) => server.close()));
});

/** Runs a program, which must succeed and print nothing. */
function quietly(name, ...options) {
  const { status, stdout, stderr } = spawnSync(program(name), options, { encoding: "utf8" });
  assert.equal(stdout + stderr, "", name);
  assert.equal(status, 0, name);
}

const options = { configFile: false, logLevel: "error" };
const host = "127.0.0.1";

/** The address of a Vite server. */
function address(server) {
  servers.push(server);
  return server.resolvedUrls.local[0];
}

/** Serves a folder as it is. Pages on other ports may use its files. */
const serveFolder = async (folder) =>
  address(await preview({ ...options, appType: "mpa", build: { outDir: resolve(folder) }, preview: { host } }));

/** Opens a page for a reader. Nothing may go wrong in it until it is closed. */
async function open(url) {
  const page = await browser.newPage();
  const log = [];
  const mistakes = [];
  page.on("pageerror", (error) => mistakes.push(String(error)));
  page.on("console", (message) => {
    const isIcon = message.location().url.endsWith("/favicon.ico");
    if (["error", "warning"].includes(message.type()) && !isIcon) mistakes.push(message.text());
    log.push(message.text());
  });
  await page.goto(url);
  const close = async () => {
    assert.deepEqual(mistakes, []);
    await page.close();
  };
  return { page, log, close, reader: new Reader(page, quiz, testCases) };
}

test("the package is well-formed", async () => {
  const { messages, pkg } = await publint({ pkgDir: installed, strict: true });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg)),
    [],
  );
});

test("the package has the widget's files, and each file that package.json names", () => {
  const app = folderOf(build);
  assert.deepEqual(
    readdirSync(join(installed, "dist", app)).sort(),
    readdirSync(join(build, app))
      .filter((name) => !/\.(br|gz)$/.test(name))
      .sort(),
  );
  const description = JSON.parse(read(join(installed, "package.json")));
  assert.equal(description.version, version());
  const named = JSON.stringify(description).match(/"(\.\/)?[\w-]+\.(js|json|d\.ts)"/g);
  assert.ok(named.length > 5);
  for (const name of named) assert.ok(existsSync(join(installed, JSON.parse(name))), name);
});

test("the manifest leads to the loader", () => {
  const { modules } = JSON.parse(read(join(installed, "custom-elements.json")));
  for (const { path, exports } of modules) {
    assert.ok(existsSync(join(installed, path)), path);
    for (const { declaration } of exports) assert.equal(declaration.module, path);
  }
});

test("editors by JetBrains get every attribute, property, event, part and custom property of the manifest", () => {
  const { modules } = JSON.parse(read(join(installed, "custom-elements.json")));
  const [element] = modules[0].declarations;
  const { version: of, contributions } = JSON.parse(read(join(installed, "web-types.json")));
  const [described] = contributions.html.elements;
  const names = (list) => list.map(({ name }) => name);
  assert.equal(of, version());
  assert.equal(described.name, "which-cause");
  assert.deepEqual(names(described.attributes), names(element.attributes));
  assert.deepEqual(names(described.js.properties), names(element.members.filter(({ kind }) => kind === "field")));
  assert.deepEqual(names(described.js.events), names(element.events));
  assert.deepEqual(names(described.css.parts), names(element.cssParts));
  assert.deepEqual(names(described.css.properties), names(element.cssProperties));
});

test("the examples in the README are those of the projects", () => {
  const flat = (text) => text.replace(/\s+/g, " ").trim();
  const projects = ["react/src/main.tsx", "typescript/src/main.ts", "typescript/index.html"];
  const sources = projects.map((path) => flat(read(join(tests, path))));
  const examples = [...read("integrations/npm/README.md").matchAll(/^```(?:tsx?|html)\n([^]*?)^```/gm)];
  const own = examples.map(([, text]) => flat(text)).filter((text) => !text.startsWith("<script"));
  assert.equal(own.length, 4);
  for (const example of own)
    assert.ok(
      sources.some((source) => source.includes(example)),
      example,
    );
});

test("TypeScript knows the element, also in React, Vue and Svelte", () => {
  quietly("tsc", "--project", join(tests, "types"));
});

test("the command that copies the files removes an earlier version, and nothing else", () => {
  const files = join(out, "files");
  mkdirSync(join(files, "which-cause-0123456789"), { recursive: true });
  writeFileSync(join(files, "mine.json"), "{}");
  execFileSync(program("which-cause-files"), [files]);
  assert.deepEqual(readdirSync(files).sort(), [...readdirSync(join(installed, "dist")), "mine.json"].sort());
});

test("the command that copies the files leaves a frame.html with the owner's changes, and says so", () => {
  const files = join(out, "frame");
  const copy = () => execFileSync(program("which-cause-files"), [files], { encoding: "utf8" });
  const frame = join(files, "frame.html");
  assert.doesNotMatch(copy(), /stays/);
  assert.doesNotMatch(copy(), /stays/);
  const own = read(frame).replaceAll("course.html", "https://example.org/course/");
  writeFileSync(frame, own);
  rmSync(join(files, "frame.js"));
  assert.match(copy(), /frame\.html stays as it was/);
  assert.equal(read(frame), own);
  assert.ok(existsSync(join(files, "frame.js")));
});

test("the command that copies the files says how to call it", () => {
  for (const words of [[], ["--help"], ["one", "two"]]) {
    const { status, stderr } = spawnSync(program("which-cause-files"), words, { encoding: "utf8" });
    assert.equal(status, 1);
    assert.match(stderr, /^usage: which-cause-files FOLDER/);
  }
});

for (const project of projects) {
  test(`the project with ${project} has no type errors, and Vite builds it`, () => {
    quietly("tsc", "--project", join(tests, project));
    quietly("vite", "build", join(tests, project), "--logLevel", "warn", "--emptyOutDir");
  });
}

// A reader waits more than they press.
describe("a reader", { concurrency: true }, () => {
  for (const project of projects) {
    const root = join(tests, project);

    test(`takes the quiz in the project with ${project}`, async () => {
      const { page, log, close, reader } = await open(address(await preview({ ...options, root, preview: { host } })));
      await reader.finish(testCase);
      if (project === "react") await page.getByText("Thank you for taking the quiz.").waitFor();
      else assert.ok(log.includes("step 1 of 14"), log.join("\n"));
      await close();
    });

    test(`starts the quiz in the project with ${project} on the development server`, async () => {
      // Else the two servers would write their copies of the dependencies into the same folder, at the same time.
      const cacheDir = resolve(out, "vite", project);
      const server = await createServer({ ...options, root, cacheDir, server: { host } });
      await server.listen();
      const { close, reader } = await open(address(server));
      await reader.goToStep(reader.steps[1].id, testCase);
      await close();
    });
  }

  test("starts the quiz in a page that loads it from a CDN, with a checksum and in Spanish", async () => {
    const folder = `npm/which-cause@${version()}`;
    cpSync(installed, join(out, "cdn", folder), { recursive: true });
    const loader = `${await serveFolder(join(out, "cdn"))}${folder}/dist/which-cause.js`;
    const integrity = checksums(build)["which-cause.js"];
    const script = `<script type="module" src="${loader}" integrity="${integrity}" crossorigin></script>`;
    const page = `<!doctype html><html lang="es">${script}<which-cause region="GB"></which-cause></html>`;
    mkdirSync(join(out, "article"));
    writeFileSync(join(out, "article/index.html"), page);
    const { close, reader } = await open(await serveFolder(join(out, "article")));
    await reader.pressStart();
    await reader.waitFor("group", JSON.parse(read("quizzes/upper-back-knots.es.json")).screens[0].text);
    await close();
  });

  test("takes the quiz in the page of the archive for uploads", async () => {
    parts.widget({ build, out });
    const name = `which-cause-widget-${version()}`;
    execFileSync("unzip", ["-q", `${name}.zip`], { cwd: out });
    const { close, reader } = await open(`${await serveFolder(join(out, name))}example.html`);
    await reader.finish(testCase);
    await close();
  });
});
