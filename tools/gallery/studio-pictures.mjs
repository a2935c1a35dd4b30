// Takes the pictures of docs/studio.md and README.md: the studio with the five-cause quiz and its German translation. `make
// studio-pictures`, or node tools/gallery/studio-pictures.mjs [BUILD].
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";

import { openChromium } from "../browser.mjs";
import { contentTypes } from "../content-types.mjs";

const build = process.argv[2] ?? "dist/studio";
const name = "upper-back-knots";

const browser = await openChromium();
const page = await browser.newPage({
  viewport: { width: 1280, height: 800 },
  colorScheme: "light",
  reducedMotion: "reduce",
});
await page.route("**/*", (route) => {
  const { pathname } = new URL(route.request().url());
  const path = pathname === "/" ? "/index.html" : pathname;
  try {
    route.fulfill({ body: readFileSync(join(build, path)), contentType: contentTypes[extname(path)] });
  } catch {
    route.fulfill({ status: 404 });
  }
});
// The ordinary dialog can be driven.
await page.addInitScript(() => delete window.showOpenFilePicker);
await page.goto("https://studio.example/");
const chooser = page.waitForEvent("filechooser");
await page.getByText("Choose files").first().click();
const files = ["", ".de", ".drawings", ".test-cases"].map((kind) => `quizzes/${name}${kind}.json`);
await (await chooser).setFiles(files);

await press(/^6\. How do you sit/, "studio");
await press("Points", "studio-points");
await choose("Fairness");
await page.getByText("Everything is computed.").waitFor();
await take("studio-fairness");
await press(/^Test cases/, "studio-test-cases");
await press(/Deutsch/, "studio-translation");
await press("Colors and shape", "studio-look");
await press("Publish", "studio-page");
await browser.close();

/** Chooses a part in the outline. */
async function choose(part) {
  await page.getByRole("navigation", { name: "Parts of the quiz" }).getByRole("button", { name: part }).first().click();
}

/** Chooses a part and takes its picture. */
async function press(part, picture) {
  await choose(part);
  await take(picture);
}

async function take(picture) {
  await page.mouse.move(0, 0);
  await page.getByText("Kept in this browser").waitFor();
  // The preview and the findings follow after a moment.
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `docs/pictures/${picture}.png` });
  console.log(`docs/pictures/${picture}.png`);
}
