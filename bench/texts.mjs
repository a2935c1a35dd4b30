// The shipped quiz as somebody would write its texts down who makes the same quiz without a quiz file: in one language,
// for one country, with nothing in it that their pages do not show. Pictures are left out, which is to their advantage.
import { readFileSync } from "node:fs";

const file = (name) => JSON.parse(readFileSync(new URL(`../quizzes/${name}`, import.meta.url), "utf8"));
const { care, causes, course, scoring, screens, questions, ...rest } = file("upper-back-knots.json");

/** What fills the blanks on the article's page, which names no region. */
const { number } = care.emergency;
const weeks = care.soon_after_weeks;
const blanks = {
  emergency_number: number,
  urgent_line: care.urgent_line.say,
  soon_after_weeks: care.weeks[weeks === 1 ? "one" : "other"].replace("{n}", weeks),
  course_name: course.name,
};
const filled = (part) =>
  JSON.parse(JSON.stringify(part).replace(/\{(\w+)\}/g, (blank, name) => blanks[name] ?? blank));

const pick = (from, ...keys) => Object.fromEntries(keys.filter((key) => key in from).map((key) => [key, from[key]]));
const choices = (it) => it.choices.map((choice) => pick(choice, "id", "text", "points", "flags", "exclusive"));
const tries = (it) => it.try_this.map((thing) => thing.text ?? thing);

/** The quiz's texts and points. */
export const quiz = filled({
  start: rest.intro.start,
  number,
  care: pick(care, "visit"),
  screens: screens.map((it) => ({ ...pick(it, "id", "level", "text", "help", "card"), choices: choices(it) })),
  questions: questions.map((it) => ({ ...pick(it, "id", "kind", "text", "help"), choices: choices(it) })),
  causes: causes.map((it) => ({
    ...pick(it, "id", "article_name", "label", "short_label", "doctor_first", "summary", "means", "sureness"),
    ...pick(it, "look_next", "get_checked", "course", "sources"),
    try_this: tries(it),
  })),
  scoring,
  course,
  ...pick(rest, "flags", "bands", "also", "disclaimer", "sources", "safety_sources"),
  verdicts: { ...rest.verdicts, nothing: { ...rest.verdicts.nothing, try_this: tries(rest.verdicts.nothing) } },
  words: pick(
    rest.words,
    ...["screening_progress", "progress", "pick_one", "tick_all", "next", "finish", "back", "skip", "error", "result"],
    ...["screen_needs_tick", "question_needs_pick", "question_needs_tick", "level", "level_many", "list_separator"],
    ...["in_article", "causes", "bars", "bars_note", "why", "you_said", "means", "sureness", "look_next", "try_this"],
    ...["try_note", "get_checked", "flags", "sources", "new_tab", "restart"],
  ),
});

/** The test cases of the quiz: a reader's answers, and the result that they must get. */
export const { test_cases: readers } = file("upper-back-knots.test-cases.json");
