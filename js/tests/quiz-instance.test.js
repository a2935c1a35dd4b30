import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { load } from "./load.js";
import { createQuizElement, openPage } from "./page.js";

const EVENTS = ["start", "step", "finish", "course"];

let app;
let isLost = false;
beforeEach(async () => {
  openPage();
  mock.method(console, "warn", () => {});
  // Each test has a module of its own: after a panic it is of no more use.
  app = await load("app/app.js", "app/instances.js", "tests/glue.js");
  app.load(Promise.resolve(new Response(app.emptyModule)), () => (isLost = true));
});

/** Opens a quiz in a new element, and keeps its events and the calls of `onFailure`. */
function open(attributes, session) {
  const page = createQuizElement(attributes);
  const events = [];
  const failures = [];
  for (const name of EVENTS) page.element.addEventListener("which-cause-" + name, () => events.push(name));
  const onFailure = (error, session, restore) => failures.push({ message: error.message, session, restore });
  const instance = app.open(page.element, { onFailure, session });
  return { ...page, events, failures, instance, host: () => app.hosts.at(-1) };
}

/** Lets all promises settle. */
const settle = () => new Promise(setImmediate);

test("a start hides the facade and shows the quiz", async () => {
  const { instance, root, facade } = open();
  const shown = instance.show();
  assert.equal(facade.hidden, false, "until the module is ready");
  await shown;
  assert.equal(facade.hidden, true);
  assert.equal(root.querySelectorAll(".widget").length, 1);
});

/** Prepares a quiz as the loader does when its element comes near. */
async function prepare(attributes, session) {
  const page = open(attributes, session);
  await page.instance.prepare();
  return page;
}

test("a quiz is prepared out of sight, and a start shows it", async () => {
  const { instance, root, facade, events, host } = await prepare();
  const [widget] = root.querySelectorAll(".widget");
  assert.equal(widget.hidden, true);
  assert.equal(facade.hidden, false);
  assert.equal(host().mayMoveFocus, false);
  host().emit("start", "knots", 0, 0, "", "");
  await settle();
  assert.deepEqual(events, [], "nobody has started it");
  await instance.show();
  assert.equal(widget.hidden, false);
  assert.equal(facade.hidden, true);
  assert.equal(app.hosts.length, 1);
  assert.deepEqual(app.calls, ["changed", "returnToReader false"], "the page may have changed, and the focus moves");
  await settle();
  assert.deepEqual(events, ["start"]);
});

test("a prepared quiz is mounted anew if the reader has other answers by then", async () => {
  const texts = rememberTexts();
  const { instance, root, events, host } = await prepare({ remember: "" });
  host().emit("start", "knots", 0, 0, "", "");
  host().storeSession("first screen");
  assert.equal(texts.size, 0, "nothing is kept before the start");
  texts.set("which-cause ", "answers");
  await instance.show();
  assert.equal(host().session, "answers");
  assert.deepEqual(app.calls, ["unmount"]);
  assert.equal(root.querySelectorAll(".widget").length, 1);
  host().emit("start", "knots", 0, 0, "", "");
  await settle();
  assert.deepEqual(events, ["start"]);
});

test("a quiz file that does not arrive leaves the facade without a word, and a start fetches it again", async () => {
  let fetches = 0;
  mock.method(globalThis, "fetch", async (url) => {
    if (url.endsWith("bread.json")) fetches++;
    return new Response("", { status: 404 });
  });
  const { facade, failures } = await prepare({ quiz: "bread.json" });
  assert.equal(fetches, 1);
  assert.equal(facade.hidden, false);
  assert.deepEqual(
    failures.map(({ restore }) => restore),
    ["later"],
  );
  const started = open({ quiz: "bread.json" });
  await started.instance.show();
  assert.match(started.failures[0].message, /answers 404/);
  assert.equal(fetches, 2);
});

test("a page in the background prepares no quiz", async () => {
  document.hidden = true;
  await prepare();
  assert.equal(app.hosts.length, 0);
});

test("a prepared quiz that panics is dropped without a word", async () => {
  app.behavior.mount = () => {
    app.hosts.at(-1).onPanic("a bug");
    throw new Error("unreachable");
  };
  const { root, facade, failures } = await prepare();
  await settle();
  assert.deepEqual(failures, [{ message: "a bug", session: "", restore: "later" }]);
  assert.equal(root.querySelectorAll(".widget").length, 0);
  assert.equal(facade.hidden, false);
});

test("an event is dispatched after the start has ended, and never while the module runs", async () => {
  const { instance, events, host } = open();
  await instance.show();
  host().emit("start", "knots", 0, 0, "", "");
  assert.deepEqual(events, []);
  await settle();
  assert.deepEqual(events, ["start"]);
});

test("an element that was removed dispatches no event", async () => {
  const { instance, element, events, host } = open();
  await instance.show();
  host().emit("start", "knots", 0, 0, "", "");
  element.isConnected = false;
  await settle();
  assert.deepEqual(events, []);
});

