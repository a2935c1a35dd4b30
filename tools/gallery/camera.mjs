// Takes pictures of screens: brings a reader to one and looks at it as readers with other windows and other likes would.
import { serve } from "./build.mjs";
import { Reader } from "./reader.mjs";
import { screens } from "./screens.mjs";

/** How much of the page around the quiz is in a picture, in pixels. */
const around = 16;
/** The longest that anything is waited for. */
const patience = 30_000;
/** A sheet of A4 at 96 pixels an inch, without its margins. */
export const paper = 680;
/** A small phone, a tablet held upright, a desk: the windows that screens are seen in. */
export const widths = [360, 768, 1280];

const likes = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  forced: { colorScheme: "light", forcedColors: "active" },
};

/**
 * Takes the pictures of one screen on a page with this document, in one direction: one for each `{ width, scheme }` of `views`,
 * as `png` with `scale` dots to a pixel, and whether the page was `wide`, that is, wider than its window. The reader goes there
 * once, and the window changes around them.
 */
export async function take(browser, build, { screen, document, direction, views, scale = 1 }) {
  const context = await browser.newContext({
    viewport: { width: views[0].width, height: 800 },
    deviceScaleFactor: scale,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(patience);
  try {
    const page = await context.newPage();
    const { before, reach, paper: printed } = screens[screen];
    const spoken = build.quizzes[direction];
    const address = await serve(page, build, document(build, spoken));
    await before?.(page);
    // Where the quiz is printed a headless browser has nothing to ask.
    await page.addInitScript(() => (window.print = () => {}));
    await page.goto(address);
    await page.locator("which-cause").getByRole("button").waitFor();
    await reach(new Reader(page, spoken.quiz, build.readers));
    // A pointer that stays over what it pressed would show in the picture.
    await page.mouse.move(0, 0);
    const pictures = [];
    for (const view of views) pictures.push(await shoot(page, view, printed));
    return pictures;
  } finally {
    await context.close();
  }
}

async function shoot(page, { width, scheme }, printed) {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ ...likes[scheme], media: printed ? "print" : "screen" });
  // A sheet that is printed in the page's stead is a page of its own, in a frame that nobody sees.
  const sheet = page.frames().find((frame) => frame.parentFrame());
  if (sheet) return { png: await laid(sheet, page), wide: false };
  const { wide, ...clip } = await page.locator("which-cause").evaluate((element, around) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const { scrollWidth, scrollHeight } = document.documentElement;
    const x = Math.max(0, Math.floor(left - around));
    const y = Math.max(0, Math.floor(top + scrollY - around));
    return {
      x,
      y,
      width: Math.min(innerWidth, Math.ceil(right + around)) - x,
      height: Math.min(scrollHeight, Math.ceil(bottom + scrollY + around)) - y,
      wide: scrollWidth > innerWidth,
    };
  }, around);
  return { png: await page.screenshot({ clip, fullPage: true, animations: "disabled" }), wide };
}

/** A picture of a frame's page, laid out by itself on a paper. */
async function laid(frame, page) {
  const [html, style] = await frame.evaluate(() => {
    const rules = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
    return [document.documentElement.outerHTML, rules.map(({ cssText }) => cssText).join("\n")];
  });
  await page.setContent(html);
  await page.addStyleTag({ content: `${style} html { padding: ${around}px; background: #fff; }` });
  return page.screenshot({ fullPage: true });
}
