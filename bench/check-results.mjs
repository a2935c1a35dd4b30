// Checks the quiz of a page that the widget is compared with: in each test case of the five-cause quiz, it must give the expected
// result.
import { onPhone } from "./phone.mjs";
import { quiz, testCases } from "./quiz-texts.mjs";
import { observe } from "./visit.mjs";

const steps = [...quiz.screens, ...quiz.questions];

/** The positions of the picked choices at each step; `null` for a skipped step. */
const positionsOf = ({ safety, answers }) =>
  steps.map(({ id, level, choices }) => {
    // Only a safety screen has a level.
    const picked = level ? (safety[id] ?? ["none"]) : answers[id];
    return picked ? [picked].flat().map((choice) => choices.findIndex(({ id }) => id === choice)) : null;
  });

/** Takes the quiz of a page with each test case. Returns the number of test cases. The phone is not slowed down. */
export const checkResults = (browser, url, selectors) =>
  onPhone(browser, { network: null, cpuSlowdown: 1 }, async ({ page }) => {
    await observe(page, selectors);
    // Functions cannot be passed to the page, so pass the selectors only.
    const { host, start, choice, next, skip, result } = selectors;
    for (const testCase of testCases) {
      await page.goto(url, { waitUntil: "load" });
      const selected = { host, start, choice, next, skip, result };
      const actual = await page.evaluate(takeQuiz, { selectors: selected, picks: positionsOf(testCase) });
      const mismatch = findMismatch(testCase.expect, actual);
      if (mismatch) throw new Error(`${selectors.name}: ${testCase.id}: ${mismatch}: ${JSON.stringify(actual)}`);
    }
    return testCases.length;
  });

/** The first difference between the expected result and the actual one, in words. `gap` and `level` are not compared. */
function findMismatch({ verdict, first, shown = [], spread, course, visit }, actual) {
  if (actual.verdict !== verdict) return `the verdict must be ${verdict}`;
  if (first && actual.shown[0] !== first) return `${first} must be first`;
  if (shown.some((id) => !actual.shown.includes(id))) return `${shown.join(" and ")} must be shown`;
  if (spread !== undefined && actual.spread !== spread) return `spread must be ${spread}`;
  // A stop has a care card too, but that is not a visit.
  if (visit !== undefined && verdict !== "stopped" && actual.visit !== visit) return `visit must be ${visit}`;
  if (course !== undefined && actual.course !== course) return `course must be ${course}`;
  return null;
}

/** Takes the quiz and returns its result. Runs in the page, where page-observer.js has defined `bench`. */
async function takeQuiz({ selectors, picks }) {
  const host = document.querySelector(selectors.host);
  const nextTask = () => new Promise((resolve) => setTimeout(resolve));
  const visible = (selector) =>
    [...host.querySelectorAll(selector)].filter((element) => element.getClientRects().length);
  const press = async (selector) => {
    const before = bench.current();
    visible(selector)[0].click();
    for (let tasks = 0; bench.current() === before; tasks += 1) {
      if (tasks > 1000) throw new Error(`${selector} has no effect at “${before}”`);
      await nextTask();
    }
  };
  while (!visible(selectors.start).length) await nextTask();
  // Formbricks loses a press in the first moment after Start appears. No reader is that quick.
  await new Promise((resolve) => setTimeout(resolve, 200));
  await press(selectors.start);
  for (const picked of picks) {
    for (const position of picked ?? []) {
      visible(selectors.choice)[position].click();
      await nextTask();
    }
    await press(picked ? selectors.next : selectors.skip);
    const result = visible(selectors.result)[0];
    if (!result) continue;
    const { verdict, shown = "" } = result.dataset;
    return {
      verdict,
      shown: shown.split(" "),
      spread: "spread" in result.dataset,
      visit: !!result.querySelector(".care"),
      course: !!result.querySelector("a.primary[href='course.html']"),
    };
  }
  throw new Error("every step is answered or skipped, but there is no result");
}
