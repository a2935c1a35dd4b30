// The types of the element and of its events.
import type { WhichCause } from "which-cause";

const quiz: WhichCause = document.createElement("which-cause");
quiz.startLabel = "Begin";
quiz.remember = true;
// @ts-expect-error A label is text.
quiz.startLabel = 1;

export const started: Promise<void> = quiz.start();

quiz.addEventListener("which-cause-finish", ({ detail }) => {
  const verdict: "leads" | "mixed" | "nothing" | undefined = detail.verdict;
  return [verdict, detail.shown?.length];
});
document.addEventListener("which-cause-error", ({ detail }) => detail.reason.length);
// @ts-expect-error Only an error has a reason.
quiz.addEventListener("which-cause-step", ({ detail }) => detail.reason);
