/// <reference types="which-cause/react" />
import { useRef } from "react";
import type { WhichCause } from "which-cause";

export function Quiz() {
  const quiz = useRef<WhichCause>(null);
  return (
    <>
      <which-cause
        ref={quiz}
        className="quiz"
        lang="en-GB"
        theme="dark"
        remember
        onwhich-cause-step={({ detail }) => detail.step.toFixed()}
      />
      {/* @ts-expect-error There is no such theme. */}
      <which-cause theme="blue" />
      {/* @ts-expect-error Only an error has a reason. */}
      <which-cause onwhich-cause-step={({ detail }) => detail.reason} />
      <button onClick={() => quiz.current?.restart()}>Again</button>
    </>
  );
}
