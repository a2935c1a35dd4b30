/**
 * The loader: defines <which-cause>. Until a reader wants the quiz it shows the author's own words, which stay
 * whatever fails, and a Start button under them. The app comes when the element comes near, or at a press.
 *
 * It is JavaScript because a custom element has to be a JavaScript class, and small because it is all that
 * stands between a reader and the article. `tools/loader.mjs` puts in the facade's style sheet and the name of the app's
 * folder, and minifies it.
 */
import facadeCss from "../../style/facade.css";

/** One of the app's files, in the folder beside this one that is named after what is in it. */
const file = (name, again) => new URL(FOLDER + name + (again ? "?" + again : ""), import.meta.url).href;

/** The app, one for the page: `instance.js` and the module behind it. */
let app;
let tries = 0;

/** Fetches the app once; after a failure, the next call tries again. Its JavaScript waits for the module itself. */
function load() {
  return (app ??= (async () => {
    const lost = () => (app = undefined);
    try {
      // A browser may remember that a module failed to load, but not under another address.
      const again = tries++ && tries;
      // The module is on its way while the JavaScript is still being read.
      const wasm = fetch(file("which-cause-app_bg.wasm", again));
      wasm.catch(() => {});
      const it = await import(file("which-cause-app.js", again));
      it.load(wasm).catch(lost);
      return it;
    } catch (error) {
      lost();
      throw error;
    }
  })());
}

/** The facade's style sheet, one for the page. */
let sheet;

/** Watches for elements that come near the window, and fetches the app when the page is idle then. */
let near;
const idle = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 200));
const early = () => load().then((it) => it.ahead()).catch(() => {});

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  element.append(...children);
  return element;
}

/** Attributes that are properties as well, by the names of those; `lang` is one on every element. */
const properties = {};
for (const name of "quiz translations course region theme loading report remember start-label busy-label failed-label".split(" ")) {
  properties[name.replace("-l", "L")] = name;
}

class WhichCause extends HTMLElement {
  #facade;
  #start;
  #message;
  #quiz;
  #busy;
  /** The reader's way so far, for a new app to take up where one that died left off. */
  #memory;

  static observedAttributes = ["lang", ...Object.values(properties)];

  connectedCallback() {
    if (!this.#facade) this.#show();
    if (this.loading === "eager") early();
    else {
      near ??= new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && (near.disconnect(), idle(early)),
        { rootMargin: "50%" },
      );
      if (!app) near.observe(this);
    }
  }

  /** Moved in the page, an element is taken out and put in again at once; only what stays out is dropped. */
  disconnectedCallback() {
    near?.unobserve(this);
    queueMicrotask(() => this.isConnected || this.#drop());
  }

  attributeChangedCallback(name) {
    if (this.#facade) this.#start.textContent = this.startLabel || "Start";
    if (name === "quiz") this.#drop();
    else this.#quiz?.changed();
  }

  /** Shows the author's own words with a Start button under them. */
  #show() {
    for (const name in properties) {
      // Set before the element was one of ours, it hides what is set from now on.
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(facadeCss);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    this.#start = make("button", { type: "button", class: "primary", part: "start" }, this.startLabel || "Start");
    this.#start.onclick = () => this.start();
    this.#message = make("p", { class: "message", "aria-live": "polite" });
    this.#facade = make(
      "div",
      { class: "frame" },
      make("div", { class: "facade", part: "base" }, make("slot"), this.#message, this.#start),
    );
    for (const sign of ["pointerover", "focusin", "touchstart"]) {
      this.#facade.addEventListener(sign, early, { once: true, passive: true });
    }
    root.append(this.#facade);
  }

  /** Starts the quiz again, with nothing answered. */
  restart() {
    return this.start(1);
  }

  /** Starts the quiz, or brings the reader back to it. */
  async start(again) {
    if (!this.#facade) this.#show();
    if (this.#busy) return;
    this.#busy = 1;
    this.#start.setAttribute("aria-busy", "true");
    this.#say("");
    this.#facade.className = "frame";
    const slow = setTimeout(() => this.#say(this.busyLabel || "Starting…"), 300);
    try {
      // What is around the element changes without a word.
      await this.#quiz?.changed();
      if (this.#quiz) this.#quiz.recall(again);
      else {
        const it = await load();
        this.#quiz = await it.open(this, {
          memory: again ? "" : this.#memory,
          again,
          leave: () => this.#leave(),
          fail: (error, memory) => this.#fail(error, memory),
        });
        this.#memory = undefined;
      }
      this.#facade.hidden = !!this.#quiz;
      this.#say("");
    } catch (error) {
      // A way that leads into a panic is not taken twice.
      this.#fail(error, error.name === "RuntimeError" ? undefined : this.#memory);
    } finally {
      clearTimeout(slow);
      this.#busy = 0;
      this.#start.removeAttribute("aria-busy");
    }
  }

  /** The author's words again, why, and a new app at the next start if this one died. */
  #fail(error, memory) {
    if (error.name === "RuntimeError") app = undefined;
    this.#drop();
    this.#memory = memory;
    this.#facade.className = "frame failed";
    this.#say(this.failedLabel || "The quiz could not start. Please try again.");
    console.error("which-cause:", error);
    this.dispatchEvent(
      new CustomEvent("which-cause-error", { bubbles: true, composed: true, detail: { reason: error.message } }),
    );
  }

  #say(text) {
    this.#message.textContent = text;
  }

  /** Back from the quiz's first screen: the author's words again, with the reader on the Start button. */
  #leave() {
    this.#facade.hidden = false;
    this.#start.focus();
  }

  /** Drops the quiz, as far as one is there. */
  #drop() {
    this.#quiz?.close();
    this.#quiz = this.#memory = undefined;
    if (this.#facade) this.#facade.hidden = false;
  }
}

for (const name in properties) {
  const attribute = properties[name];
  Object.defineProperty(WhichCause.prototype, name, {
    get() {
      const value = this.getAttribute(attribute);
      return name === "remember" ? value !== null : value ?? "";
    },
    set(value) {
      value == null || value === false ? this.removeAttribute(attribute) : this.setAttribute(attribute, value === true ? "" : value);
    },
  });
}

if (!customElements.get("which-cause")) customElements.define("which-cause", WhichCause);
