// The quiz as somebody would write it by hand, for this one article: what it has to be beside, no more. Every screen is
// a string of HTML, a reader's picks are a map, and two listeners hear everything.
import { quiz, steps } from "quiz";
import css from "./quiz.css";
import { outcome } from "./outcome.js";
import { result, stop } from "./result.js";

const root = document.querySelector("#quiz");
const intro = root.querySelector(".intro");
const stage = document.createElement("div");
const { words } = quiz;

/** By step, the ids of what is picked. */
let picks = {};
/** The place of the step that the reader is at. */
let at = 0;

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);
intro.insertAdjacentHTML("beforeend", `<button type="button" class="primary start">${quiz.start}</button>`);
intro.lastElementChild.onclick = () => {
  intro.hidden = true;
  ask();
};
root.append(stage);

/** Shows a screen, with the reader's focus on its heading and its top in view. */
function show(html) {
  stage.innerHTML = html;
  stage.querySelector("h2").focus({ preventScroll: true });
  if (root.getBoundingClientRect().top < 0) root.scrollIntoView({ behavior: "instant" });
}

/** Asks what the reader is at. */
function ask() {
  const { id, kind, text, help, choices, level } = steps[at];
  const screens = quiz.screens.length;
  const [progress, number, total] = level
    ? [words.screening_progress, at + 1, screens]
    : [words.progress, at + 1 - screens, quiz.questions.length];
  const one = kind === "one";
  const hints = [help, !level && (one ? words.pick_one : words.tick_all)].filter(Boolean);
  const option = ({ id: choice, text, exclusive }) =>
    `<label class="choice${exclusive ? " exclusive" : ""}"><input type="${one ? "radio" : "checkbox"}" name="${id}" value="${choice}"${
      picks[id]?.includes(choice) ? " checked" : ""
    }><span>${text}</span></label>`;
  show(
    `<form novalidate><p class="progress" id="quiz-progress">${progress.replace("{n}", number).replace("{total}", total)}</p>` +
      `<progress max="${steps.length}" value="${at + 1}" aria-hidden="true"></progress>` +
      `<fieldset aria-describedby="quiz-progress quiz-hints"><legend><h2 tabindex="-1">${text}</h2></legend>` +
      `<div id="quiz-hints">${hints.map((hint) => `<p class="hint">${hint}</p>`).join("")}</div>` +
      `<p class="error" tabindex="-1" hidden>${words.error} ${
        level ? words.screen_needs_tick : one ? words.question_needs_pick : words.question_needs_tick
      }</p>${choices.map(option).join("")}</fieldset>` +
      `<button class="primary">${at + 1 < steps.length ? words.next : words.finish}</button><div class="quiets">` +
      `<button type="button" class="quiet" value="back">${words.back}</button>` +
      `${level ? "" : `<button type="button" class="quiet" value="skip">${words.skip}</button>`}</div>` +
      `<p class="fine">${quiz.disclaimer.short}</p></form>`,
  );
}

/** Goes on from an answered or a skipped step. */
function goOn() {
  const { id, level, card } = steps[at];
  const ticked = level && level !== "soon" && picks[id].some((it) => it !== "none");
  if (ticked) show(stop(steps[at], picks[id]));
  else if (++at < steps.length) ask();
  else show(result(outcome(picks)));
}

stage.addEventListener("change", ({ target }) => {
  const { id, choices } = steps[at];
  const inputs = [...stage.querySelectorAll("input")];
  const exclusive = choices.findIndex((it) => it.exclusive);
  if (target.checked && exclusive >= 0) {
    const alone = target === inputs[exclusive];
    inputs.forEach((it, i) => (i === exclusive) !== alone && (it.checked = false));
  }
  picks[id] = inputs.filter((it) => it.checked).map((it) => it.value);
});

stage.addEventListener("submit", (event) => {
  event.preventDefault();
  if (picks[steps[at].id]?.length) return goOn();
  const error = stage.querySelector(".error");
  error.hidden = false;
  error.focus();
});

stage.addEventListener("click", ({ target }) => {
  const value = target.closest("button.quiet")?.value;
  if (value === "undo") ask();
  else if (value === "skip") {
    delete picks[steps[at].id];
    goOn();
  } else if (value === "back" && at) {
    at -= 1;
    ask();
  } else if (value === "back" || value === "again") {
    if (value === "again") picks = {};
    at = 0;
    if (value === "again") return ask();
    stage.textContent = "";
    intro.hidden = false;
    intro.lastElementChild.focus();
  }
});