test("a quiz that is closed while it starts is not mounted", async () => {
  const { instance, root, facade } = open();
  const shown = instance.show();
  instance.close();
  await shown;
  assert.equal(root.querySelectorAll(".widget").length, 0);
  assert.equal(facade.hidden, false);
});

test("a start that fails leaves the facade", async () => {
  app.behavior.mount = () => {
    throw new Error("another version");
  };
  const { instance, root, facade, failures } = open({}, "answers");
  await instance.show();
  assert.deepEqual(failures, [{ message: "another version", session: "answers", restore: "" }]);
  assert.equal(root.querySelectorAll(".widget").length, 0);
  assert.equal(facade.hidden, false);
});

test("a quiet start moves no focus and repeats neither its start nor its step", async () => {
  const { instance, events, host } = open({}, "answers");
  await instance.show(false, true);
  assert.equal(host().mayMoveFocus, false);
  assert.equal(host().session, "answers");
  host().emit("start", "knots", 0, 0, "", "");
  host().emit("step", "knots", 3, 11, "", "");
  host().emit("step", "knots", 4, 11, "", "");
  await settle();
  assert.deepEqual(events, ["step"]);
});

test("a reader who goes back from the first screen sees the facade, and comes back to the quiz", async () => {
  const { instance, facade, root, button, host } = open();
  await instance.show();
  host().leave();
  assert.equal(facade.hidden, false);
  assert.equal(root.querySelector(".widget").hidden, true);
  assert.equal(button.hasFocus, true);
  await instance.show();
  assert.equal(facade.hidden, true);
  assert.deepEqual(app.calls, ["changed", "returnToReader false"]);
});

test("an attribute that changes is passed on to the mounted quiz", async () => {
  const { instance } = open();
  await instance.update();
  assert.deepEqual(app.calls, [], "before it is mounted");
  await instance.show();
  await instance.update();
  assert.deepEqual(app.calls, ["changed"]);
});

/** Serves the translations whose tags are given, each with its tag as its content, and no other file. */
function serve(...tags) {
  mock.method(globalThis, "fetch", async (url) => {
    const served = tags.find((tag) => url.endsWith(`.${tag}.quiz`));
    return new Response(served, { status: served ? 200 : 404 });
  });
}

/** Serves every file late: when the function that it returns is called. */
function serveLate() {
  let answer;
  const answered = new Promise((resolve) => (answer = resolve));
  mock.method(globalThis, "fetch", async () => {
    await answered;
    return new Response("", { status: 404 });
  });
  return answer;
}

test("another language mounts the quiz again, and dispatches no event for that", async () => {
  serve("es");
  const { instance, element, root, events, host } = open();
  await instance.show();
  assert.equal(host().quiz, undefined, "the compiled-in quiz");
  host().storeSession("answers");
  element.attributes.lang = "es-MX";
  await instance.update();
  assert.equal(app.hosts.length, 2);
  assert.equal(new TextDecoder().decode(host().quiz), "es");
  assert.equal(host().session, "answers");
  assert.equal(host().mayMoveFocus, false, "the focus is elsewhere");
  assert.deepEqual(app.calls, ["unmount"]);
  assert.equal(root.querySelectorAll(".widget").length, 1);
  host().emit("start", "knots", 0, 0, "", "");
  host().emit("step", "knots", 3, 11, "", "");
  await settle();
  assert.deepEqual(events, []);
});

test("a translation that does not arrive leaves the quiz in its own language", async () => {
  serve();
  const { instance, element, host } = open({ lang: "es" });
  await instance.show();
  assert.equal(host().quiz, undefined);
  element.attributes.lang = "en";
  await instance.update();
  assert.deepEqual(app.calls, ["unmount"]);
});

test("of two languages in quick succession, only the last one is mounted", async () => {
  serve("es", "de");
  const { instance, element, host } = open();
  await instance.show();
  element.attributes.lang = "es";
  const first = instance.update();
  element.attributes.lang = "de";
  await Promise.all([first, instance.update()]);
  assert.equal(app.hosts.length, 2);
  assert.equal(new TextDecoder().decode(host().quiz), "de");
});

/** Shows a quiz in another language, and closes it before the translation has come. */
async function closesBeforeTheTranslation({ instance, element }, answer) {
  element.attributes.lang = "es";
  const shown = instance.show();
  instance.close();
  answer();
  await shown;
}

test("the facade is shown when a prepared quiz is closed before its translation has come", async () => {
  const answer = serveLate();
  const prepared = await prepare();
  const { root, facade } = prepared;
  await closesBeforeTheTranslation(prepared, answer);
  assert.equal(facade.hidden, false);
  assert.equal(root.querySelectorAll(".widget").length, 0);
  assert.equal(console.warn.mock.callCount(), 0, "nobody waits for the translation");
});

