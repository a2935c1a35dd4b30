import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { dropStrayClicks, screenChanged } from "../app/stray-clicks.js";

let now = 0;
let root;
let isInQuiz;
beforeEach(() => {
  now = 1000;
  isInQuiz = true;
  root = new EventTarget();
  root.contains = () => isInQuiz;
  // The clock of the page's own document shows another time than that of an iframe.
  root.ownerDocument = { defaultView: { performance: { now: () => now } } };
  dropStrayClicks(root);
});

function dispatch(type, detail = 1) {
  const event = new Event(type, { cancelable: true });
  Object.defineProperties(event, { timeStamp: { value: now }, detail: { value: detail } });
  root.dispatchEvent(event);
  return !event.defaultPrevented;
}

/** Whether a click counts whose press begins now. */
function tap(detail) {
  dispatch("pointerdown");
  return dispatch("click", detail);
}

test("a tap in the first moment of a screen does not count", () => {
  screenChanged(root);
  now += 349;
  assert.equal(tap(), false);
  now += 1;
  assert.equal(tap(), true);
});

test("the second click of a double click does not count", () => {
  assert.equal(tap(2), false);
});

test("each click of a series on a control of the author counts", () => {
  isInQuiz = false;
  for (const detail of [1, 2, 3]) assert.equal(tap(detail), true);
});

test("the second click of a double click does not count on the other side of the quiz's edge", () => {
  for (const first of [true, false]) {
    isInQuiz = first;
    assert.equal(tap(), true);
    isInQuiz = !first;
    assert.equal(tap(2), false);
  }
});

test("a press that is held while the screen changes does not count", () => {
  dispatch("pointerdown");
  now += 2000;
  screenChanged(root);
  now += 2000;
  assert.equal(dispatch("click"), false);
});

test("clicks of keys and of assistive technology always count", () => {
  screenChanged(root);
  assert.equal(dispatch("click", 0), true);
  assert.equal(dispatch("click", 1), true, "Firefox, for a link that Enter follows");
  dispatch("pointerdown");
  dispatch("keydown");
  assert.equal(dispatch("click", 0), true, "after a pointer that was never released");
});
