/**
 * One reader's quiz in one element, from the time that it is prepared until the element drops it. It is one class, and longer than most
 * files, because a start, another language, the way back to the facade and a panic all change the same few fields.
 */
import { checkAttributes, warn } from "./attributes.js";
import { adoptColorScheme } from "./color-scheme.js";
import { warnIfCut, warnOfMistakes } from "./embedding-warnings.js";
import { mayMoveFocus, moveCaret, textsIn } from "./focus.js";
import { HostBridge } from "./host.js";
import * as instances from "./instances.js";
import { keepFocusInView } from "./keep-focus-in-view.js";
import { keepKeys } from "./keys.js";
import { followLinks } from "./links.js";
import { ifPictures, withPictures } from "./pictures-module.js";
import { addresses, fetchQuiz, forget, namedQuiz } from "./quiz-sources.js";
import { SessionStore } from "./session-store.js";
import { dropStrayClicks, screenChanged } from "./stray-clicks.js";
import { warmUp } from "./warm-up.js";
import { mount, whenReady } from "./wasm-module.js";
import { adoptWidgetStyles } from "./widget-styles.js";

/**
 * @typedef {object} Options
 * @property {string} [session] The session to restore, kept from a module that has panicked.
 * @property {(error: Error, session: string | undefined, restore: Restore) => void} onFailure Called when the quiz has failed, and is
 *   closed: it could not be prepared or started, or the module has panicked. With the session to restore.
 */

/**
 * When the quiz is to be restored in another module:
 *
 * - `""`: when the reader presses Start. The quiz shows a failure until then.
 * - `"later"`: at the next start. The quiz shows no failure.
 * - `"now"`: at once.
 *
 * @typedef {"" | "later" | "now"} Restore
 */

/** The reader's actions that call the module. */
const ACTIONS = ["click", "change"];

/** A quiz in an element. It can be closed at any time, also while it starts. */
export class QuizInstance {
  /** The first start, once there is one. Fulfilled when it has ended. @type {Promise<void> | undefined} */
  #started;

  /** The events of a quiz that is prepared. They are dispatched when it is shown. @type {(() => void)[]} */
  #heldEvents = [];

  #element;
  #root;
  #options;

  /** The box of the author's words and the Start button. @type {HTMLElement} */
  #facade;

  /** @type {HTMLElement} */
  #startButton;

  #store;

  /** The mounted quiz. @type {import("which-cause-glue").Handle | undefined} */
  #handle;

  /** What the mounted quiz was given. @type {HostBridge | undefined} */
  #bridge;

  /** The element that the mounted quiz is in. @type {HTMLElement | undefined} */
  #widget;

  /** The session that the prepared quiz was mounted with. @type {string | undefined} */
  #preparedSession;

  /** Whether the facade is shown in the quiz's place. */
  #isHidden = true;

  #isClosed = false;

  /** The address of the quiz that the element wanted last, in the language around it. @type {string | undefined} */
  #wantedAddress;

  /** Counts the calls of `#mountWanted`: only the last one mounts a quiz. */
  #mountCalls = 0;

  /** Whether the first start leaves the focus where it is and dispatches no events. */
  #isQuiet = false;

  /** Whether the next events are left out. A quiz that is mounted again reports its start and its step again. */
  #skipsEvents = false;

  /** Functions that remove listeners. */
  #cleanups;

