import { loadWhichCause } from "which-cause";

loadWhichCause("/which-cause/");

const quiz = document.querySelector("which-cause");
quiz?.addEventListener("which-cause-step", ({ detail }) => {
  console.log(`step ${detail.step} of ${detail.of}`);
});
