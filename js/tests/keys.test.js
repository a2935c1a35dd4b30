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

/** A shadow root with these controls in which keys are pressed. Returns a function that says whether the page hears a key. */
function quiz(controls = [link, button, radio, heading]) {
  const listeners = new Map();
  keepKeys({
    addEventListener: (name, listener) => listeners.set(name, listener),
    contains: (control) => controls.includes(control),
  });
  return (type, key, target, modifiers) => {
    let isHeard = true;
    listeners.get(type)({ type, key, target, ...modifiers, stopPropagation: () => (isHeard = false) });
    return isHeard;
  };
}

test("the page does not hear the keys that the focused control uses", () => {
  const isHeard = quiz();
  assert.equal(isHeard("keydown", "Enter", link), false);
  assert.equal(isHeard("keydown", " ", button), false);
  assert.equal(isHeard("keydown", "ArrowDown", radio), false);
  assert.equal(isHeard("keypress", "j", radio), false);
});

test("the page hears all other keys", () => {
  const isHeard = quiz();
  assert.equal(isHeard("keydown", " ", link), true);
  assert.equal(isHeard("keydown", "j", button), true);
  assert.equal(isHeard("keydown", "Escape", radio), true);
  assert.equal(isHeard("keydown", "Enter", heading), true);
  assert.equal(isHeard("keydown", "Enter", button, { ctrlKey: true }), true);
});

test("a key that has brought another screen comes up unheard", () => {
  const isHeard = quiz();
  isHeard("keydown", "Enter", button);
  assert.equal(isHeard("keyup", "Enter", heading), false);
  assert.equal(isHeard("keyup", "Enter", heading), true);
});

test("the page hears the keys of the author's own controls", () => {
  const isHeard = quiz([]);
  assert.equal(isHeard("keydown", "Enter", link), true);
  assert.equal(isHeard("keydown", " ", button), true);
  assert.equal(isHeard("keydown", "ArrowDown", radio), true);
});
