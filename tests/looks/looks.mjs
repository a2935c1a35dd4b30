// The quiz looks as it did: `make looks`, or node tests/looks/looks.mjs [BUILD].
//
// The references beside this file hold for what drawn-by.json says: a major version of Chromium, on Linux, and the two files
// of a typeface. Another Chromium draws other letters, so that where anything of it differs the test is skipped, and says so.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

import { allowed, compare } from "../../tools/gallery/difference.mjs";
import { artist, file, names } from "./drawn.mjs";

const differences = "target/looks";
rmSync(differences, { recursive: true, force: true });

const it = await artist(process.argv[2] ?? "dist");
after(() => it.close());

// Where nobody has drawn references yet, each test says so.
const drawnBy = file("drawn-by.json");
const skip = existsSync(drawnBy) ? stranger(JSON.parse(readFileSync(drawnBy, "utf8")), it.tools) : undefined;
if (skip) console.error(`\nTHE LOOKS ARE NOT COMPARED: ${skip}.\n\`make accept-looks\` draws references for what is here.\n`);

/** Why this machine's pictures cannot be compared with the references, or nothing. */
function stranger(theirs, ours) {
  const other = Object.keys(theirs).filter((tool) => theirs[tool] !== ours[tool]);
  const said = other.map((tool) => `${tool} is ${ours[tool]} here and was ${theirs[tool]}`);
  return said.length ? `the references were drawn otherwise: ${said.join("; ")}` : undefined;
}

for (const name of names) {
  test(`${name} looks as it did`, { skip }, async () => {
    const reference = file(`${name}.png`);
    assert(existsSync(reference), "it has no reference; `make accept-looks` draws one");
    const now = await it.draw(name);
    const { share, sizes, side } = compare(readFileSync(reference), now);
    if (share <= allowed && sizes[0] === sizes[1]) return;
    mkdirSync(differences, { recursive: true });
    const picture = join(differences, `${name}.png`);
    writeFileSync(picture, side());
    const size = sizes[0] === sizes[1] ? "" : `; it was ${sizes[0]} and is ${sizes[1]}`;
    assert.fail(
      `${share.toFixed(3)} % of its pixels differ, of which ${allowed} % may${size}. ` +
        `${picture} shows what it was, where it differs and what it is. If it is meant to: \`make accept-looks\``,
    );
  });
}

test("another accent would be noticed", { skip }, async () => {
  const name = "question-one-picked.360.light.ltr";
  const { share } = compare(await it.draw(name), await it.draw(name, "which-cause { --which-cause-accent: #555; }"));
  assert(share > allowed, `${share} % of its pixels differ`);
});

test("every reference is compared with something", () => {
  const references = readdirSync(file(".")).filter((it) => it.endsWith(".png"));
  assert.deepEqual(references.filter((it) => !names.includes(it.slice(0, -4))), []);
});
