// Writes the transcript as a document: docs/screen-reader-transcript.md.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

import { browsers, version } from "./desktop.mjs";

/** The accepted document, and the document of the last run. `make accept-transcript` copies the second to the first. */
export const accepted = "docs/screen-reader-transcript.md";
const written = "target/screen-reader/transcript.md";

/** Writes the document of a run in all browsers. Returns it, and the accepted one if it is of the same versions. */
export function write(transcripts) {
  const versions = `Orca ${version("orca")}, ${Object.keys(browsers).map(named).join(", ")}`;
  const page = `# What a screen reader says

\`make test-screen-reader\` writes this file. It presses the keys and compares every announcement.

- Versions: ${versions}.
- Two settings of Orca are not the default: a loaded page is not read aloud, and positions are announced.
- A slash separates announcements. Lines that are read one after the other are one text here, without its middle.
- If the browsers differ, both are shown.
- [Accessibility](accessibility.md#screen-readers) names the screen readers that were not tested.
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

/** A table for each test: actions and announcements. */
function sections(transcripts) {
  const [[one, first], ...others] = Object.entries(transcripts);
  return first.map(({ heading, action, announcements }, i) => {
    if (heading) return `\n## ${heading[0].toUpperCase()}${heading.slice(1)}\n\n| action | announcements |\n|---|---|`;
    const differing = others.filter(([, steps]) => `${steps[i].announcements}` !== `${announcements}`);
    const all = differing.length
      ? [[one, announcements], ...differing.map(([name, steps]) => [name, steps[i].announcements])]
      : [["", announcements]];
    return `| ${action} | ${all.map(([name, lines]) => `${name && `In ${name[0].toUpperCase()}${name.slice(1)}: `}${lines.join(" / ")}`).join("<br>")} |`;
  });
}
