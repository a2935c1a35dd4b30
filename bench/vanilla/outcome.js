// Computes the outcome of a reader's picks, by the rules in docs/scoring.md.
import { quiz, steps } from "quiz";

/** The picked choices with their questions. */
const pickedChoices = (picks) =>
  quiz.questions.flatMap((question) =>
    question.choices.filter(({ id }) => picks[question.id]?.includes(id)).map((choice) => ({ question, choice })),
  );
const points = ({ choice }, { id }) => choice.points?.[id] ?? 0;

/** The most points that a cause can get. */
const reachablePoints = (cause) =>
  quiz.questions.reduce((sum, { kind, choices }) => {
    const all = choices.map((choice) => points({ choice }, cause));
    return sum + (kind === "one" ? Math.max(...all) : all.reduce((a, b) => a + b));
  }, 0);
const reachable = new Map(quiz.causes.map((cause) => [cause, reachablePoints(cause)]));

/** The outcome of a reader whom no safety screen stopped. `picks` has the picked ids of each step. */
export function outcome(picks) {
  const { lead_from, margin, most_shown, doctor_first_from } = quiz.scoring;
  const all = pickedChoices(picks);
  const ranking = quiz.causes
    .map((cause) => {
      const mine = all.filter((it) => points(it, cause));
      const max = reachable.get(cause);
      const raw = mine.reduce((sum, it) => sum + points(it, cause), 0);
      // Sorting is stable, so causes with equal scores stay in the article's order.
      const why = mine.sort((a, b) => points(b, cause) - points(a, cause)).slice(0, 5);
      return { cause, score: Math.floor((200 * raw + max) / (2 * max)), why };
    })
    .sort((a, b) => b.score - a.score);
  const top = ranking[0].score;
  const close = top < lead_from ? [] : ranking.filter(({ score }) => top - score <= margin);
  const shown = close.slice(0, most_shown);
  const first = ranking.filter((it) => it.cause.doctor_first && (it.score >= doctor_first_from || close.includes(it)));
  const raised = all.flatMap(({ choice }) => choice.flags ?? []);
  const flags = quiz.flags.filter(({ id }) => raised.includes(id));
  const ticked = steps
    .filter(({ level }) => level)
    .flatMap(({ id, choices }) => choices.filter((it) => !it.exclusive && picks[id]?.includes(it.id)));
  const forVisit = all.filter((it) => !it.choice.flags && first.some(({ cause }) => points(it, cause)));
  return {
    verdict: ["nothing", "leads"][close.length] ?? "mixed",
    ranking,
    close,
    shown,
    flags,
    visit: ticked.length || first.length || flags.some((it) => it.visit) ? { ticked, forVisit } : null,
    withheld: first[0],
  };
}
