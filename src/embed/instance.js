/**
 * What stands between an element and the module once a reader wants the quiz: puts it up in the language around it, keeps
 * the reader's way, and notices when the module dies. `tools/app.mjs` bundles it with the glue that wasm-bindgen makes,
 * into the one file that the loader fetches.
 *
 * It is one piece: mounting, closing, another language and a panic all change the same state of one quiz.
 */
import css from "../../style/widget";
import init, { mount, prepare } from "which-cause-glue";
import { fits, read, warn } from "./attributes.js";
import { number, plural } from "./counting.js";
import { course } from "./course.js";
import { arriving } from "./fetching.js";
import { focus, moveCaret, texts as textsIn } from "./focus.js";
import { suit } from "./ground.js";
import { keepKeys } from "./keys.js";
import { followLinks } from "./links.js";
import { warnOfMistakes } from "./mistakes.js";
import * as reader from "./reader.js";
import { nameOf, regions } from "./region.js";
import { about, copy, print } from "./sheet.js";
import { dropStrayClicks, screenChanged } from "./stray-clicks.js";
import * as texts from "./texts.js";
import { sheet } from "./style.js";
import { stay } from "./turn.js";

const { addresses, forget, named, quiz: quizAt } = texts;

/** What draws pictures, once it is here. Nothing waits for it. */
let pictures;
const drawing = () =>
  import("./which-cause-pictures.js").then(
    (it) => (pictures = it),
    ({ message }) => warn(`no pictures: ${message}`),
  );
let coming;
const withPictures = (use) => (pictures ? use(pictures) : (coming ??= drawing()).then((it) => it && use(it)));

/** Gives a shadow root the widget's style sheet. */
const dress = sheet(css);

/** Fetches what goes with the app, as far as the page's elements will want it. */
export function ahead() {
  for (const element of document.querySelectorAll("which-cause")) warnOfMistakes(element);
  texts.ahead();
  withPictures((it) => it.ahead());
  // What a press of Start would wait for, one thing at a time whenever the page has nothing to do.
  const works = [prepare, () => dress(), () => plural(document.documentElement.lang || "en", 1)];
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  const next = () => {
    works.shift()();
    if (works.length) idle(next);
  };
  ready.then(() => idle(next)).catch(() => {});
}

/** The module, once it is ready. */
let ready;

/** Has the loader fetch another module. */
let lost;

/** Makes the module ready. `onLost` is called where it does not arrive, and once it has died. */
export function load(wasm, onLost) {
  lost = onLost;
  ready = init({ module_or_path: arriving(wasm) });
  ready.catch(lost);
}

