// Counts how often each press makes the browser lay the page out: `make layouts`, or node tests/layouts/layouts.mjs [BUILD].
//
// A layout is most of what a reader waits for after a press, and each press needs one. A second one comes unnoticed: a script reads a
// position after it has changed a style, or the browser has to lay out the old screen before it can remove it. The counts come from a
// trace of Chromium, and are the same on every machine.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { openChromium } from "../../tools/browser.mjs";
import { readBuild, serveBuild } from "../../tools/gallery/build.mjs";
import { plainPage } from "../../tools/gallery/host-pages.mjs";
import { Reader } from "../../tools/gallery/reader.mjs";

const categories = ["devtools.timeline", "disabled-by-default-devtools.timeline.stack", "blink.user_timing"];

/**
 * The most style recalculations that scripts force in a press: two when the focus leaves the old button and comes to the new heading,
 * and one when the browser looks whether the heading is in view. The same quiz by hand (bench/vanilla) has as many.
 */
const mostForcedStyles = 3;

const build = readBuild(process.argv[2] ?? "dist");
const browser = await openChromium();
after(() => browser.close());

/** Opens the quiz, and returns its reader and a function that traces a press: it counts layouts until the next frame is on the screen. */
async function openPage(page) {
  const address = await serveBuild(page, build, plainPage("")(build, build.quizzes.ltr));
  await page.goto(address);
  const counts = async (press) => {
    await page.evaluate(() => {
      const onPress = () => {
        performance.mark("pressed");
        requestAnimationFrame(() => setTimeout(() => performance.mark("shown")));
      };
      performance.clearMarks();
      addEventListener("click", onPress, { capture: true, once: true });
    });
    await browser.startTracing(page, { categories });
    await press();
    await page.waitForFunction(() => performance.getEntriesByName("shown").length);
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
    const [pressed, shown] = ["pressed", "shown"].map((wanted) => traceEvents.find(({ name }) => name === wanted));
    const between = (wanted) =>
      traceEvents.filter(
        ({ name, ph, ts, tid, pid }) =>
          name === wanted &&
          ph !== "E" &&
          pid === pressed.pid &&
          tid === pressed.tid &&
          ts > pressed.ts &&
          ts < shown.ts,
      );
    return {
      layouts: between("Layout").length,
      forcedStyles: between("UpdateLayoutTree").filter(({ args }) => args.beginData?.stackTrace).length,
    };
  };
  return { reader: new Reader(page, build.quizzes.ltr.quiz, build.testCases), counts };
}

test("each press makes the browser lay the page out once", async () => {
  const page = await browser.newPage();
  const { reader, counts } = await openPage(page);
  await reader.element.getByRole("button").waitFor();
  // The app has arrived, and everything is prepared that can be.
  await page.waitForTimeout(3000);
  const { layouts } = await counts(() => reader.pressStart());
  assert.equal(layouts, 1, "Start");
  const testCase = reader.testCase("T2-posture-textbook");
  for (const step of reader.steps) {
    await reader.waitForStep(step);
    await reader.pick(step, reader.answer(step, testCase));
    if (step === reader.steps.at(-1)) break;
    const { layouts, forcedStyles } = await counts(() => reader.pressNext(step));
    assert.equal(layouts, 1, `Next after “${step.text}”`);
    assert.ok(forcedStyles <= mostForcedStyles, `Next after “${step.text}” forces ${forcedStyles} styles`);
  }
});

test("a second layout is counted", async () => {
  const page = await browser.newPage();
  const { reader, counts } = await openPage(page);
  await reader.element.getByRole("button").waitFor();
  await page.evaluate(() =>
    addEventListener("focusin", () => {
      document.body.style.padding = "1px";
      document.body.getBoundingClientRect();
    }),
  );
  const [step] = reader.steps;
  await reader.pressStart();
  await reader.waitForStep(step);
  await reader.pick(step, ["none"]);
  await page.evaluate(() => (document.body.style.padding = "0"));
  const { layouts } = await counts(() => reader.pressNext(step));
  assert.equal(layouts, 2);
});
