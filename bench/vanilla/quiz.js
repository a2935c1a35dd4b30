// The quiz written by hand for this one article. Every screen is a string of HTML, the picks are a map, and the container has
// three listeners.
import { quiz, steps } from "quiz";
import css from "./quiz.css";
import { outcome } from "./outcome.js";
import { result, stop } from "./result.js";

const root = document.querySelector("#quiz");
const intro = root.querySelector(".intro");
const stage = document.createElement("div");
const { words } = quiz;

/** The picked ids of each step. */
let picks = {};
/** The index of the current step. */
let current = 0;

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);
intro.insertAdjacentHTML("beforeend", `<button type="button" class="primary start">${quiz.start}</button>`);
intro.lastElementChild.onclick = () => {
  intro.hidden = true;
  showStep();
};
root.append(stage);

/** Shows a screen, with the focus on its heading and its top in view. */
function show(html) {
  stage.innerHTML = html;
  stage.querySelector("h2").focus({ preventScroll: true });
  if (root.getBoundingClientRect().top < 0) root.scrollIntoView({ behavior: "instant" });
}

/** Shows the current step. */
function showStep() {
  const { id, kind, text, help, choices, level } = steps[current];
  const screens = quiz.screens.length;
  const [progress, number, total] = level
    ? [words.screening_progress, current + 1, screens]
    : [words.progress, current + 1 - screens, quiz.questions.length];
  const one = kind === "one";
  const hints = [help, !level && (one ? words.pick_one : words.tick_all)].filter(Boolean);
  const option = ({ id: choice, text, exclusive }) =>
    `<label class="choice${exclusive ? " exclusive" : ""}"><input type="${one ? "radio" : "checkbox"}" name="${id}" value="${choice}"${
      picks[id]?.includes(choice) ? " checked" : ""
    }><span>${text}</span></label>`;
  show(
    `<form novalidate><p class="progress" id="quiz-progress">${progress.replace("{n}", number).replace("{total}", total)}</p>` +
      `<progress max="${steps.length}" value="${current + 1}" aria-hidden="true"></progress>` +
      `<fieldset aria-describedby="quiz-progress quiz-hints"><legend><h2 tabindex="-1">${text}</h2></legend>` +
      `<div id="quiz-hints">${hints.map((hint) => `<p class="hint">${hint}</p>`).join("")}</div>` +
      `<p class="error" tabindex="-1" hidden>${words.error} ${
        level ? words.screen_needs_tick : one ? words.question_needs_pick : words.question_needs_tick
      }</p>${choices.map(option).join("")}</fieldset>` +
      `<button class="primary">${current + 1 < steps.length ? words.next : words.finish}</button><div class="quiets">` +
      `<button type="button" class="quiet" value="back">${words.back}</button>` +
      `${level ? "" : `<button type="button" class="quiet" value="skip">${words.skip}</button>`}</div>` +
      `<p class="fine">${quiz.disclaimer.short}</p></form>`,
  );
}

/** Leaves an answered or a skipped step. */
function showNext() {
  const { id, level } = steps[current];
  const ticked = level && level !== "soon" && picks[id].some((it) => it !== "none");
  if (ticked) show(stop(steps[current], picks[id]));
  else if (++current < steps.length) showStep();
  else show(result(outcome(picks)));
}

stage.addEventListener("change", ({ target }) => {
  const { id, choices } = steps[current];
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
  if (picks[steps[current].id]?.length) return showNext();
  const error = stage.querySelector(".error");
  error.hidden = false;
  error.focus();
});

stage.addEventListener("click", ({ target }) => {
  const value = target.closest("button.quiet")?.value;
  if (value === "undo") showStep();
  else if (value === "skip") {
    delete picks[steps[current].id];
    showNext();
  } else if (value === "back" && current) {
    current -= 1;
    showStep();
  } else if (value === "back" || value === "again") {
    if (value === "again") picks = {};
    current = 0;
    if (value === "again") return showStep();
    stage.textContent = "";
    intro.hidden = false;
    intro.lastElementChild.focus();
  }
});
