/// <reference types="which-cause/react" />
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { loadWhichCause } from "which-cause";

loadWhichCause("/which-cause/");

function Quiz() {
  const [isFinished, setFinished] = useState(false);
  return (
    <>
      <which-cause
        course="https://example.org/course/"
        region="GB"
        start-label="Start the safety check"
        onwhich-cause-finish={() => setFinished(true)}
      >
        <h2>Which cause is yours?</h2>
        <p data-fallback>
          <a href="https://example.org/course/">To the course</a>
        </p>
      </which-cause>
      {isFinished && <p>Thank you for taking the quiz.</p>}
    </>
  );
}

createRoot(document.querySelector("#root")!).render(
  <StrictMode>
    <Quiz />
  </StrictMode>,
);
