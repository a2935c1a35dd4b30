import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { descendants, WhichCause } from "./element.js";
import { quizzes } from "./which-cause-app.js";

beforeEach(() => (quizzes.length = 0));

/** Lets all promises settle, and the app arrive. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

/** An element in the page. */
function createElement(attributes = {}) {
  const element = Object.assign(new WhichCause(), { attributes });
  element.connectedCallback();
  const [button, message] = ["button", "p"].map((name) =>
    descendants(element.shadowRoot).find(({ localName }) => localName === name),
  );
  return { element, button, message };
}

test("the end of a start that was dropped leaves the next one alone", async () => {
  const { element, button } = createElement();
  element.start();
  await settle();
  element.attributeChangedCallback("quiz");
  assert.equal(quizzes[0].isClosed, true);
  assert.equal(button.ariaBusy, null);
  element.start();
  await settle();
  quizzes[0].endStart();
  await settle();
  assert.equal(button.ariaBusy, "true");
  assert.equal(quizzes[1].isClosed, false);
  quizzes[1].endStart();
  await settle();
  assert.equal(button.ariaBusy, null);
  assert.equal(quizzes.length, 2);
});

test("an element that is removed while its quiz starts can be started again", async () => {
  const { element, button, message } = createElement({ "busy-label": "Soon" });
  element.start();
  await new Promise((resolve) => setTimeout(resolve, 350));
  assert.equal(message.textContent, "Soon");
  element.isConnected = false;
  element.disconnectedCallback();
  await settle();
  element.isConnected = true;
  element.connectedCallback();
  assert.equal(message.textContent, "");
  button.onclick();
  await settle();
  assert.equal(quizzes.length, 2);
});

test("a start that is dropped before the app has arrived opens no quiz", async () => {
  const { element, button } = createElement();
  element.start();
  element.attributeChangedCallback("quiz");
  await settle();
  assert.equal(quizzes.length, 0);
  assert.equal(button.ariaBusy, null);
});

test("outside the page nothing is started", async () => {
  const element = Object.assign(new WhichCause(), { isConnected: false });
  await element.start();
  assert.equal(quizzes.length, 0);
});

test("an element can be moved to a template, whose document has no window", () => {
  const { element } = createElement();
  const sheets = element.shadowRoot.adoptedStyleSheets;
  element.ownerDocument = { defaultView: null };
  element.adoptedCallback();
  element.ownerDocument = document;
  element.adoptedCallback();
  assert.notEqual(element.shadowRoot.adoptedStyleSheets, sheets, "it gets its style when it comes back");
});

test("spaces around a value are ignored", async () => {
  const { button } = createElement({ loading: " eager\n", "start-label": " " });
  await settle();
  assert.equal(quizzes[0].isPrepared, true);
  assert.equal(button.textContent, "Start");
});

test("a start begins again if the preparation of its quiz fails", async () => {
  const { element, button } = createElement({ loading: "eager" });
  await settle();
  element.start();
  // The start waits for the app, which has arrived: the quiz is not asked for yet.
  quizzes[0].fails(new Error("no address of the web"), "", "later");
  await settle();
  assert.equal(quizzes.length, 2);
  assert.equal(button.ariaBusy, "true");
  quizzes[1].endStart();
  await settle();
  assert.equal(button.ariaBusy, null);
});
