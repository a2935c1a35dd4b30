// What was heard, as a page of the documents: docs/screen-reader-transcript.md.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

import { browsers, version } from "./desktop.mjs";

/** The page in the documents, and what a run of the test has written. `make accept-transcript` copies the one to the other. */
export const accepted = "docs/screen-reader-transcript.md";
const written = "target/screen-reader/transcript.md";

/** Writes the page of a run in all browsers. Gives it, and what it has to be: nothing, where that was heard in other versions. */
export function write(transcripts) {
  const versions = `Orca ${version("orca")}, ${Object.keys(browsers).map(named).join(", ")}`;
  const page = `# What a screen reader says

Written by \`make test-screen-reader\`, which presses the keys and compares what it hears to the letter.

- Heard in ${versions}.
- Orca has its own settings but for two: a page is not read out once it is loaded, and positions are spoken.
- A slash stands between two lines. What Orca says while it reads on by line is one text here, and its middle is left out.
- Where the browsers differ, both are here.
- [Accessibility](accessibility.md#screen-readers) says what was not listened to.
${sections(transcripts).join("\n")}
`;
  mkdirSync("target/screen-reader", { recursive: true });
  writeFileSync(written, page);
  const before = existsSync(accepted) ? readFileSync(accepted, "utf8") : "";
  return { page, expected: !before || before.includes(versions) ? before : undefined };
}

const named = (browser) => {
  const [, name, major] = /(\w+) (\d+)/.exec(version(browsers[browser].program()));
  return `${name} ${major}`;
};

/** A table for each test: what was done, and what was heard then. */
function sections(transcripts) {
  const [[one, first], ...others] = Object.entries(transcripts);
  return first.map(({ heading, what, heard }, at) => {
    if (heading) return `\n## ${heading[0].toUpperCase()}${heading.slice(1)}\n\n| done | heard |\n|---|---|`;
    const differing = others.filter(([, steps]) => `${steps[at].heard}` !== `${heard}`);
    const all = differing.length ? [[one, heard], ...differing.map(([name, steps]) => [name, steps[at].heard])] : [["", heard]];
    return `| ${what} | ${all.map(([name, lines]) => `${name && `In ${name[0].toUpperCase()}${name.slice(1)}: `}${lines.join(" / ")}`).join("<br>")} |`;
  });
}
