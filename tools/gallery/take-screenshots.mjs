// Takes screenshots of one screen: goes to it as a reader, then takes a picture for each window width and color scheme.
import { serveBuild } from "./build.mjs";
import { Reader } from "./reader.mjs";
import { screens } from "./screens.mjs";

/** The width of the page around the quiz that is in the picture, in pixels. */
const margin = 16;
/** The longest wait for anything, in milliseconds. */
const timeout = 30_000;
/** The width of an A4 page without its margins, at 96 pixels an inch. */
export const printWidth = 680;
/** The widths of a small phone, a tablet held upright, and a desktop window. */
export const widths = [360, 768, 1280];

const media = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  forced: { colorScheme: "light", forcedColors: "active" },
};

/**
 * Takes the screenshots of one screen, in a host page and a direction: one for each `{ width, scheme }` of `views`. Each has
 * `png`, with `scale` dots to a pixel, and `tooWide`, which says whether the page was wider than its window.
 */
export async function takeScreenshots(browser, build, { screen, html, direction, views, scale = 1 }) {
  const context = await browser.newContext({
    viewport: { width: views[0].width, height: 800 },
    deviceScaleFactor: scale,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(timeout);
  try {
    const page = await context.newPage();
    const { prepare, reach, printed } = screens[screen];
    const quizInDirection = build.quizzes[direction];
    const address = await serveBuild(page, build, html(build, quizInDirection));
    await prepare?.(page);
    // A headless browser has no print dialog.
    await page.addInitScript(() => (window.print = () => {}));
    await page.goto(address);
    await page.locator("which-cause").getByRole("button").waitFor();
    await reach(new Reader(page, quizInDirection.quiz, build.testCases));
    // Otherwise the picture shows the hover style of the button that was pressed.
    await page.mouse.move(0, 0);
    const screenshots = [];
    for (const view of views) screenshots.push(await takeScreenshot(page, view, printed));
    return screenshots;
  } finally {
    await context.close();
  }
}

async function takeScreenshot(page, { width, scheme }, printed) {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ ...media[scheme], media: printed ? "print" : "screen" });
  // The printed sheet is a page of its own, in a hidden frame.
  const sheet = page.frames().find((frame) => frame.parentFrame());
  if (sheet) return { png: await takeFrame(sheet, page), tooWide: false };
  const { tooWide, ...clip } = await page.locator("which-cause").evaluate((element, margin) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const { scrollWidth, scrollHeight } = document.documentElement;
    const x = Math.max(0, Math.floor(left - margin));
    const y = Math.max(0, Math.floor(top + scrollY - margin));
    return {
      x,
      y,
      width: Math.min(innerWidth, Math.ceil(right + margin)) - x,
      height: Math.min(scrollHeight, Math.ceil(bottom + scrollY + margin)) - y,
      tooWide: scrollWidth > innerWidth,
    };
  }, margin);
  return { png: await page.screenshot({ clip, fullPage: true, animations: "disabled" }), tooWide };
}

/** A screenshot of a frame's content, laid out as a page of its own. */
async function takeFrame(frame, page) {
  const [html, style] = await frame.evaluate(() => {
    const rules = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
    return [document.documentElement.outerHTML, rules.map(({ cssText }) => cssText).join("\n")];
  });
  await page.setContent(html);
  await page.addStyleTag({ content: `${style} html { padding: ${margin}px; background: #fff; }` });
  return page.screenshot({ fullPage: true });
}
