/**
 * What stands between an element and the module once a reader wants the quiz: reads the element's attributes, keeps the
 * reader's way, and notices when the module dies. `tools/app.mjs` bundles it with the glue that wasm-bindgen makes,
 * into the one file that the loader fetches.
 */
import init, { mount } from "which-cause-glue";

/** Makes the module ready. */
export async function load(wasm) {
  await init({ module_or_path: wasm });
}

/** An address of the web, or one without a scheme. */
const address = /^(https?:|[^:]*([/?#]|$))/i;

/** What an attribute's value has to look like; another counts as absent. */
const fits = {
  quiz: address,
  course: address,
  region: /^[a-z]{2}$/i,
  lang: /^[a-z]{2,3}(-[a-z\d]{1,8})*$/i,
  theme: /^(auto|light|dark)$/,
  loading: /^(lazy|eager)$/,
  report: /^(steps|result)$/,
};

/** The values that have been warned of, by element. */
const warned = new WeakMap();

/** An attribute's value; one that is empty or does not fit counts as absent, and the page's owner is told once. */
function read(element, name) {
  const value = element.getAttribute(name);
  if (!value || !fits[name] || fits[name].test(value)) return value || undefined;
  const before = warned.get(element) ?? {};
  if (before[name] !== value) {
    console.warn(`<which-cause>: ${name}="${value}" counts as absent: it has to be like ${fits[name]}`);
  }
  warned.set(element, { ...before, [name]: value });
}

/** The language around an element, also from outside the shadow roots it is in. */
function language(element) {
  for (let at = element; at; at = at.parentNode ?? at.host) {
    const lang = at === element ? read(element, "lang") : at.lang;
    if (lang) return lang;
  }
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
 * `from` is what the element says of its quiz; `file` is the response from there, or why there is none, or nothing for the
 * quiz that is compiled in;
 * `memory` is the reader's way to take up again; `again` says to start anew whatever the tab remembers; `leave` shows the
 * author's own words again, and `fail` does so because of an error.
 */
export async function open(element, { from: named, file, memory, again, leave, fail }) {
  for (const name in fits) read(element, name);
  const from = read(element, "quiz");
  if (from && !file.ok) throw new Error(`${from}: ${file.status ?? file.message}`);
  const quiz = from && (await file.text());
  if (!element.isConnected || element.quiz !== named) return;

  const root = element.shadowRoot;
  const key = "which-cause " + (from ? new URL(from, document.baseURI) : "");
  if (again) store(key);
  const remember = () => element.hasAttribute("remember");
  let remembers = remember();
  // While the quiz was on its way, the reader may have gone elsewhere.
  const focus = element.getRootNode().activeElement;
  const attentive = !focus || focus === element || focus === document.body;
  let handle;
  const act = () => (acting = instance);
  const shown = (is) => (root.querySelector(".widget").hidden = !is);
  const gone = () => {
    handle = undefined;
    for (const name of acts) root.removeEventListener(name, act, true);
    if (acting === instance) acting = undefined;
    root.querySelector(".widget")?.remove();
  };

  const instance = {
    /** Brings the reader back to where they are, or to the start. */
    recall(again) {
      act();
      shown(true);
      handle.recall(!!again);
    },
    /** An attribute is another. */
    changed() {
      for (const name in fits) read(element, name);
      if (remember()) store(key, memory);
      else if (remembers) store(key);
      remembers = remember();
      handle.changed();
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
  act();
  for (const name of acts) root.addEventListener(name, act, true);
  try {
    handle = mount(root, {
      quiz,
      memory: memory || (remember() && !again ? stored(key) : ""),
      attentive,
      get: (name) => read(element, name),
      lang: () => language(element),
      keep(text) {
        memory = text;
        if (remember()) store(key, text);
      },
      emit: (name, detail) =>
        element.dispatchEvent(
          new CustomEvent("which-cause-" + name, { bubbles: true, composed: true, detail }),
        ),
      leave() {
        shown(false);
        leave();
      },
      died,
    });
  } catch (error) {
    gone();
    throw error;
  }
  return instance;
}
