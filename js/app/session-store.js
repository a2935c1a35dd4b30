/** The reader's session, as text. With `remember` on the element it is kept for the browser tab, in `sessionStorage`. */
import { namedQuiz } from "./quiz-sources.js";

/** Stores the session of the quiz in an element. */
export class SessionStore {
  /** The session so far. It is empty at the beginning. */
  session;

  #element;

  /** The key in `sessionStorage`. */
  #key = "";

  /** Whether `remember` was set when `update` was last called. */
  #remembered;

  /**
   * @param {Element} element
   * @param {string} [session] A session to restore.
   */
  constructor(element, session) {
    this.#element = element;
    this.session = session;
    this.#remembered = this.#remembers();
  }

  /**
   * Takes up the session that the tab remembers, if there is no other to restore.
   *
   * @param {unknown} restart Whether to forget them all.
   */
  restore(restart) {
    this.#key = "which-cause " + (namedQuiz(this.#element) ?? "");
    if (restart) {
      store(this.#key);
      this.session = "";
    }
    this.session ||= this.#remembers() ? load(this.#key) : "";
  }

  /**
   * Stores the session.
   *
   * @param {string} session
   */
  save(session) {
    this.session = session;
    if (this.#remembers()) store(this.#key, session);
  }

  /** Stores the session or forgets it, after `remember` has been set or removed. */
  update() {
    const remembers = this.#remembers();
    if (remembers) store(this.#key, this.session);
    else if (this.#remembered) store(this.#key);
    this.#remembered = remembers;
  }

  /** Frameworks write `remember="false"` for a property that is false, while the element is not defined. */
  #remembers() {
    return (this.#element.getAttribute("remember") ?? "false").trim() !== "false";
  }
}

/**
 * The text under a key of `sessionStorage`. It is empty where there is none, or where a browser or a sandbox forbids the storage.
 *
 * @param {string} key
 */
function load(key) {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/**
 * Stores a text under a key of `sessionStorage`. Without a text it forgets the key.
 *
 * @param {string} key
 * @param {string} [text]
 */
function store(key, text) {
  try {
    if (text) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  } catch {
    // A browser or a sandbox forbids the storage. The quiz works without.
  }
}
