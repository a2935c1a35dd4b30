// Every link in the documents leads to a file and a heading, and every path and make target in them exists.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const files = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).trim().split("\n");
const documents = files.filter((file) => file.endsWith(".md") && existsSync(join(root, file)));
const folders = new Set(files.filter((file) => file.includes("/")).map((file) => file.split("/")[0]));

/** Paths of files that are made by a command, that a reader of the document makes, or that belong to another project. */
const OTHER_PATHS = new Set([
  "bench/growth.json",
  "bench/results.json",
  "bench/results-low-end.json",
  "quizzes/upper-back-knots.fr.json",
  "src/optimize.cls.php",
  "src/which-cause/",
]);

const read = (path) => readFileSync(path, "utf8");
const withoutCode = (text) => text.replace(/^```.*?^```/gms, "").replace(/`[^`\n]*`/g, "");

/** The anchors of a document's headings, as GitHub makes them. */
const anchors = (text) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, "")
      .replaceAll(" ", "-"),
  );

test("every link in the documents leads to a file and a heading", () => {
  const broken = documents.flatMap((document) => {
    const path = join(root, document);
    const isBroken = (link) => {
      const [file, anchor] = link.split("#");
      const target = file ? resolve(dirname(path), file) : path;
      return !existsSync(target) || (anchor && !anchors(read(target)).includes(anchor));
    };
    const links = [...withoutCode(read(path)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
    return links.filter((link) => !/^[a-z]+:/.test(link) && isBroken(link)).map((link) => `${document}: ${link}`);
  });
  assert.deepEqual(broken, []);
});

test("no file has the marks of a merge conflict", () => {
  const isText = (file) =>
    /\.(css|html|js|json|md|mjs|php|rs|sh|toml|ya?ml)$/.test(file) && existsSync(join(root, file));
  const marked = files.filter((file) => isText(file) && /^(<{7}|>{7})( |$)/m.test(read(join(root, file))));
  assert.deepEqual(marked, []);
});

test("every path in the documents exists", () => {
  const missing = documents.flatMap((document) => {
    const code = [...read(join(root, document)).matchAll(/`([\w.\-/]+)`/g)].map(([, text]) => text);
    // A path begins with a folder of the repository, or it is relative to the document. The rest are words, or files of a build.
    const paths = code.filter(
      (text) => text.includes("/") && folders.has(text.split("/")[0]) && !OTHER_PATHS.has(text),
    );
    const isMissing = (path) => !existsSync(join(root, path)) && !existsSync(join(root, dirname(document), path));
    return paths.filter(isMissing).map((path) => `${document}: ${path}`);
  });
  assert.deepEqual(missing, []);
});

test("every make target in the documents exists, and the Makefile's help has every target", () => {
  const makefile = read(join(root, "Makefile"));
  const targets = [...makefile.matchAll(/^([a-z][\w-]*):/gm)].map(([, target]) => target);
  const named = documents.flatMap((document) => {
    const commands = [...read(join(root, document)).matchAll(/(?:^ {4,}|`)make ([a-z][\w-]*)/gm)];
    return commands.map(([, target]) => ({ document, target }));
  });
  assert.deepEqual(
    named.filter(({ target }) => !targets.includes(target)),
    [],
  );
  const helped = [...makefile.matchAll(/^# make ([\w-]+) /gm)].map(([, target]) => target);
  const internal = ["clean", "tools", "test-tools", "test-release-builds", "test-debug-builds"];
  assert.deepEqual(helped.sort(), targets.filter((target) => !internal.includes(target)).sort());
});