test("the facade is shown when a quiz is closed on the way back to it", async () => {
  const answer = serveLate();
  const opened = open();
  await opened.instance.show();
  opened.host().leave();
  await closesBeforeTheTranslation(opened, answer);
  assert.equal(opened.facade.hidden, false);
});

test("the facade is shown when a listener of focusout drops the quiz at another language", async () => {
  serve("es");
  const { instance, element, root, facade } = open();
  await instance.show();
  element.attributes.lang = "es";
  app.behavior.unmount = () => {
    app.behavior.unmount = () => {};
    instance.close();
  };
  await instance.update();
  assert.equal(facade.hidden, false);
  assert.equal(root.querySelectorAll(".widget").length, 0);
});

test("a quiz that was closed leaves the next one alone when its file does not arrive", async () => {
  const answer = serveLate();
  const first = open({ quiz: "gone.json" });
  const started = first.instance.show();
  first.instance.close();
  delete first.element.attributes.quiz;
  const next = app.open(first.element, {});
  await next.show();
  answer();
  await started;
  assert.equal(first.root.querySelectorAll(".widget").length, 1);
  assert.equal(first.facade.hidden, true);
  assert.deepEqual(first.failures, []);
});

test("a quiz that is closed while it is prepared fetches nothing more", async () => {
  const fetched = [];
  mock.method(globalThis, "fetch", async (url) => {
    fetched.push(url);
    return new Response("quiz");
  });
  const { instance, element } = open({ lang: "es" });
  const prepared = instance.prepare();
  element.attributes.lang = "de";
  instance.close();
  await prepared;
  assert.equal(fetched.length, 1, fetched.join());
});

test("spaces name no quiz", async () => {
  const { instance, host } = open({ quiz: " " });
  await instance.show();
  assert.equal(host().quiz, undefined, "the compiled-in quiz");
});

/** Sets a storage of the tab. */
function rememberTexts(text) {
  const texts = new Map(text ? [["which-cause ", text]] : []);
  globalThis.sessionStorage = {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => texts.set(key, text),
    removeItem: (key) => texts.delete(key),
  };
  return texts;
}

test("remember keeps the session in the tab, until the attribute is removed", async () => {
  const texts = rememberTexts("kept");
  const { instance, element, host } = open({ remember: "" });
  await instance.show();
  assert.equal(host().session, "kept");
  host().storeSession("more");
  assert.equal(texts.get("which-cause "), "more");
  delete element.attributes.remember;
  await instance.update();
  assert.equal(texts.size, 0);
  const restarted = open({ remember: "" }, "old");
  await restarted.instance.show(true);
  assert.equal(restarted.host().session, "");
});

test("after a panic the focus of a reader who was in the quiz is on Start", async () => {
  const [read, other] = [open(), open()];
  await read.instance.show();
  await other.instance.show();
  read.root.querySelector(".widget").hasFocus = true;
  read.host().onPanic("a bug");
  await settle();
  assert.equal(read.root.querySelector(".widget"), null);
  assert.deepEqual([read.button.hasFocus, other.button.hasFocus], [true, undefined]);
});

test("after a panic every quiz is closed, and those that are not to blame are restored", async () => {
  const shown = open();
  await shown.instance.show();
  const hidden = open();
  await hidden.instance.show();
  hidden.host().leave();
  const panicking = open();
  await panicking.instance.show();
  panicking.host().storeSession("answers");
  panicking.root.dispatchEvent(new Event("click"));
  panicking.host().onPanic("a bug");
  assert.equal(panicking.failures.length, 0, "the module is still on the stack");
  await settle();
  assert.deepEqual(panicking.failures, [{ message: "a bug", session: "answers", restore: "" }]);
  assert.deepEqual(shown.failures, [{ message: "a bug", session: "", restore: "now" }]);
  assert.deepEqual(hidden.failures, [{ message: "a bug", session: "", restore: "later" }]);
  assert.equal(isLost, true);
  assert.equal(shown.facade.hidden, false);
  shown.host().onPanic("another bug");
  await settle();
  assert.equal(panicking.failures.length, 1);
});

test("a quiz that is starting at another one's panic is not mounted in the lost module", async () => {
  const answer = serveLate();
  const panicking = open();
  await panicking.instance.show();
  const starting = open({ lang: "es" });
  const started = starting.instance.show();
  panicking.root.dispatchEvent(new Event("click"));
  panicking.host().onPanic("a bug");
  await settle();
  assert.deepEqual(starting.failures, [{ message: "a bug", session: "", restore: "now" }]);
  answer();
  await started;
  assert.equal(app.hosts.length, 1);
});

test("in a document without a window a quiz has no style, and starts", async () => {
  const { instance, root, failures } = open();
  root.ownerDocument = { defaultView: null };
  await instance.show();
  assert.deepEqual(failures, []);
  assert.equal(root.querySelectorAll(".widget").length, 1);
});
