// The snippets in the guides have only names that exist: attributes, events, parts and custom properties of the element, and keys of
// a quiz file. Their scripts and JSON can be parsed. (Tests of the command run the commands of the guides.)
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Script } from "node:vm";
import { manifest, namesOf } from "./element-docs.js";

const documents = ["README.md", ...readdirSync("docs").map((name) => join("docs", name))].filter((path) =>
  path.endsWith(".md"),
);

/** The code blocks of the documents: those between fences, and indented lines after an empty line. */
const snippets = documents.flatMap((document) => {
  const text = readFileSync(document, "utf8");
  const fenced = [...text.matchAll(/^```(\w+)\n([^]*?)^```/gm)].map(([, language, code]) => ({ language, code }));
  const rest = text.replaceAll(/^```[^]*?^```/gm, "");
  const indented = [...rest.matchAll(/\n\n((?: {4,}(?![ -]).*\n(?:\n(?= {4}))?)+)/g)].map(([, code]) => ({ code }));
  return [...fenced, ...indented].map((snippet) => ({ ...snippet, document }));
});

/** Checks that each name in some snippets is known, and that there are names to check. */
function assertKnown(found, known) {
  assert.ok(found.length, "no snippet has such a name");
  const unknown = found.filter(({ name }) => !known.includes(name));
  assert.deepEqual(unknown, []);
}

/** The matches of a pattern in the snippets, with the document of each. */
const named = (pattern, among = snippets) =>
  among.flatMap(({ document, code }) => [...code.matchAll(pattern)].map(([, name]) => ({ document, name })));

test("the attributes of the element in snippets exist", () => {
  const tags = snippets.flatMap(({ document, code }) =>
    [...code.matchAll(/<which-cause\s([^>]*)>/g)].map(([, attributes]) => ({
      document,
      code: ` ${attributes.replaceAll(/"[^"]*"/g, '""')}`,
    })),
  );
  assertKnown(named(/\s([a-z-]+)(?==|\s|$)/g, tags), namesOf(manifest.attributes));
});

test("the parts and custom properties in snippets exist", () => {
  assertKnown(named(/::part\(([\w-]+)\)/g), namesOf(manifest.cssParts));
  assertKnown(named(/(--which-cause-[\w-]+)/g), namesOf(manifest.cssProperties));
});

test("the scripts in snippets can be parsed, and their events exist", () => {
  const scripts = snippets.flatMap(({ document, code }) =>
    [...code.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script]) => ({ document, code: script })),
  );
  const events = scripts.flatMap(({ document, code }) => {
    new Script(code, { filename: document });
    // The guides write the events of a loop as a list of their last words.
    const list = code.match(/const name of (\[.*?\])/)?.[1] ?? "[]";
    return JSON.parse(list).map((name) => ({ document, name: `which-cause-${name}` }));
  });
  assertKnown([...events, ...named(/"(which-cause-[a-z]+)"/g, scripts)], namesOf(manifest.events));
});

test("the JSON in snippets can be parsed, and its keys are those of a quiz file", () => {
  const { $defs: objects } = JSON.parse(readFileSync("quizzes/quiz.schema.json", "utf8"));
  const known = Object.values(objects).flatMap((object) => Object.keys(object.properties ?? {}));
  const isQuizJson = ({ language, code, document }) =>
    document !== "docs/writing-a-quiz.md" && (language === "json" || (!language && /^\s*"/.test(code)));
  // Keys in these objects are ids of the author.
  const withIds = ["points", "any_of", "none_of"];
  const keys = (value) =>
    Object.entries(value).flatMap(([key, inner]) => {
      const isObject = typeof inner === "object" && inner !== null && !withIds.includes(key);
      return [...(Array.isArray(value) ? [] : [key]), ...(isObject ? keys(inner) : [])];
    });
  const found = snippets.filter(isQuizJson).flatMap(({ document, code }) => {
    const json = code.trim().replace(/,$/, "");
    const value = JSON.parse(json.startsWith("{") ? json : `{${json}}`);
    return keys(value).map((name) => ({ document, name }));
  });
  assertKnown(found, known);
});
