// Someone who takes the quiz: finds things by their roles and names and presses labels, as readers do.

export class Reader {
  /** A reader of a page with `quiz` in it, who answers as one of the quiz's test cases does. */
  constructor(page, quiz, readers) {
    Object.assign(this, { page, quiz, readers });
    this.element = page.locator("which-cause");
    this.steps = [...quiz.screens, ...quiz.questions];
  }

  /** Something that has this role and this text of the quiz for a name, whatever its blanks are filled with. */
  the(role, text, within = this.element) {
    const literal = text.split(/\{\w+\}/).map((it) => it.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    return within.getByRole(role, { name: new RegExp(`^${literal.join(".+")}$`) });
  }

  /** Waits until that is to be seen. */
  sees(role, text) {
    return this.the(role, text).first().waitFor();
  }

  presses(text) {
    return this.the("button", text).click();
  }

  /** Opens a closed part that is called so, or begins so. */
  async opens(text) {
    await this.reads();
    return this.element.locator("summary").filter({ hasText: text }).click();
  }

  /** Presses Start; whether anything comes of it is another matter. */
  async pressesStart() {
    await this.element.getByRole("button").click();
  }

  async starts() {
    await this.pressesStart();
    await this.meets(this.steps[0]);
  }

  /** Lets the first moment of a screen pass, in which a press is not taken. */
  reads() {
    return this.page.waitForTimeout(500);
  }

  /** Waits for a screen or a question, with its picture where it has one. */
  async meets(step) {
    await this.sees("group", step.text);
    await this.reads();
    if (step.picture?.text) await this.sees("img", step.picture.text);
  }

  /** Picks choices of a screen or a question, in the order that they stand in. */
  async picks(step, ids) {
    const role = step.kind === "one" ? "radio" : "checkbox";
    for (const { id, text } of step.choices) {
      if (!ids.includes(id)) continue;
      // The label is what a finger meets; the control in it may be drawn otherwise.
      await this.element.locator("label").filter({ has: this.the(role, text, this.page) }).click();
      if (!(await this.the(role, text).isChecked())) throw new Error(`“${text}” was pressed and is not picked`);
    }
  }

  async goesOn(step) {
    const { next, finish } = this.quiz.words;
    await this.presses(step === this.steps.at(-1) ? finish : next);
  }

  /** Takes the quiz as one of the readers does, up to what comes after the step with this id, or up to that step. */
  async comesTo(id, as) {
    const reader = this.known(as);
    await this.starts();
    for (const step of this.steps) {
      await this.meets(step);
      if (step.id === id) return step;
      const ids = this.answer(step, reader);
      await this.picks(step, ids);
      if (ids.length) await this.goesOn(step);
      else await this.presses(this.quiz.words.skip);
      if (step.level !== "soon" && reader.safety[step.id]) return this.sees("button", step.card.undo);
    }
    await this.sees("button", this.quiz.words.restart);
  }

  known(as) {
    const reader = this.readers.find((it) => it.id === as);
    if (!reader) throw new Error(`no reader is called ${as}`);
    return reader;
  }

  /** The causes that a reader is shown, in their order. */
  shown(as) {
    return this.known(as).expect.shown.map((id) => this.quiz.causes.find((cause) => cause.id === id));
  }

  /** What a reader picks at a step; nothing where they skip it. */
  answer(step, reader) {
    if (step.level) return reader.safety[step.id] ?? step.choices.filter((it) => it.exclusive).map((it) => it.id);
    return [reader.answers[step.id] ?? []].flat();
  }

  /** Takes the quiz as one of the readers does, to its end. */
  finishes(as) {
    return this.comesTo(undefined, as);
  }
}