  /**
   * @param {HTMLElement} element
   * @param {Options} options
   */
  constructor(element, options) {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    this.#element = element;
    this.#root = root;
    this.#options = options;
    this.#facade = /** @type {HTMLElement} */ (root.querySelector(".frame"));
    this.#startButton = /** @type {HTMLElement} */ (root.querySelector(".primary"));
    this.#store = new SessionStore(element, options.session);
    for (const name of ACTIONS) root.addEventListener(name, this.#noteCall, true);
    this.#cleanups = [
      dropStrayClicks(root),
      keepKeys(root),
      keepFocusInView(root),
      followLinks(element, () => !!this.#handle && !this.#isHidden),
    ];
    instances.add(this);
  }

  /** Fetches what the quiz needs and mounts it while the page is idle. A press of Start then has only to show it. */
  async prepare() {
    try {
      warnOfMistakes(this.#element);
      const quiz = fetchQuiz(...addresses(this.#element));
      quiz?.catch(() => {});
      await warmUp();
      await quiz;
      // A session that was kept from a panic may lead to the next one. Only the reader takes it up again.
      if (this.#isClosed || this.#options.session || document.hidden || this.#started || this.#handle) return;
      this.#store.restore(false);
      await this.#mountWanted();
    } catch (error) {
      // A start tries again, with another module if this one is lost.
      if (!this.#started) this.#fail(/** @type {Error} */ (error), this.#options.session, "later");
    }
  }

  /**
   * Shows the quiz: at its first screen or, if the reader has been in it, where they were. Fulfilled when the quiz is shown, has failed,
   * or has been closed meanwhile.
   *
   * @param {unknown} restart Whether to start with nothing answered, even if the tab remembers answers.
   * @param {unknown} quiet Whether to leave the focus where it is and to dispatch no events, the first time.
   */
  async show(restart, quiet) {
    this.#noteCall();
    if (!this.#started) return (this.#started = this.#start(restart, quiet));
    // The page around the element may have changed.
    await this.update();
    if (this.#isClosed) return;
    this.#show(true);
    if (restart) this.#skipsEvents = false;
    this.#noteCall();
    this.#handle?.returnToReader(!!restart);
  }

  /** Reads the element's attributes again, and the page around the element. */
  async update() {
    // A quiz that is not mounted yet reads everything when it is.
    if (!this.#handle) return;
    checkAttributes(this.#element);
    if (this.#started) this.#store.update();
    try {
      if (addresses(this.#element)[0] !== this.#wantedAddress) return void (await this.#mountWanted());
      this.#adoptColorScheme();
      this.#noteCall();
      this.#handle.changed();
    } catch (error) {
      // The quiz stays in its present language. If the module has panicked, `closeAfterPanic` is called.
      warn(`the quiz stays as it is: ${/** @type {Error} */ (error).message}`);
    }
  }

  /** Gives the shadow root its style sheets. It loses them when the element is moved into another document. */
  adoptStyles() {
    screenChanged(this.#root);
    adoptWidgetStyles(this.#root);
    ifPictures((pictures) => pictures.adoptPictureStyles(this.#root));
  }

  /** Removes the quiz. */
  close() {
    try {
      this.#handle?.unmount();
    } catch {
      // The quiz is gone with the module that it was in.
    }
    this.#cleanUp();
  }

  /**
   * Closes the quiz after a panic. A quiz that has not caused it is restored in another module: at once, or at the next start if
   * nobody sees it.
   *
   * @param {string} message
   * @param {boolean} hasCaused
   */
  closeAfterPanic(message, hasCaused) {
    // A start that panics reports its own failure.
    if (this.#started && !this.#handle && hasCaused) return;
    const error = new Error(message);
    error.name = "RuntimeError";
    const restore = !this.#started || (this.#isHidden && !hasCaused) ? "later" : hasCaused ? "" : "now";
    this.#fail(error, this.#store.session, restore);
  }

  /**
   * Closes the quiz and reports why, unless it is closed already.
   *
   * @param {Error} error
   * @param {string | undefined} session
   * @param {Restore} restore
   */
  #fail(error, session, restore) {
    if (this.#isClosed) return;
    this.#cleanUp();
    this.#options.onFailure(error, session, restore);
  }

  /**
   * Shows the quiz for the first time.
   *
   * @param {unknown} restart
   * @param {unknown} quiet
   */
  async #start(restart, quiet) {
    try {
      warnOfMistakes(this.#element);
      checkAttributes(this.#element);
      this.#isHidden = false;
      this.#isQuiet = !!quiet;
      // Since the quiz was prepared, the tab may have got other answers to remember.
      this.#store = new SessionStore(this.#element, this.#options.session);
      this.#store.restore(restart);
      if (this.#handle && this.#store.session !== this.#preparedSession) this.#unmount();
      await (this.#handle ? this.#showPrepared() : this.#mountWanted());
      // If the page has a transition for heights, it has ended by then.
      setTimeout(warnIfCut, 1000, this.#element);
    } catch (thrown) {
      const error = /** @type {Error} */ (thrown);
      // A session that has led into a panic is not restored.
      this.#fail(error, error.name === "RuntimeError" ? undefined : this.#options.session, "");
    }
  }

  async #showPrepared() {
    // The page around the element may have changed.
    await this.update();
    if (this.#isClosed) return;
    const movesFocus = !this.#isQuiet && mayMoveFocus(this.#element);
    this.#show(true);
    if (movesFocus) this.#handle?.returnToReader(false);
    if (!this.#isQuiet) for (const dispatch of this.#heldEvents) dispatch();
  }

  /**
   * Mounts the quiz in the language around the element or, where that does not arrive, in its own language.
   *
   * @returns {Promise<void>}
   */
  async #mountWanted() {
    const call = ++this.#mountCalls;
    const isOutdated = () => this.#isClosed || call !== this.#mountCalls;
    const all = addresses(this.#element);
    const [wanted] = all;
    this.#wantedAddress = wanted;
    // The quiz is on its way while the module still is.
    const wantedQuiz = fetchQuiz(...all);
    wantedQuiz?.catch(() => {});
    // The first screen has no picture. A reader who was in the quiz before may be at one that has.
    const drawings =
      this.#store.session && !namedQuiz(this.#element) ? withPictures((pictures) => pictures.prefetch()) : undefined;
    await whenReady();
    if (this.#isHidden) await drawings;
    for (const address of all) {
      try {
        const found = await (address === wanted ? wantedQuiz : fetchQuiz(address));
        if (isOutdated()) return;
        // The language around the element may have changed meanwhile.
        if (addresses(this.#element)[0] !== this.#wantedAddress) return this.#mountWanted();
        return this.#mount(found?.quiz, found?.url);
      } catch (thrown) {
        const error = /** @type {Error} */ (thrown);
        forget(address);
        if (isOutdated()) return;
        if (address === all.at(-1) || error.name === "RuntimeError") throw error;
        warn(`the quiz is in its own language, without ${address}: ${error.message}`);
      }
    }
  }

  /**
   * Mounts a quiz in place of the one that is mounted, with the reader where they are.
   *
   * @param {Uint8Array} [quiz]
   * @param {string} [quizUrl]
   */
  #mount(quiz, quizUrl) {
    const [oldHandle, oldWidget] = [this.#handle, this.#widget];
    this.#noteCall();
    // Hidden before the first screen comes into view: in a browser without scroll anchoring, the screen would move out of view
    // again when the facade goes.
    if (!this.#isHidden) this.#facade.hidden = true;
    const host = this.#host({ quiz, quizUrl, mayMoveFocus: this.#mayMoveFocus() });
    adoptWidgetStyles(this.#root);
    const widget = document.createElement("div");
    widget.className = "widget";
    widget.hidden = this.#isHidden;
    this.#root.append(widget);
    try {
      this.#handle = mount(widget.appendChild(document.createElement("div")), host);
    } catch (error) {
      widget.remove();
      throw error;
    }
    this.#preparedSession = this.#store.session;
    this.#skipsEvents = !!oldHandle || this.#isQuiet;
    oldHandle?.unmount();
    oldWidget?.remove();
    // A control that goes loses the focus, and a listener of the page may then drop the quiz.
    if (this.#isClosed) return;
    this.#widget = widget;
    this.#adoptColorScheme();
    if (!this.#isHidden) this.#show(true);
  }

  #unmount() {
    this.#handle?.unmount();
    this.#handle = undefined;
    this.#widget?.remove();
    this.#widget = undefined;
    this.#heldEvents = [];
  }

  /** Whether the focus may move to the quiz. The reader may have gone elsewhere while it was on its way. */
  #mayMoveFocus() {
    if (this.#handle) return !!this.#root.querySelector(".widget:focus-within");
    return !this.#isHidden && !this.#isQuiet && mayMoveFocus(this.#element);
  }

  /** @param {Pick<import("./host.js").HostOptions, "quiz" | "quizUrl" | "mayMoveFocus">} mounted */
  #host(mounted) {
    return (this.#bridge = new HostBridge({
      ...mounted,
      element: this.#element,
      root: this.#root,
      session: this.#store.session,
      onSessionChange: (session) => this.#started && this.#store.save(session),
      onEvent: (name, detail) => this.#emit(name, detail),
      onLeave: () => this.#leave(),
    }));
  }

  /**
   * @param {string} name
   * @param {import("./host.js").EventDetail} detail
   */
  #emit(name, detail) {
    // After its start, a quiz that is mounted again reports the reader's step. From then on, events are news to the page.
    if (this.#skipsEvents) this.#skipsEvents = name === "start";
    else if (this.#started) this.#dispatch(name, detail);
    else this.#heldEvents.push(() => this.#dispatch(name, detail));
  }

  /**
   * Dispatches an event after the start has ended, with no module on the stack: a listener may do anything. An element that a
   * listener has removed dispatches no more events.
   *
   * @param {string} name
   * @param {import("./host.js").EventDetail} detail
   */
  #dispatch(name, detail) {
    this.#started?.then(() => {
      if (this.#isClosed || !this.#element.isConnected) return;
      this.#element.dispatchEvent(new CustomEvent("which-cause-" + name, { bubbles: true, composed: true, detail }));
    });
  }

  /** Shows the facade in the quiz's place. */
  #leave() {
    moveCaret(textsIn(this.#element).nextNode());
    this.#show(false);
    this.#startButton.focus();
  }

  /**
   * Shows the quiz, or else the facade.
   *
   * @param {boolean} isQuiz
   */
  #show(isQuiz) {
    this.#isHidden = !isQuiz;
    if (this.#widget) this.#widget.hidden = this.#isHidden;
    this.#facade.hidden = isQuiz;
    if (isQuiz) this.#bridge?.requestPhotos();
    screenChanged(this.#root);
  }

  #adoptColorScheme() {
    if (this.#widget) adoptColorScheme(this.#widget, this.#element);
  }

  #noteCall = () => instances.setCalled(this);

  /** Removes everything but the author's words. */
  #cleanUp() {
    this.#handle = undefined;
    this.#isClosed = true;
    for (const cleanup of this.#cleanups) cleanup();
    for (const name of ACTIONS) this.#root.removeEventListener(name, this.#noteCall, true);
    instances.remove(this);
    const hadFocus = this.#root.querySelector(".widget:focus-within");
    for (const widget of this.#root.querySelectorAll(".widget")) widget.remove();
    this.#facade.hidden = false;
    // A reader who was in the quiz is at the Start button now, and not at the top of the page.
    if (hadFocus) this.#startButton.focus();
  }
}
