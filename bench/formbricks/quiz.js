// The quiz on Formbricks, with its package for surveys in a page: a JSON survey, a welcome card with Start, one question on each card
// and its own progress bar. docs/decisions/0050-peers-of-the-benchmark.md says why it has this version.
import { renderSurveyInline } from "@formbricks/surveys";
import { quiz, steps } from "quiz";
import { outcome } from "../vanilla/outcome.js";
import { result, stop } from "../vanilla/result.js";
import "../surveyjs/result.css";

const intro = document.querySelector("#quiz .intro");
const survey = document.querySelector("#survey");
const ending = document.querySelector("#ending");
const { words } = quiz;
const stops = ({ level }) => level && level !== "soon";
const labels = (choices) => choices.map(({ text }) => text);

/** A card with one safety screen or one question. Formbricks has no choice that excludes the others. */
function card({ id, kind, text, help, choices, level }) {
  const one = kind === "one";
  const question = {
    id,
    type: one ? "multipleChoiceSingle" : "multipleChoiceMulti",
    headline: text,
    subheader: [help, !level && (one ? words.pick_one : words.tick_all)].filter(Boolean).join(" "),
    choices: choices.map(({ id, text }) => ({ id, label: text })),
    required: !!level,
    buttonLabel: words.next,
    backButtonLabel: words.back,
  };
  // A flag of the safety check ends the survey.
  const flags = labels(choices.filter((it) => !it.exclusive));
  if (stops({ level })) question.logic = [{ condition: "includesOne", value: flags, destination: "end" }];
  return question;
}

/** The picked ids of each step. Formbricks reports the labels of one card at a time. */
const picks = {};
function onResponse({ data }) {
  for (const { id, choices } of steps) {
    if (!(id in data)) continue;
    const picked = [data[id] ?? []].flat();
    picks[id] = choices.filter(({ text }) => picked.includes(text)).map(({ id }) => id);
  }
}

/** Shows the result in place of the survey: an ending of Formbricks has plain text only. */
function onFinished() {
  const flagged = steps.find((it) => stops(it) && picks[it.id]?.some((id) => id !== "none"));
  ending.innerHTML = flagged ? stop(flagged, picks[flagged.id]) : result(outcome(picks));
  survey.hidden = true;
}

renderSurveyInline({
  containerId: survey.id,
  brandColor: "#0b6e63",
  isBrandingEnabled: false,
  survey: {
    id: "upper-back-knots",
    type: "link",
    welcomeCard: { enabled: true, buttonLabel: quiz.start, timeToFinish: false, showResponseCount: false },
    questions: steps.map(card),
    thankYouCard: { enabled: false },
  },
  // The author's words are in the page, as by hand. Cards that show HTML would fetch another 50 KB of script.
  onActiveQuestionChange: () => (intro.hidden = true),
  onResponse,
  onFinished,
});
