// The texts of the five-cause quiz for the two pages that have no quiz file: in one language, for one country, and only the texts
// that those pages show. They have no pictures, which is to their advantage.
import { readFileSync } from "node:fs";

const file = (name) => JSON.parse(readFileSync(new URL(`../quizzes/${name}`, import.meta.url), "utf8"));
const { care, causes, course, scoring, screens, questions, ...rest } = file("upper-back-knots.json");

/** The values of the placeholders in the article, which names no region. */
const { number } = care.emergency;
const weeks = care.soon_after_weeks;
const placeholders = {
  emergency_number: number,
  urgent_line: care.urgent_line.say,
  soon_after_weeks: care.weeks[weeks === 1 ? "one" : "other"].replace("{n}", weeks),
  course_name: course.name,
};
const fillIn = (part) =>
  JSON.parse(JSON.stringify(part).replace(/\{(\w+)\}/g, (placeholder, name) => placeholders[name] ?? placeholder));

const pick = (from, ...keys) => Object.fromEntries(keys.filter((key) => key in from).map((key) => [key, from[key]]));
const choices = (step) => step.choices.map((choice) => pick(choice, "id", "text", "points", "flags", "exclusive"));
const suggestions = (part) => part.try_this.map((suggestion) => suggestion.text ?? suggestion);

/** The quiz's texts and points. */
export const quiz = fillIn({
  start: rest.intro.start,
  number,
  care: pick(care, "visit"),
  screens: screens.map((screen) => ({
    ...pick(screen, "id", "level", "text", "help", "card"),
    choices: choices(screen),
  })),
  questions: questions.map((question) => ({
    ...pick(question, "id", "kind", "text", "help"),
    choices: choices(question),
  })),
  causes: causes.map((cause) => ({
    ...pick(cause, "id", "article_name", "label", "short_label", "doctor_first", "summary", "means", "sureness"),
    ...pick(cause, "look_next", "get_checked", "course", "sources"),
    try_this: suggestions(cause),
  })),
  scoring,
  course,
  ...pick(rest, "flags", "bands", "also", "disclaimer", "sources", "safety_sources"),
  verdicts: { ...rest.verdicts, nothing: { ...rest.verdicts.nothing, try_this: suggestions(rest.verdicts.nothing) } },
  words: pick(
    rest.words,
    ...["screening_progress", "progress", "pick_one", "tick_all", "next", "finish", "back", "skip", "error", "result"],
    ...["screen_needs_tick", "question_needs_pick", "question_needs_tick", "level", "level_many", "list_separator"],
    ...["in_article", "causes", "bars", "bars_note", "why", "you_said", "means", "sureness", "look_next", "try_this"],
    ...["try_note", "get_checked", "flags", "sources", "new_tab", "restart"],
  ),
});

/** The test cases of the quiz. */
export const { test_cases: testCases } = file("upper-back-knots.test-cases.json");
