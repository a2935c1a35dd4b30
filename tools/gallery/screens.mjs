// Every screen of the quiz, and how a reader gets there. Whoever adds a screen to the quiz adds it here.

/** Somebody who is stopped by nothing, for screens that do not depend on who looks. */
const anyone = "T2-posture-textbook";

/** Goes on without a pick and waits for the line that refuses it. */
async function refused(reader, at, line) {
  await reader.goesOn(at);
  await reader.element.getByText(reader.quiz.words[line]).waitFor();
}

/** Somebody who comes to a step and picks. */
const picked = (id, ids) => async (reader) => reader.picks(await reader.comesTo(id, anyone), ids);

/** Somebody who comes to a step. */
const met = (id) => (reader) => reader.comesTo(id, anyone);

/** Somebody who comes to the end. */
const ended = (as) => (reader) => reader.finishes(as);

/** Answers no request for the app, or answers that it is not there. */
const without = (what) => (page) => page.route("**/which-cause-app*", what);

/**
 * The screens by name. `title` says what it is, `reach` how a reader gets there; `before` is done to the page first;
 * `more` says that other pages than the article show it as well, and `paper` that it is printed.
 */
export const screens = {
  facade: { title: "Before Start", reach: async () => {}, more: true },
  "facade-busy": {
    title: "Start has been pressed, and the app is on its way",
    before: without(() => {}),
    async reach(reader) {
      await reader.pressesStart();
      await reader.element.getByRole("status").filter({ hasText: /./ }).waitFor();
    },
  },
  "facade-failed": {
    title: "The app did not come",
    before: without((route) => route.fulfill({ status: 404 })),
    async reach(reader) {
      await reader.pressesStart();
      await reader.element.getByRole("link", { name: reader.quiz.course.name }).waitFor();
    },
    more: true,
  },

  "safety-emergency": { title: "First safety screen", reach: met("now"), more: true },
  "safety-emergency-error": {
    title: "First safety screen, gone on without a tick",
    reach: async (reader) => refused(reader, await reader.comesTo("now", anyone), "screen_needs_tick"),
  },
  "safety-emergency-ticked": { title: "First safety screen, with ticks", reach: picked("now", ["chest", "sweat"]) },
  "safety-urgent": { title: "Second safety screen", reach: met("check") },
  "safety-soon": { title: "Third safety screen", reach: met("soon") },

  "card-emergency": { title: "Emergency card", reach: ended("E1-chest-pain"), more: true },
  "card-urgent": { title: "Urgent card", reach: ended("U1-cancer-night-pain") },

  "question-one": { title: "A question with one pick", reach: met("builds") },
  "question-one-picked": {
    title: "A question with one pick, picked",
    reach: picked("builds", ["screen"]),
    more: true,
  },
  "question-one-focus": {
    title: "A question with one pick, by keyboard",
    async reach(reader) {
      await picked("builds", ["screen"])(reader);
      await reader.page.keyboard.press("ArrowDown");
    },
  },
  "question-one-error": {
    title: "A question with one pick, gone on without",
    reach: async (reader) => refused(reader, await reader.comesTo("builds", anyone), "question_needs_pick"),
  },
  "question-all": { title: "A question with several ticks", reach: met("sitting") },
  "question-all-picked": { title: "A question with several ticks, ticked", reach: picked("sitting", ["poke", "sag"]) },
  "question-where": { title: "Where it hurts", reach: met("where") },
  "question-where-picked": { title: "Where it hurts, picked", reach: picked("where", ["one_side"]), more: true },
  "question-look": { title: "A question that has the reader look at themselves", reach: met("side_view") },
  "question-last": { title: "The last question", reach: picked("history", ["none"]) },

  "result-leads": { title: "One cause leads", reach: ended("T2-posture-textbook"), more: true },
  "result-leads-visit": { title: "One cause leads, with the visit card", reach: ended("P4-raised-side") },
  "result-doctor": { title: "A doctor first, and no course", reach: ended("T1-thyroid-textbook") },
  "result-two": { title: "Mixed, of two", reach: ended("M1-desk-mixed") },
  "result-three-opened": {
    title: "Mixed, of three, one opened",
    async reach(reader) {
      await reader.finishes("M2-three-mixed");
      const [, second] = reader.shown("M2-three-mixed");
      await reader.opens(second.label);
      await reader.sees("heading", reader.quiz.words.means);
    },
  },
  "result-nothing": { title: "Nothing stands out", reach: ended("N1-nothing") },
  "result-nothing-visit": { title: "Nothing stands out, with the visit card", reach: ended("P2-long-sore") },
  "result-spread": { title: "Spread widely", reach: ended("A1-ticks-everything") },
  "result-printed": {
    title: "A result, printed from the browser’s menu (most printers leave its grounds out)",
    reach: ended("P4-raised-side"),
    paper: true,
  },
  "result-sheet": {
    title: "What the button for printing prints",
    async reach(reader) {
      await reader.finishes("P4-raised-side");
      await reader.presses(reader.quiz.words.print);
    },
    paper: true,
  },
};
