// Every screen of the quiz, and how a reader gets there. The gallery shows them, and the screenshot tests compare some.

/** A test case that no safety screen stops, for screens that do not depend on the answers. */
const anyTestCase = "T2-posture-textbook";

/** Presses Next without an answer and waits for the error message. */
async function pressNextUnanswered(reader, step, message) {
  await reader.pressNext(step);
  await reader.element.getByText(reader.quiz.words[message]).waitFor();
}

/** Goes to a step and picks choices. */
const picked = (id, ids) => async (reader) => reader.pick(await reader.goToStep(id, anyTestCase), ids);

/** Goes to a step. */
const atStep = (id) => (reader) => reader.goToStep(id, anyTestCase);

/** Takes the quiz to its end. */
const finished = (testCase) => (reader) => reader.finish(testCase);

/** Answers the requests for the app's files with `handler`. */
const onAppRequest = (handler) => (page) => page.route("**/which-cause-app*", handler);

/**
 * The screens by name. `title` describes the screen, `reach` goes there, and `prepare` changes the page first. Screens with
 * `everyPage` are shown in all host pages and not only in the article. `printed` screens are shown as on paper.
 */
export const screens = {
  facade: { title: "Before Start", reach: async () => {}, everyPage: true },
  "facade-busy": {
    title: "Start was pressed, the app is loading",
    prepare: onAppRequest(() => {}),
    async reach(reader) {
      await reader.pressStart();
      await reader.element.locator("[aria-live]").filter({ hasText: /./ }).waitFor();
    },
  },
  "facade-failed": {
    title: "The app did not load",
    prepare: onAppRequest((route) => route.fulfill({ status: 404 })),
    async reach(reader) {
      await reader.pressStart();
      await reader.element.getByRole("link", { name: reader.quiz.course.name }).waitFor();
    },
    everyPage: true,
  },

  "safety-emergency": { title: "First safety screen", reach: atStep("now"), everyPage: true },
  "safety-emergency-error": {
    title: "First safety screen, error message",
    reach: async (reader) =>
      pressNextUnanswered(reader, await reader.goToStep("now", anyTestCase), "screen_needs_tick"),
  },
  "safety-emergency-ticked": { title: "First safety screen, with ticks", reach: picked("now", ["chest", "sweat"]) },
  "safety-urgent": { title: "Second safety screen", reach: atStep("check") },
  "safety-soon": { title: "Third safety screen", reach: atStep("soon") },

  "card-emergency": { title: "Emergency card", reach: finished("E1-chest-pain"), everyPage: true },
  "card-urgent": { title: "Urgent card", reach: finished("U1-cancer-night-pain") },

  "question-one": { title: "A question with one pick", reach: atStep("builds") },
  "question-one-picked": {
    title: "A question with one pick, picked",
    reach: picked("builds", ["screen"]),
    everyPage: true,
  },
  "question-one-focus": {
    title: "A question with one pick, by keyboard",
    async reach(reader) {
      await picked("builds", ["screen"])(reader);
      await reader.page.keyboard.press("ArrowDown");
    },
  },
  "question-one-error": {
    title: "A question with one pick, error message",
    reach: async (reader) =>
      pressNextUnanswered(reader, await reader.goToStep("builds", anyTestCase), "question_needs_pick"),
  },
  "question-all": { title: "A question with several ticks", reach: atStep("sitting") },
  "question-all-picked": { title: "A question with several ticks, ticked", reach: picked("sitting", ["poke", "sag"]) },
  "question-where": { title: "Where it hurts", reach: atStep("where") },
  "question-where-picked": { title: "Where it hurts, picked", reach: picked("where", ["one_side"]), everyPage: true },
  "question-look": { title: "A question about how the reader looks from the side", reach: atStep("side_view") },
  "question-last": { title: "The last question", reach: picked("history", ["none"]) },

  "result-leads": { title: "One cause leads", reach: finished("T2-posture-textbook"), everyPage: true },
  "result-leads-visit": { title: "One cause leads, with the visit card", reach: finished("P4-raised-side") },
  "result-doctor": { title: "A doctor first, without the course", reach: finished("T1-thyroid-textbook") },
  "result-two": { title: "Mixed: two causes", reach: finished("M1-desk-mixed") },
  "result-three-opened": {
    title: "Mixed: three causes, one opened",
    async reach(reader) {
      await reader.finish("M2-three-mixed");
      const [, second] = reader.shownCauses("M2-three-mixed");
      await reader.open(second.label);
      await reader.waitFor("heading", reader.quiz.words.means);
    },
  },
  "result-nothing": { title: "Nothing stands out", reach: finished("N1-nothing") },
  "result-nothing-visit": { title: "Nothing stands out, with the visit card", reach: finished("P2-long-sore") },
  "result-spread": { title: "Spread widely", reach: finished("A1-ticks-everything") },
  "result-printed": {
    title: "A result, printed from the browser’s menu (most printers leave out backgrounds)",
    reach: finished("P4-raised-side"),
    printed: true,
  },
  "result-sheet": {
    title: "The sheet that the Print button prints",
    async reach(reader) {
      await reader.finish("P4-raised-side");
      await reader.press(reader.quiz.words.print);
    },
    printed: true,
  },
};
