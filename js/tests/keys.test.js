import assert from "node:assert/strict";
import { test } from "node:test";
import { keepKeys } from "../app/keys.js";

/** A control that matches these selectors, or lists of them. */
const control = (...selectors) => ({
  matches: (list) => list.split(", ").some((selector) => selectors.includes(selector)),
});
const link = control("a");
const button = control("button");
const radio = control("input", "[type=radio]");
const heading = control("h2");

/** A shadow root with these controls in which keys are pressed. Returns a function that says whether the page receives a key. */
function quiz(controls = [link, button, radio, heading]) {
  const listeners = new Map();
  keepKeys({
    addEventListener: (name, listener) => listeners.set(name, listener),
    contains: (control) => controls.includes(control),
  });
  return (type, key, target, modifiers) => {
    let isReceived = true;
    listeners.get(type)({ type, key, target, ...modifiers, stopPropagation: () => (isReceived = false) });
    return isReceived;
  };
}

test("the page does not receive the keys that the focused control uses", () => {
  const isReceived = quiz();
  assert.equal(isReceived("keydown", "Enter", link), false);
  assert.equal(isReceived("keydown", " ", button), false);
  assert.equal(isReceived("keydown", "ArrowDown", radio), false);
  assert.equal(isReceived("keypress", "j", radio), false);
});

test("the page receives all other keys", () => {
  const isReceived = quiz();
  assert.equal(isReceived("keydown", " ", link), true);
  assert.equal(isReceived("keydown", "j", button), true);
  assert.equal(isReceived("keydown", "Escape", radio), true);
  assert.equal(isReceived("keydown", "Enter", heading), true);
  assert.equal(isReceived("keydown", "Enter", button, { ctrlKey: true }), true);
});

test("a key that has brought another screen comes up unheard", () => {
  const isReceived = quiz();
  isReceived("keydown", "Enter", button);
  assert.equal(isReceived("keyup", "Enter", heading), false);
  assert.equal(isReceived("keyup", "Enter", heading), true);
});

test("the page receives the keys of the author's own controls", () => {
  const isReceived = quiz([]);
  assert.equal(isReceived("keydown", "Enter", link), true);
  assert.equal(isReceived("keydown", " ", button), true);
  assert.equal(isReceived("keydown", "ArrowDown", radio), true);
});
