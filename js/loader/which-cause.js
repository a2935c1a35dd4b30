/**
 * The loader: defines <which-cause>. It shows the author's own words with a Start button under them. It fetches the app when the
 * element comes near the window, or when the reader presses Start. If anything fails, the author's words stay or come back.
 *
 * It is JavaScript because a custom element must be a JavaScript class. It is small because every reader of the article loads it.
 * The build puts in the facade's style sheet and the name of the app's folder, and minifies it.
 */
import facadeCss from "../../style/facade.css";

/** @typedef {typeof import("../app/app.js")} App */
/** @typedef {import("../app/app.js").Instance} Instance */

/**
 * @param {string} name
 * @param {number} attempt
 */
const fileUrl = (name, attempt) => new URL(FOLDER + name + (attempt ? "?" + attempt : ""), import.meta.url).href;

/** The app, which all elements of the page share. @type {Promise<App> | undefined} */
let app;
let attempts = 0;

/** Called when the app does not arrive, and when its module is lost. */
const onLost = () => (app = undefined);

/** Fetches the app. */
async function fetchApp() {
  // A browser may remember that a module failed to load. It does not under another address.
  const attempt = attempts++ && attempts;
  // The WebAssembly is on its way while the browser still reads the JavaScript.
  const wasm = fetch(fileUrl("which-cause-app_bg.wasm", attempt));
  wasm.catch(() => {});
  /** @type {App} */
  const loaded = await Promise.race([
    import(fileUrl("which-cause-app.js", attempt)),
    new Promise((_, reject) => setTimeout(reject, 2e4, Error("no answer in 20 s"))),
  ]);
  loaded.load(wasm, onLost);
  return loaded;
}

/** The app, which is fetched once. After a failure the next call tries again. */
function loadApp() {
  if (!app) (app = fetchApp()).catch(onLost);
  return app;
}

/** Prepares a quiz when its element comes near the window and the page is idle. @type {IntersectionObserver | undefined} */
let observer;

/**
 * @param {string} name
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 */
function createElement(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  element.append(...children);
  return element;
}

/** The attributes that have a property, by the property's name. (`lang` is a property of every element.) @type {Record<string, string>} */
const attributes = {};
const attributeNames =
  "course quiz translations region theme loading report remember start-label busy-label failed-label"
    .split(" ")
    .map((name) => (attributes[name.replace("-l", "L")] = name));

/** @typedef {Record<"loading" | "startLabel" | "busyLabel" | "failedLabel", string>} Properties */

class WhichCause extends /** @type {new () => HTMLElement & Properties} */ (HTMLElement) {
  #message = createElement("p", { class: "message", "aria-live": "polite" });
  #startButton = createElement("button", { class: "primary", part: "start", type: "button" }, "Start");
  /** The box of the author's words, the message and the Start button. */
  #facade = createElement(
    "div",
    { class: "frame" },
    createElement("div", { class: "facade", part: "base" }, createElement("slot"), this.#message, this.#startButton),
  );
  /** @type {Instance | undefined} */
  #instance;
  /** The reader's session, kept from an app that has panicked. @type {string | undefined} */
  #session;
  /** Stands for the start that is under way. @type {object | null | undefined} */
  #start;

  static observedAttributes = ["lang", ...attributeNames];

