// Whether a quiz is right: the readers that the shipped quiz comes with take it, on the page itself, and must get what they
// are said to get. What is compared with the widget does the same work, or the comparison says nothing.
import { onPhone } from "./phone.mjs";
import { quiz, readers } from "./texts.mjs";
import { watched } from "./visit.mjs";

const steps = [...quiz.screens, ...quiz.questions];

/** What a reader picks at each step by place, `null` where they skip it. */
const places = ({ safety, answers }) =>
  steps.map(({ id, level, choices }) => {
    const picked = level ? (safety[id] ?? ["none"]) : answers[id];
    return picked ? [picked].flat().map((it) => choices.findIndex(({ id }) => id === it)) : null;
  });

/** Has all readers take the quiz of a page; gives how many there were. */
export const score = (browser, url, where) =>
  onPhone(
    browser,
    async ({ page }) => {
      await watched(page, where);
      const { host, start, choice, next, skip, result } = where;
      for (const reader of readers) {
        await page.goto(url, { waitUntil: "load" });
        const got = await page.evaluate(take, { where: { host, start, choice, next, skip, result }, places: places(reader) });
        const wrong = misses(reader.expect, got);
        if (wrong) throw new Error(`${where.name}: ${reader.id} ${wrong}: ${JSON.stringify(got)}`);
      }
      return readers.length;
    },
    { slow: null, rate: 1 },
  );

/** What a reader did not get that they must. */
function misses({ verdict, first, shown = [], spread, course, visit }, got) {
  if (got.verdict !== verdict) return `must get ${verdict}`;
  if (first && got.shown[0] !== first) return `must get ${first} first`;
  if (shown.some((id) => !got.shown.includes(id))) return `must be shown ${shown.join(" and ")}`;
  if (spread !== undefined && got.spread !== spread) return `must ${spread ? "" : "not "}be told that all is close`;
  if (visit !== undefined && verdict !== "stopped" && got.visit !== visit) return `must ${visit ? "" : "not "}be told of a visit`;
  if (course !== undefined && got.course !== course) return `must ${course ? "" : "not "}be led to the course`;
  return null;
}

/** Takes the quiz, in the page. */
async function take({ where, places }) {
  const host = document.querySelector(where.host);
  const moment = () => new Promise((resolve) => setTimeout(resolve));
  const all = (selector) => [...host.querySelectorAll(selector)].filter((it) => it.getClientRects().length);
  const press = async (selector) => {
    const before = bench.asked();
    all(selector)[0].click();
    for (let waited = 0; bench.asked() === before; waited += 1) {
      if (waited > 1000) throw new Error(`nothing comes of ${selector} at “${before}”`);
      await moment();
    }
  };
  while (!all(where.start).length) await moment();
  await press(where.start);
  for (const picked of places) {
    for (const place of picked ?? []) {
      all(where.choice)[place].click();
      await moment();
    }
    await press(picked ? where.next : where.skip);
    const result = all(where.result)[0];
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
  throw new Error("all is answered, and there is no result");
}
