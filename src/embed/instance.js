/**
 * What stands between an element and the module once a reader wants the quiz: puts it up in the language around it, keeps
 * the reader's way, and notices when the module dies. `tools/app.mjs` bundles it with the glue that wasm-bindgen makes,
 * into the one file that the loader fetches.
 */
import css from "../../style/widget";
import init, { mount, prepare } from "which-cause-glue";
import { fits, read, warn } from "./attributes.js";
import { number, plural } from "./counting.js";
import { course } from "./course.js";
import { focus, moveCaret, texts as textsIn } from "./focus.js";
import { suit } from "./ground.js";
import * as reader from "./reader.js";
import { nameOf, regions } from "./region.js";
import { about, copy, print } from "./sheet.js";
import * as texts from "./texts.js";
import { sheet } from "./style.js";
import { stay } from "./turn.js";

const { addresses, forget, quiz: quizAt } = texts;

/** What draws pictures, once it is here. Nothing waits for it. */
let pictures;
const drawing = () =>
  import("./which-cause-pictures.js").then(
    (it) => (pictures = it),
    ({ message }) => warn(`no pictures: ${message}`),
  );
let coming;
const withPictures = (use) => (pictures ? use(pictures) : (coming ??= drawing()).then((it) => it && use(it)));

/** Has a shadow root take the widget's style sheet. */
const adopt = sheet(css);

/** Fetches what goes with the app, as far as the page's elements will want it. */
export function ahead() {
  texts.ahead();
  withPictures((it) => it.ahead());
  // What a press of Start would wait for, one thing at a time whenever the page has nothing to do.
  const works = [prepare, () => adopt(), () => plural(document.documentElement.lang || "en", 1)];
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  const next = () => {
    works.shift()();
    if (works.length) idle(next);
  };
  ready.then(() => idle(next)).catch(() => {});
}

/** The module, once it is ready. */
let ready;

/** Makes the module ready. */
export const load = (wasm) => (ready = init({ module_or_path: wasm }));

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

/** The instance in which a reader acted last: if the module panics, it is there. */
let acting;
const died = (message) => {
  const instance = acting;
  // The module is in the middle of it still.
  queueMicrotask(() => instance?.die(message));
};

/** What a reader does in a shadow root, as far as the module hears of it. */
const acts = ["click", "change"];

/**
 * Opens a quiz in an element's shadow root; nothing where the element has gone elsewhere meanwhile.
 *
 * `memory` is the reader's way to take up again; `again` says to start anew whatever the tab remembers; `leave` shows the
 * author's own words again, and `fail` does so because of an error.
 */
export async function open(element, { memory, again, leave, fail }) {
  const named = element.quiz;
  const root = element.shadowRoot;
  let handle;
  /** What the quiz that is up stands in. */
  let standing;
  /** Whether the author's words are shown in the quiz's place. */
  let hidden = false;
  /** Where the text is that the element wanted when the quiz was put up. */
  let wanted;
  /** Counts the times that another may have been wanted. */
  let turn = 0;
  /** Whether what the module has to tell has been told before. */
  let told = false;
  /** Ends what keeps the focus in view. */
  let leaveAlone;

  for (const name in fits) read(element, name);
  const from = read(element, "quiz");
  const key = "which-cause " + (from ? new URL(from, document.baseURI) : "");
  if (again) store(key);
  const remember = () => element.hasAttribute("remember");
  let remembers = remember();
  const act = () => (acting = instance);
  const show = (is) => (root.querySelector(".widget").hidden = hidden = !is);
  const gone = () => {
    handle = undefined;
    leaveAlone?.();
    for (const name of acts) root.removeEventListener(name, act, true);
    if (acting === instance) acting = undefined;
    for (const widget of root.querySelectorAll(".widget")) widget.remove();
  };

  /** Puts a quiz up that came `from` somewhere, in place of the one that stands, with the reader where they are. */
  function put(quiz, from) {
    const old = handle;
    act();
    for (const name of acts) root.addEventListener(name, act, true);
    // What goes only after the first screen has come into view would take it out again, where the browser does not anchor it.
    if (!hidden) root.querySelector(".frame").hidden = true;
    // While the quiz was on its way, the reader may have gone elsewhere. One who is in it already stays in it.
    const active = element.getRootNode().activeElement;
    const attentive = old
      ? !!root.querySelector(".widget:focus-within")
      : !active || active === element || active === document.body;
    let draw;
    adopt(root);
    const widget = document.createElement("div");
    widget.className = "widget";
    root.append(widget);
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
      focus,
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
        element.dispatchEvent(new CustomEvent("which-cause-" + name, { bubbles: true, composed: true, detail }));
      },
      about,
      print: (lines, lang, dir) => print(root, lines, lang, dir),
      copy: (text) => copy(root, text).then((worked) => handle?.copied(worked)),
      leave() {
        moveCaret(textsIn(element).nextNode());
        show(false);
        leave();
      },
      died,
    };
    try {
      handle = mount(widget, options);
    } catch (error) {
      widget.remove();
      throw error;
    }
    told = !!old;
    old?.unmount();
    standing?.remove();
    standing = widget;
    leaveAlone ??= stay(root);
    suit(widget, element);
    show(!hidden);
  }

  /** Puts the quiz up in the language around it or, where that is not to be had, in its own, unless it is `over`. */
  async function stand(over) {
    const all = addresses(element);
    [wanted] = all;
    // It is on its way while the module still is.
    const first = quizAt(wanted);
    first?.catch(() => {});
    await ready;
    for (const address of all) {
      try {
        const quiz = await (address === wanted ? first : quizAt(address));
        if (!over()) put(quiz, address);
        return;
      } catch (error) {
        forget(address);
        if (address === all.at(-1) || error.name === "RuntimeError") throw error;
        warn(`the quiz is in its own language, without ${address}: ${error.message}`);
      }
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
      for (const name in fits) read(element, name);
      if (remember()) store(key, memory);
      else if (remembers) store(key);
      remembers = remember();
      const mine = ++turn;
      if (addresses(element)[0] === wanted) {
        if (handle) suit(root.querySelector(".widget"), element);
        return handle?.changed();
      }
      try {
        await stand(() => mine !== turn || !handle);
      } catch (error) {
        // The quiz stays in the language that it is in; of a panic it hears otherwise.
        warn(`the quiz stays as it is: ${error.message}`);
      }
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
    /** Goes with the module. */
    die(message) {
      if (!handle) return;
      gone();
      const error = new Error(message);
      error.name = "RuntimeError";
      fail(error, memory);
    },
  };
  memory ||= remember() && !again ? stored(key) : "";
  try {
    await stand(() => !element.isConnected || element.quiz !== named);
  } catch (error) {
    gone();
    throw error;
  }
  return handle && instance;
}
