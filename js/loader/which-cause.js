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
      const it = await Promise.race([
        import(file("which-cause-app.js", again)),
        new Promise((_, fail) => setTimeout(fail, 2e4, Error("no answer in 20 s"))),
      ]);
      it.load(wasm, lost);
      return it;
    } catch (error) {
      lost();
      throw error;
    }
  })());
}

/** Watches for elements that come near the window, and fetches the app when the page is idle then. */
let near;
const idle = globalThis.requestIdleCallback ?? setTimeout;
/** Not for a reader who saves data. */
const early = () => navigator.connection?.saveData || load().then((it) => it.ahead()).catch(() => {});

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

  /** Moved into another document, which takes style sheets of its own alone, the element gives it some. */
  adoptedCallback() {
    const root = this.shadowRoot;
    if (!root) return;
    const sheet = new this.ownerDocument.defaultView.CSSStyleSheet();
    sheet.replaceSync(facadeCss);
    root.adoptedStyleSheets = [sheet];
    this.#quiz?.dress();
  }

  attributeChangedCallback(name) {
    // Another text under a pointer that is pressing would take the click away.
    if (name === "start-label" && this.#facade) this.#start.textContent = this.startLabel || "Start";
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
    const root = this.attachShadow({ mode: "open" });
    this.adoptedCallback();
    this.#start = make("button", { type: "button", class: "primary", part: "start" }, this.startLabel || "Start");
    // A key that presses the button is no shortcut of the page.
    const start = this.#start;
    start.onkeydown = start.onkeypress = start.onkeyup = (event) => {
      if (/^( |Enter)$/.test(event.key)) event.stopPropagation();
    };
    start.onclick = this.start;
    this.#message = make("p", { class: "message", "aria-live": "polite" });
    this.#facade = make(
      "div",
      { class: "frame" },
      make("div", { class: "facade", part: "base" }, make("slot"), this.#message, this.#start),
    );
    for (const sign of ["pointerover", "focusin"]) this.#facade.addEventListener(sign, early, { once: true });
    root.append(this.#facade);
  }

  /** Starts the quiz, or brings the reader back to it. Like `restart` it can be handed to whatever calls it, with an event or without. */
  start = () => this.#open();

  /** Starts the quiz again, with nothing answered. */
  restart = () => this.#open(1);

  /** Opens the quiz: `again` from its start, `quietly` without a word to the page, and with the reader left where they are. */
  async #open(again, quietly) {
    if (!this.#facade) this.#show();
    if (this.#start.ariaBusy) return;
    this.#start.ariaBusy = true;
    this.#say("");
    this.#facade.className = "frame";
    const slow = setTimeout(() => this.#say(this.busyLabel || "Starting…"), 300);
    let failure;
    try {
      // What is around the element changes without a word.
      await this.#quiz?.changed();
      if (this.#quiz) this.#quiz.recall(again);
      else {
        const it = await load();
        const quiz = (this.#quiz = it.open(this, {
          memory: this.#memory,
          again,
          quietly,
          fail: this.#fail,
        }));
        if (!(await quiz.stands)) this.#drop();
        this.#memory = undefined;
      }
      this.#say("");
    } catch (error) {
      failure = error;
    }
    clearTimeout(slow);
    this.#start.ariaBusy = null;
    // A way that leads into a panic is not taken twice.
    if (failure) this.#fail(failure, failure.name === "RuntimeError" ? undefined : this.#memory);
  }

  /** The author's words again, and why. Where the module died of another quiz, this one is restored `now` or `later`. */
  #fail = (error, memory, restore) => {
    this.#drop();
    this.#memory = memory;
    if (restore) return restore > "m" && this.#open(0, 1);
    this.#facade.className = "frame failed";
    this.#say(this.failedLabel || "The quiz could not start. Please try again.");
    console.error("which-cause:", error);
    this.dispatchEvent(
      new CustomEvent("which-cause-error", { bubbles: true, composed: true, detail: { reason: error.message } }),
    );
  };

  #say(text) {
    this.#message.textContent = text;
  }

  /** Drops the quiz, as far as one is there. */
  #drop() {
    this.#quiz?.close();
    this.#quiz = this.#memory = undefined;
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
