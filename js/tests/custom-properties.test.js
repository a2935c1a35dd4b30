// The custom properties that a page can set are the same in the style sheets, in js/custom-elements.json and in docs/element.md.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { documented, manifest, namesOf, table } from "./element-docs.js";

const PREFIX = "--which-cause-";

const css = readdirSync("style", { recursive: true })
  .filter((name) => name.endsWith(".css"))
  .map((name) => readFileSync(join("style", name), "utf8"))
  .join("\n")
  .replace(/\/\*[^]*?\*\//g, "");

/** The arguments of a `var()`, up to the bracket that closes it. */
function argumentsAt(start) {
  let depth = 1;
  let end = start;
  for (; depth; end += 1) depth += css[end] === "(" ? 1 : css[end] === ")" ? -1 : 0;
  return css
    .slice(start, end - 1)
    .replace(/\s+/g, " ")
    .trim();
}

/** The fallback values of each custom property, by its name. */
const fallbacks = new Map();
for (const { index } of css.matchAll(/\bvar\(\s*--which-cause-/g)) {
  const [, name, fallback] = argumentsAt(index + "var(".length).match(/^([\w-]+)(?:, ?(.+))?$/);
  fallbacks.set(name, [...(fallbacks.get(name) ?? []), fallback]);
}

test("the custom properties are the same", () => {
  const names = [...fallbacks.keys()].sort();
  assert.deepEqual(namesOf(manifest.cssProperties), names);
  assert.deepEqual(documented("CSS custom properties"), names);
});

test("every custom property has a fallback value, and it is the default in the documents", () => {
  for (const { name, default: whole } of manifest.cssProperties) {
    // A color has two values for browsers with `light-dark()`, and the light one for others.
    const [light] = whole.match(/^light-dark\((.+)\)$/)?.[1].split(", ") ?? [whole];
    const written = new Set(fallbacks.get(name).map((fallback) => fallback?.replace("var(--", `var(${PREFIX}`)));
    assert.ok(written.has(whole), `${name}: ${[...written]}`);
    for (const fallback of written) assert.ok([whole, light].includes(fallback), `${name}: ${fallback}`);
    const row = table("CSS custom properties").get(name);
    for (const value of whole
      .replace(/^(light-dark|var)\(/, "")
      .replace(/\)+$/, "")
      .split(", ")) {
      assert.ok(row.includes(`\`${value}\``), `${name}: ${value}`);
    }
  }
});
