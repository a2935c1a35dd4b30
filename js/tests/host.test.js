import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { load } from "./load.js";
import { createQuizElement, openPage } from "./page.js";

const { HostBridge } = await load("app/host.js");

let events;
beforeEach(() => {
  openPage();
  mock.method(console, "warn", () => {});
  events = [];
});

function createHost(attributes) {
  const { element, root } = createQuizElement(attributes);
  return new HostBridge({ element, root, mayMoveFocus: true, onEvent: (name, detail) => events.push([name, detail]) });
}

test("an event carries a step or a result only if it has one", () => {
  const host = createHost({ report: "result" });
  host.emit("start", "knots", 0, 0, "", "");
  host.emit("step", "knots", 3, 11, "", "");
  host.emit("finish", "knots", 0, 0, "leads", "posture holding");
  host.emit("finish", "knots", 0, 0, "nothing", "");
  assert.deepEqual(events, [
    ["start", { quiz: "knots" }],
    ["step", { quiz: "knots", step: 3, of: 11 }],
    ["finish", { quiz: "knots", verdict: "leads", shown: ["posture", "holding"] }],
    ["finish", { quiz: "knots", verdict: "nothing", shown: [] }],
  ]);
});

test("the result is reported only if the owner asks for it", () => {
  for (const attributes of [{}, { report: "steps" }, { report: "Result" }, { report: "result" }]) {
    createHost(attributes).emit("finish", "knots", 0, 0, "leads", "posture");
  }
  const without = { quiz: "knots" };
  assert.deepEqual(
    events.map(([, detail]) => detail),
    [without, without, without, { quiz: "knots", verdict: "leads", shown: ["posture"] }],
  );
});

test("the course is the element's, else the quiz's own", () => {
  assert.equal(createHost({ course: "/mine" }).course("https://example.com/own"), "https://example.org/mine");
  assert.equal(createHost().course("https://example.com/own"), "https://example.com/own");
  assert.equal(createHost().course(""), undefined);
});

test("a photo is relative to the quiz file", () => {
  const { element, root } = createQuizElement();
  const host = new HostBridge({ element, root, quizUrl: "https://example.com/quizzes/bread.json" });
  assert.equal(host.photoAddress("photos/loaf.webp"), "https://example.com/quizzes/photos/loaf.webp");
  assert.equal(host.photoAddress("https://[ "), "");
});

test("a photo whose request failed at the start is not requested alone", () => {
  const images = [];
  globalThis.Image = class {
    constructor() {
      images.push(this);
    }
  };
  const host = createHost();
  host.photosByAnswers("https://example.com/lost.webp https://example.com/here.webp https://example.com/late.webp");
  host.requestPhotos();
  Object.assign(images[0], { complete: true, naturalWidth: 0 });
  Object.assign(images[1], { complete: true, naturalWidth: 640 });
  Object.assign(images[2], { complete: false, naturalWidth: 0 });
  const addresses = ["lost", "here", "late", "other"].map((name) =>
    host.photoAddress(`https://example.com/${name}.webp`),
  );
  assert.deepEqual(
    addresses.map((address) => address.slice(20)),
    ["", "here.webp", "late.webp", "other.webp"],
  );
});

test("a picture is missing until the drawings have arrived", () => {
  assert.equal(createHost().hasDrawing("shoulder"), false);
});

test("a date is written even if the browser does not know the quiz's language", () => {
  const host = createHost();
  for (const language of ["en-a", "en-x", "en-GB-US", "qqx"]) {
    // An exception would go through the module, which is not ready for one.
    assert.match(host.resultNote(language), /\d.* – .*https:\/\/example.org/, language);
    assert.equal(host.number(language, 1234), "1234");
    assert.equal(host.plural(language, 1), "other");
    assert.ok(host.regionName("GB", language));
  }
});
