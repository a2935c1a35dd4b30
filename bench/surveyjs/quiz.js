// The quiz on SurveyJS, as its documentation shows: a JSON model, a start page, one question on each page, its own theme and its own
// progress bar.
import { quiz, steps } from "quiz";
import { Model } from "survey-core";
// This theme loads no font from another host.
import "survey-core/survey-core.fontless.css";
import { renderSurvey } from "survey-js-ui";
import { outcome } from "../vanilla/outcome.js";
import { result, stop } from "../vanilla/result.js";
import "./result.css";

const host = document.querySelector("#quiz");
const { words } = quiz;
const stops = ({ level }) => level && level !== "soon";

/** A page with one safety screen or one question. */
function page({ id, kind, text, help, choices, level }) {
  const one = kind === "one";
  const none = choices.find((it) => it.exclusive);
  const question = {
    type: one ? "radiogroup" : "checkbox",
    name: id,
    title: text,
    description: [help, !level && (one ? words.pick_one : words.tick_all)].filter(Boolean).join(" "),
    choices: choices.filter((it) => !it.exclusive).map(({ id, text }) => ({ value: id, text })),
    isRequired: !!level,
    requiredErrorText: words.screen_needs_tick,
  };
  if (none) Object.assign(question, { showNoneItem: true, noneText: none.text });
  return { name: id, elements: [question] };
}

const survey = new Model({
  firstPageIsStartPage: true,
  startSurveyText: quiz.start,
  pagePrevText: words.back,
  pageNextText: words.next,
  completeText: words.finish,
  showQuestionNumbers: false,
  showProgressBar: true,
  progressBarType: "pages",
  questionErrorLocation: "top",
  // A flag of the safety check ends the survey.
  triggers: steps.filter(stops).map(({ id }) => ({
    type: "complete",
    expression: `{${id}} notempty and {${id}} notcontains 'none'`,
  })),
  pages: [{ name: "start", elements: [{ type: "html", name: "intro", html: host.innerHTML }] }, ...steps.map(page)],
});

survey.onCompleting.add((sender) => {
  const picks = Object.fromEntries(Object.entries(sender.data).map(([id, picked]) => [id, [picked].flat()]));
  const flagged = steps.find((it) => stops(it) && picks[it.id]?.some((id) => id !== "none"));
  sender.completedHtml = flagged ? stop(flagged, picks[flagged.id]) : result(outcome(picks));
});

host.textContent = "";
renderSurvey(survey, host);
