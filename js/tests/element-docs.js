// The element's public interface as the two documents have it: js/custom-elements.json for tools, docs/element.md for people.
import { readFileSync } from "node:fs";

const docs = readFileSync("docs/element.md", "utf8");

/** The module of the manifest, and the element in it. */
export const manifestModule = JSON.parse(readFileSync("js/custom-elements.json", "utf8")).modules[0];
export const manifest = manifestModule.declarations[0];

/** The sorted names of a list in the manifest. */
export const namesOf = (list) => list.map(({ name }) => name).sort();

/** The text of a section of the docs. */
export function section(heading) {
  const [, text] = docs.split(`\n## ${heading}\n`);
  if (text === undefined) throw new Error(`docs/element.md has no section "${heading}"`);
  return text.split("\n## ")[0];
}

/** The table of a section of the docs: the rest of each row, by its name in the first column. */
export const table = (heading) =>
  new Map([...section(heading).matchAll(/^\| `(.+?)` \|(.+)\|$/gm)].map(([, name, rest]) => [name, rest]));

/** The sorted names in the table of a section. */
export const documented = (heading) => [...table(heading).keys()].sort();