/** What the tab remembers under a key; a browser or a page may forbid it. */
function stored(key) {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
function store(key, text) {
  try {
    text ? sessionStorage.setItem(key, text) : sessionStorage.removeItem(key);
  } catch {}
}

/** The instances that stand in the module. */
const standing = new Set();

/** The instance that the module was last called for: if the module panics, it is for that one. */
let acting;

let isDead = false;

/** What happens when the module panics. No quiz goes on in it: a module that has trapped may be in any state. */
const died = (message) => {
  // What is left of a dead module may panic again.
  if (isDead) return;
  isDead = true;
  const culprit = acting;
  // The module is in the middle of it still.
  queueMicrotask(() => {
    lost();
    for (const instance of [...standing]) instance.die(message, instance === culprit);
  });
};

/** What a reader does in a shadow root, as far as the module hears of it. */
const acts = ["click", "change"];

/** Whether the reader may be moved to an element: not where they have gone to another control, in whichever tree that is. */
function isAttended(element) {
  for (let at = element; at; at = at.getRootNode().host) {
    const active = at.getRootNode().activeElement;
    if (active && active !== at && active !== at.ownerDocument.body) return false;
  }
  return true;
}

/**
 * Opens a quiz in an element's shadow root. The instance is there at once, so that it can be closed before the quiz stands; `stands` is
 * fulfilled when that has been settled, with whether the quiz stands, and is rejected where it cannot.
 *
 * `memory` is the reader's way to take up again; `again` says to start anew whatever the tab remembers; `quietly` neither moves the reader
 * nor tells the page; `fail` shows the author's own words again because of an error, or has the quiz restored.
 */
export function open(element, { memory, again, quietly, fail }) {
  const root = element.shadowRoot;
  const [facade, startButton] = [".frame", ".primary"].map((it) => root.querySelector(it));
  let handle;
  /** What the quiz that is up stands in. */
  let widget;
  /** Whether the author's words are shown in the quiz's place. */
  let hidden = false;
  let closed = false;
  /** Where the text is that the element wanted when the quiz was put up. */
  let wanted;
  /** Counts the times that another may have been wanted. */
  let turn = 0;
  /** Whether what the module has to tell has been told before. */
  let told = false;

  const remember = () => element.hasAttribute("remember");
  let remembers = remember();
  let key;
  const act = () => (acting = instance);
  const show = (is) => {
    widget.hidden = hidden = !is;
    facade.hidden = is;
    screenChanged(root);
  };
  for (const name of acts) root.addEventListener(name, act, true);
  const watches = [dropStrayClicks(root), keepKeys(root), followLinks(element, () => handle && !hidden)];
  const gone = () => {
    handle = undefined;
    closed = true;
    standing.delete(instance);
    for (const end of watches) end();
    for (const name of acts) root.removeEventListener(name, act, true);
    if (acting === instance) acting = undefined;
    for (const it of root.querySelectorAll(".widget")) it.remove();
    facade.hidden = false;
  };

  /**
   * Dispatches an event once the loader knows how the start has ended, and with no module on the stack: a listener may do anything. What a
   * listener has taken away has no more events.
   */
  const dispatch = (name, detail) =>
    instance.stands.then(
      () =>
        closed ||
        !element.isConnected ||
        element.dispatchEvent(new CustomEvent("which-cause-" + name, { bubbles: true, composed: true, detail })),
    );

  /** Puts a quiz up that came `from` somewhere, in place of the one that stands, with the reader where they are. */
  function put(quiz, from) {
    const [old, oldWidget] = [handle, widget];
    act();
    // What goes only after the first screen has come into view would take it out again, where the browser does not anchor it.
    if (!hidden) facade.hidden = true;
    // While the quiz was on its way, the reader may have gone elsewhere. One who is in it already stays in it.
    const attentive = old ? !!root.querySelector(".widget:focus-within") : !quietly && isAttended(element);
    let draw;
    dress(root);
    const next = document.createElement("div");
    next.className = "widget";
    root.append(next);
    const options = {
      quiz,
      memory,
      attentive,
      get: (name) => read(element, name),
      regions(known) {
        const { reader = "", owner = "" } = regions(element, known.split(" "));
        return `${reader} ${owner}`;
      },
      country: nameOf,
      course(quizsOwn) {
        const named = read(element, "course");
        const address = course(named, quizsOwn);
        if (named && !address) warn("`course` is no web address: there is no link to the course");
        return address;
      },
      reports: () => read(element, "report") === "result",
      number,
      plural,
      drawings: (address) => withPictures((it) => (draw = it.drawings(root, address, from, reader.drawings))),
      picture: (name) => draw?.(name),
      focus(heading) {
        screenChanged(root);
        focus(heading);
      },
      keep(text) {
        memory = text;
        if (remember()) store(key, text);
      },
      emit(name, quiz, step, of, verdict, shown) {
        // A quiz that is put up anew tells of its start, and then where the reader is.
        if (told) return (told = name === "start");
        const detail = { quiz };
        if (of) Object.assign(detail, { step, of });
        if (verdict) Object.assign(detail, { verdict, shown: shown.split(" ").filter(Boolean) });
        dispatch(name, detail);
      },
      about,
      print: (lines, lang, dir) => print(root, lines, lang, dir).then((worked) => worked || handle?.not_printed()),
      copy: (text) => copy(root, text).then((worked) => handle?.copied(worked)),
      leave() {
        moveCaret(textsIn(element).nextNode());
        show(false);
        startButton.focus();
      },
      died,
    };
    try {
      handle = mount(next.appendChild(document.createElement("div")), options);
    } catch (error) {
      next.remove();
      throw error;
    }
    standing.add(instance);
    told = !!old || !!quietly;
    old?.unmount();
    oldWidget?.remove();
    if (!old) watches.push(stay(root));
    widget = next;
    suit(widget, element);
    show(!hidden);
  }

  /** Puts the quiz up in the language around it or, where that is not to be had, in its own. Says whether the quiz stands. */
  async function stand() {
    const mine = ++turn;
    const all = addresses(element);
    [wanted] = all;
    // It is on its way while the module still is.
    const first = quizAt(wanted);
    first?.catch(() => {});
    await ready;
    for (const address of all) {
      try {
        const found = await (address === wanted ? first : quizAt(address));
        if (closed || mine !== turn || !element.isConnected) return !!handle;
        // The language around the element may have changed on the way.
        if (addresses(element)[0] !== wanted) return stand();
        put(found?.quiz, found?.url);
        return true;
      } catch (error) {
        forget(address);
        if (address === all.at(-1) || error.name === "RuntimeError") throw error;
        warn(`the quiz is in its own language, without ${address}: ${error.message}`);
      }
    }
  }

  /** Puts the quiz up for the first time. */
  async function begin() {
    try {
      warnOfMistakes(element);
      for (const name in fits) read(element, name);
      key = "which-cause " + (named(element) ?? "");
      if (again) {
        store(key);
        memory = "";
      }
      memory ||= remember() ? stored(key) : "";
      return await stand();
    } catch (error) {
      gone();
      throw error;
    }
  }

  const instance = {
    /** Brings the reader back to where they are, or to the start. */
    recall(again) {
      act();
      show(true);
      if (again) told = false;
      handle?.recall(!!again);
    },
    /** An attribute is another, or what is around the element may be. */
    async changed() {
      // What is not up yet reads everything when it is put up.
      if (!handle) return;
      for (const name in fits) read(element, name);
      if (remember()) store(key, memory);
      else if (remembers) store(key);
      remembers = remember();
      try {
        if (addresses(element)[0] !== wanted) return void (await stand());
        suit(widget, element);
        act();
        handle.changed();
      } catch (error) {
        // The quiz stays in the language that it is in; of a panic it hears otherwise.
        warn(`the quiz stays as it is: ${error.message}`);
      }
    },
    /** Gives the shadow root its style sheets, which it loses where the element is moved into another document. */
    dress() {
      dress(root);
      pictures?.dress(root);
    },
    /** Takes the quiz away. */
    close() {
      try {
        handle?.unmount();
      } catch {
        // It is gone with the module that it was in.
      }
      gone();
    },
    /** Goes with the module. One that is not to blame is restored in another module: at once, or at the next start if it is hidden. */
    die(message, isToBlame) {
      gone();
      const error = new Error(message);
      error.name = "RuntimeError";
      fail(error, memory, isToBlame ? "" : hidden ? "later" : "now");
    },
  };
  instance.stands = begin();
  return instance;
}