  constructor() {
    super();
    const button = this.#startButton;
    // The page's shortcuts do not see the keys that press the button.
    button.onkeydown =
      button.onkeypress =
      button.onkeyup =
        (event) => {
          if (/^( |Enter)$/.test(event.key)) event.stopPropagation();
        };
    button.onclick = this.start;
    for (const name of ["pointerover", "focusin"]) this.#facade.addEventListener(name, this.#prepare, { once: true });
    this.attachShadow({ mode: "open" }).append(this.#facade);
    this.adoptedCallback();
  }

  connectedCallback() {
    const properties = /** @type {any} */ (this);
    for (const name in attributes) {
      // A property that was set before the element was defined hides the accessor.
      if (Object.hasOwn(properties, name)) {
        const value = properties[name];
        delete properties[name];
        properties[name] = value;
      }
    }
    if (this.loading === "eager") this.#prepare();
    else {
      observer ??= new IntersectionObserver(
        (entries, self) => {
          for (const { isIntersecting, target } of entries)
            if (isIntersecting) {
              self.unobserve(target);
              (window.requestIdleCallback ?? setTimeout)(/** @type {WhichCause} */ (target).#prepare);
            }
        },
        { rootMargin: "50%" },
      );
      observer.observe(this);
    }
  }

  /**
   * An element that is moved in the page is removed and inserted in one task, also by libraries that wait for promises in between. Only
   * one that stays out drops its quiz.
   */
  disconnectedCallback() {
    setTimeout(() => this.isConnected || this.#drop());
  }

  /** In another document the element needs style sheets that were made there. */
  adoptedCallback() {
    const view = this.ownerDocument.defaultView;
    // The document of a template has no window, and shows nothing.
    if (!view) return;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(facadeCss);
    /** @type {ShadowRoot} */ (this.shadowRoot).adoptedStyleSheets = [sheet];
    this.#instance?.adoptStyles();
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    // Only a new label replaces the text: another text under a pressed pointer would take the click away.
    if (name === "start-label") this.#startButton.textContent = this.startLabel || "Start";
    if (name === "quiz") this.#drop();
    else this.#instance?.update();
  }

  /**
   * The element's quiz. A new one is opened, and nobody sees it yet, if there is none.
   *
   * @param {App} loaded
   */
  #quizIn(loaded) {
    return (this.#instance ??= loaded.open(this, { session: this.#session, onFailure: this.#fail }));
  }

  /** Gets everything ready before the reader presses Start, unless the reader saves data. */
  #prepare = () =>
    navigator.connection?.saveData ||
    loadApp()
      .then((loaded) => {
        // The element may have been removed while the app was on its way.
        if (this.isConnected) this.#quizIn(loaded).prepare();
      })
      .catch(() => {});

  /** Starts the quiz, or brings the reader back to it. Like `restart`, it can be used as a listener. */
  start = () => this.#open();

  /** Starts the quiz with nothing answered. */
  restart = () => this.#open(1);

  /**
   * Opens the quiz.
   *
   * @param {unknown} [restart] Whether to start with nothing answered.
   * @param {unknown} [quiet] Whether to leave the focus where it is and to dispatch no events.
   */
  async #open(restart, quiet) {
    if (this.#start || !this.isConnected) return;
    // A button of the page may have started the quiz. The quiz takes the focus, and comes into view, only if Start has the focus.
    if (!quiet) this.#startButton.focus();
    this.#startButton.ariaBusy = "true";
    this.#showMessage("");
    // If the quiz is dropped, this start has ended, and there may be another one.
    const start = (this.#start = {});
    setTimeout(() => start === this.#start && this.#showMessage(this.busyLabel || "Starting…"), 300);
    try {
      const loaded = await loadApp();
      if (start === this.#start) await this.#quizIn(loaded).show(restart, quiet);
      if (start === this.#start) this.#endStart();
    } catch (error) {
      if (start === this.#start) this.#fail(/** @type {Error} */ (error), this.#session);
    }
  }

  /**
   * Shows the author's words again, with the reason. After a panic of another quiz, this one is restored `now` or `later`.
   *
   * @param {Error} error
   * @param {string} [session]
   * @param {string} [restore]
   */
  #fail = (error, session, restore) => {
    // If the preparation of a quiz fails during its start, the start begins again.
    const isStarting = this.#start;
    this.#drop();
    this.#session = session;
    if (restore) return (isStarting || restore === "now") && this.#open(0, !isStarting);
    this.#showMessage(this.failedLabel || "The quiz could not start. Please try again.", "frame failed");
    console.error("which-cause:", error);
    this.dispatchEvent(
      new CustomEvent("which-cause-error", { bubbles: true, composed: true, detail: { reason: error.message } }),
    );
  };

  /**
   * @param {string} text
   * @param {string} [className] The facade's classes.
   */
  #showMessage(text, className = "frame") {
    this.#facade.className = className;
    this.#message.textContent = text;
  }

  /** Removes the quiz. A start that is under way ends. */
  #drop() {
    this.#instance?.close();
    this.#instance = this.#session = undefined;
    // A message about an earlier failure stays.
    if (this.#start) this.#endStart();
  }

  #endStart() {
    this.#start = this.#startButton.ariaBusy = null;
    this.#showMessage("");
  }
}

for (const name in attributes) {
  const attribute = attributes[name];
  Object.defineProperty(WhichCause.prototype, name, {
    get() {
      const value = this.getAttribute(attribute)?.trim();
      return name === "remember" ? (value ?? "false") !== "false" : (value ?? "");
    },
    set(value) {
      if ((value ?? false) === false) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value === true ? "" : value);
    },
  });
}

try {
  new CSSStyleSheet();
  customElements.define("which-cause", WebAssembly && WhichCause);
} catch {
  // The browser cannot make style sheets, or has no WebAssembly: the author's words and link stay, as without JavaScript. Or the page has
  // this module twice.
}
