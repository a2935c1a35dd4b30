// Takes the picture of docs/writing-a-quiz.md: the tutorial's quiz on a phone, before the start, at a question and at its result.
// `make tutorial-pictures`, or node tools/gallery/tutorial-pictures.mjs [BUILD]. The test of the tutorial writes the quiz first.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

import { openChromium } from "../browser.mjs";
import { readBuild, serveBuild } from "./build.mjs";
import { sideBySide } from "./compare-images.mjs";
import { Reader } from "./reader.mjs";

const name = "sticking-door.json";
const path = `${process.env.CARGO_TARGET_DIR ?? "target"}/tmp/tutorial/${name}`;
const picture = "docs/pictures/tutorial-phone.png";

const file = readFileSync(path, "utf8");
const quiz = JSON.parse(file);
const builtInWords = JSON.parse(readFileSync("crates/quiz/words/en.json", "utf8"));
const snippet = execFileSync("cargo", ["run", "--quiet", "-p", "which-cause-cli", "--", "snippet", path], {
  encoding: "utf8",
});
const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Four reasons why a door sticks</title><link rel="icon" href="data:,">
<style>body { margin: 16px; background: #fff; font: 16px/1.5 "DejaVu Sans", sans-serif; }</style>
${snippet}`;

const browser = await openChromium();
const page = await browser.newPage({
  viewport: { width: 360, height: 640 },
  colorScheme: "light",
  reducedMotion: "reduce",
});
const address = await serveBuild(page, readBuild(process.argv[2] ?? "dist"), html);
await page.route(`**/${name}`, (route) => route.fulfill({ body: file, contentType: "application/json" }));
await page.goto(address);

const reader = new Reader(
  page,
  { ...quiz, screens: quiz.screens ?? [], words: { ...builtInWords, ...quiz.words } },
  quiz.test_cases.map((testCase) => ({ safety: {}, ...testCase })),
);
const [testCase] = quiz.test_cases;
const [question] = quiz.questions;
const pictures = [];
await page.getByRole("heading", { name: quiz.title }).waitFor();
pictures.push(await page.screenshot());
await reader.pick(await reader.goToStep(question.id, testCase.id), [testCase.answers[question.id]].flat());
pictures.push(await takeAtTop());
await page.reload();
await reader.finish(testCase.id);
pictures.push(await takeAtTop());
await browser.close();
writeFileSync(picture, sideBySide(pictures));
console.log(picture);

/** A picture of the window with the quiz at its top. The pointer is on no button. */
async function takeAtTop() {
  await page.mouse.move(0, 0);
  await page.locator("which-cause").evaluate((element) => element.scrollIntoView());
  return page.screenshot({ animations: "disabled" });
}
