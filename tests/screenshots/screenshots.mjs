// Compares ten screens with their reference screenshots: `make screenshots`, or node tests/screenshots/screenshots.mjs [BUILD].
//
// The references hold for the environment in rendered-with.json: Linux, a major version of Chromium, and two font files. In any
// other environment the letters look different, so the tests are skipped with a message.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";

import { allowedPercent, compareImages } from "../../tools/gallery/compare-images.mjs";
import { names, openRenderer, pathOf } from "./renderer.mjs";

const differences = "target/screenshots";
rmSync(differences, { recursive: true, force: true });

const renderer = await openRenderer(process.argv[2] ?? "dist");
after(() => renderer.close());

const renderedWith = pathOf("rendered-with.json");
const skip = existsSync(renderedWith) ? otherEnvironment(JSON.parse(readFileSync(renderedWith, "utf8"))) : undefined;
if (skip) {
  console.error(`\nTHE SCREENSHOTS ARE NOT COMPARED: ${skip}.\n\`make accept-screenshots\` renders references here.\n`);
}

/** Why this machine cannot compare its screenshots with the references; undefined if it can. */
function otherEnvironment(theirs) {
  const ours = renderer.environment;
  const differing = Object.keys(theirs).filter((key) => theirs[key] !== ours[key]);
  const parts = differing.map((key) => `${key} is ${ours[key]} here and was ${theirs[key]}`);
  return parts.length ? `the references were rendered in another environment: ${parts.join("; ")}` : undefined;
}

// Side by side: a reader on the way to a result waits more than the browser computes.
describe("the screens", { concurrency: 6 }, () => {
  for (const name of names) {
    test(`${name} matches its reference`, { skip }, async () => {
      const reference = pathOf(`${name}.png`);
      assert(existsSync(reference), "there is no reference; `make accept-screenshots` renders one");
      const png = await renderer.render(name);
      const { percent, sizes, sideBySide } = compareImages(readFileSync(reference), png);
      if (percent <= allowedPercent && sizes[0] === sizes[1]) return;
      mkdirSync(differences, { recursive: true });
      const picture = join(differences, `${name}.png`);
      writeFileSync(picture, sideBySide());
      const size = sizes[0] === sizes[1] ? "" : `; the size was ${sizes[0]} and is ${sizes[1]}`;
      assert.fail(
        `${percent.toFixed(3)} % of the pixels differ, and ${allowedPercent} % may${size}. ` +
          `${picture} shows the reference, the difference and the screenshot. ` +
          "If the change is intended, run `make accept-screenshots`",
      );
    });
  }

  test("a changed accent is noticed", { skip }, async () => {
    const name = "question-one-picked.360.light.ltr";
    const changed = await renderer.render(name, "which-cause { --which-cause-accent: #555; }");
    const { percent } = compareImages(await renderer.render(name), changed);
    assert(percent > allowedPercent, `${percent} % of the pixels differ`);
  });
});

test("every reference belongs to a screenshot", () => {
  const references = readdirSync(pathOf(".")).filter((file) => file.endsWith(".png"));
  assert.deepEqual(
    references.filter((file) => !names.includes(file.slice(0, -4))),
    [],
  );
});
