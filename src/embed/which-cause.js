/**
 * The loader: defines <which-cause>. Until a reader wants the quiz it shows the author's own words, which stay
 * whatever fails, and a Start button under them. The app comes when the element comes near, or at a press.
 *
 * It is JavaScript because a custom element has to be a JavaScript class, and small because it is all that
 * stands between a reader and the article. `tools/loader.mjs` puts the facade's style sheet in and minifies it.
 */
import facadeCss from "../../style/facade.css";

const file = (name) => new URL(name, import.meta.url).href;

/** The app's module, one for the page. */
let app;
let tries = 0;

/** Fetches the app once; after a failure, the next call tries again. */
function load() {
  app ??= (async () => {
    // A browser may remember that a module failed to load, but not under another address.
    const again = tries++ ? "?" + tries : "";
    // The module is on its way while the glue is still being read.
    const wasm = fetch(file("which-cause-app_bg.wasm" + again));
    wasm.catch(() => {});
    const glue = await import(file("which-cause-app.js" + again));
    await glue.default({ module_or_path: wasm });
    return glue;
  })().catch((error) => {
    app = undefined;
    throw error;
  });
  return app;
}

/** Fetches a quiz file. */
async function read(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(address + ": " + response.status);
  return response.text();
}

/** The facade's style sheet, one for the page. */
let sheet;

/** Watches for elements that come near the window, and fetches the app when the page is idle then. */
let near;
const idle = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 200));
const early = () => load().catch(() => {});

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  element.append(...children);
  return element;
}

class WhichCause extends HTMLElement {
  #facade;
  #start;
  #message;
  #handle;
  #busy = false;

  connectedCallback() {
    if (!this.#facade) this.#show();
    if (this.#get("loading") === "eager") early();
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
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  /** Shows the author's own words with a Start button under them. */
  #show() {
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(facadeCss);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    const label = this.#get("start-label") || "Start";
    this.#start = make("button", { type: "button", class: "primary", part: "start" }, label);
    this.#start.onclick = () => this.start();
    this.#message = make("p", { class: "message", role: "status" });
    this.#facade = make("div", { class: "facade", part: "base" }, make("slot"), this.#message, this.#start);
    for (const sign of ["pointerover", "focusin", "touchstart"]) {
      this.#facade.addEventListener(sign, early, { once: true, passive: true });
    }
    root.append(this.#facade);
  }

  /** Starts the quiz, or brings the reader back to it. */
  async start() {
    if (!this.#facade) this.#show();
    if (this.#busy) return;
    this.#busy = true;
    this.#start.setAttribute("aria-busy", "true");
    this.#say("");
    this.#facade.className = "facade";
    const slow = setTimeout(() => this.#say(this.#get("busy-label") || "Starting…"), 300);
    let said = "";
    try {
      if (this.#handle) {
        this.#facade.nextSibling.hidden = false;
        this.#handle.recall();
      } else {
        const address = this.#get("quiz");
        const [{ mount }, quiz] = await Promise.all([load(), address && read(address)]);
        // While it was on its way, the reader may have gone elsewhere, or the element may have.
        const focus = this.getRootNode().activeElement;
        if (!this.isConnected) return;
        this.#handle = mount(this.shadowRoot, {
          quiz,
          course: this.#get("course"),
          region: this.#get("region"),
          lang: this.closest("[lang]")?.lang,
          attentive: !focus || focus === this || focus === document.body,
          emit: (name, detail) => this.#emit(name, detail),
          leave: () => this.#leave(),
        });
      }
      this.#facade.hidden = true;
    } catch (error) {
      // After a panic the module is no good to anyone: the next start fetches a new one.
      if (error.name === "RuntimeError") app = undefined;
      this.#stop();
      this.#facade.className = "facade failed";
      said = this.#get("failed-label") || "The quiz could not start. Please try again.";
      console.error("which-cause:", error);
      this.#emit("error", { reason: error.message });
    } finally {
      clearTimeout(slow);
      this.#say(said);
      this.#busy = false;
      this.#start.removeAttribute("aria-busy");
    }
  }

  /** An attribute's value; one that is empty counts as absent. */
  #get(name) {
    return this.getAttribute(name) || undefined;
  }

  #say(text) {
    this.#message.textContent = text;
  }

  /** Back from the quiz's first screen: the author's words again, with the reader on the Start button. */
  #leave() {
    this.#facade.nextSibling.hidden = true;
    this.#facade.hidden = false;
    this.#start.focus();
  }

  /** Drops the quiz, as far as one is there and can still be told to go. */
  #stop() {
    try {
      this.#handle?.unmount();
    } catch {}
    this.#handle = undefined;
    if (this.#facade) {
      this.#facade.nextSibling?.remove();
      this.#facade.hidden = false;
    }
  }

  #emit(name, detail) {
    this.dispatchEvent(
      new CustomEvent("which-cause-" + name, { bubbles: true, composed: true, detail }),
    );
  }
}

if (!customElements.get("which-cause")) customElements.define("which-cause", WhichCause);
