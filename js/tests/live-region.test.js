import assert from "node:assert/strict";
import { test } from "node:test";
import { sentences } from "../app/live-region.js";

test("each line ends in a punctuation mark, where a voice pauses", () => {
  const innerText = "Question 3 of 11\n\n  Pick one. \nWhere does it hurt?\nهل؟";
  assert.deepEqual(sentences({ innerText }), ["Question 3 of 11.", "Pick one.", "Where does it hurt?", "هل؟"]);
});
