// A reader who takes the quiz with the answers of a test case. It finds controls by role and name, and presses labels.

/** The widget drops clicks in the first moment of a screen: js/app/stray-clicks.js. */
const strayClickTime = 500;

export class Reader {
  /** A reader of a page that shows `quiz`. */
  constructor(page, quiz, testCases) {
    Object.assign(this, { page, quiz, testCases });
    this.element = page.locator("which-cause");
    this.steps = [...quiz.screens, ...quiz.questions];
  }

  /** Finds by role and by a text of the quiz as the name. Placeholders in the text match anything. */
  byRole(role, text, within = this.element) {
    const literals = text.split(/\{\w+\}/).map((literal) => literal.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    return within.getByRole(role, { name: new RegExp(`^${literals.join(".+")}$`) });
  }

  waitFor(role, text) {
    return this.byRole(role, text).first().waitFor();
  }

  press(text) {
    return this.byRole("button", text).click();
  }

  /** Opens the collapsed part whose heading has this text. */
  async open(text) {
    await this.page.waitForTimeout(strayClickTime);
    return this.element.locator("summary").filter({ hasText: text }).click();
  }

  /** Presses Start, and does not wait for the quiz. */
  async pressStart() {
    await this.element.getByRole("button").click();
  }

  /** Waits for a safety screen or a question, and its picture if it has one. */
  async waitForStep(step) {
    await this.waitFor("group", step.text);
    await this.page.waitForTimeout(strayClickTime);
    if (step.picture?.text) await this.waitFor("img", step.picture.text);
  }

  /** Picks choices of a step, in the order of the quiz. */
  async pick(step, ids) {
    const role = step.kind === "one" ? "radio" : "checkbox";
    for (const { id, text } of step.choices) {
      if (!ids.includes(id)) continue;
      // A finger presses the label. The control inside it may be hidden by style.
      await this.element
        .locator("label")
        .filter({ has: this.byRole(role, text, this.page) })
        .click();
      if (!(await this.byRole(role, text).isChecked())) throw new Error(`“${text}” was pressed but is not picked`);
    }
  }

  async pressNext(step) {
    const { next, finish } = this.quiz.words;
    await this.press(step === this.steps.at(-1) ? finish : next);
  }

  /** Starts the quiz and answers as the test case does until the step with this id is shown. Returns that step. */
  async goToStep(stepId, testCaseId) {
    const testCase = this.testCase(testCaseId);
    await this.pressStart();
    for (const step of this.steps) {
      await this.waitForStep(step);
      if (step.id === stepId) return step;
      const ids = this.answer(step, testCase);
      await this.pick(step, ids);
      if (ids.length) await this.pressNext(step);
      else await this.press(this.quiz.words.skip);
      if (step.level !== "soon" && testCase.safety[step.id]) return this.waitFor("button", step.card.undo);
    }
    await this.waitFor("button", this.quiz.words.restart);
  }

  /** Takes the quiz as the test case does, to its result or its stop. */
  finish(testCaseId) {
    return this.goToStep(undefined, testCaseId);
  }

  testCase(id) {
    const testCase = this.testCases.find((other) => other.id === id);
    if (!testCase) throw new Error(`there is no test case ${id}`);
    return testCase;
  }

  /** The causes in the result of a test case, in their order. */
  shownCauses(testCaseId) {
    const { shown } = this.testCase(testCaseId).expect;
    return shown.map((id) => this.quiz.causes.find((cause) => cause.id === id));
  }

  /** The ids that a test case picks at a step; none if it skips the step. */
  answer(step, testCase) {
    if (!step.level) return [testCase.answers[step.id] ?? []].flat();
    return testCase.safety[step.id] ?? step.choices.filter((choice) => choice.exclusive).map((choice) => choice.id);
  }
}
