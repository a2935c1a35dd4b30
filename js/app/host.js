/** The object that the WebAssembly module is given when a quiz is mounted. `src/element/host_bridge.rs` declares the same methods for Rust. */
import { read } from "./attributes.js";
import { adoptColorScheme } from "./color-scheme.js";
import { course, webUrl } from "./course.js";
import { focus } from "./focus.js";
import { handlePanic } from "./instances.js";
import { number, plural } from "./number-format.js";
import * as parser from "./parser.js";
import { withPictures } from "./pictures-module.js";
import { copy, print, resultNote } from "./print-and-copy.js";
import { regionName, regions } from "./region.js";
import { screenChanged } from "./stray-clicks.js";

/**
 * @typedef {object} HostOptions
 * @property {HTMLElement} element The <which-cause> element.
 * @property {ShadowRoot} root Its shadow root.
 * @property {Uint8Array} [quiz] A quiz in its compact form; without one, the compiled-in quiz.
 * @property {string} [quizUrl] The address that the quiz came from.
 * @property {string} [session] The session to restore; without one, the reader begins.
 * @property {boolean} mayMoveFocus Whether the focus may move to the quiz: the reader is still where they pressed Start.
 * @property {(session: string) => void} onSessionChange Called with the session after each of the reader's steps.
 * @property {(name: string, detail: EventDetail) => void} onEvent Called with each event to dispatch.
 * @property {() => void} onLeave Called when the reader goes back from the first screen.
 */

/**
 * The detail of an event.
 *
 * @typedef {object} EventDetail
 * @property {string} quiz The quiz's id.
 * @property {number} [step]
 * @property {number} [of]
 * @property {string} [verdict]
 * @property {string[]} [shown] The ids of the causes that the result shows.
 */

/** The browser and the host page, as a mounted quiz sees them. Rust reads its public fields and calls its methods. */
export class HostBridge {
  /** The function that the panic hook calls. It is the same for all quizzes. */
  onPanic = handlePanic;

  // Methods that need nothing of the element.
  number = number;
  plural = plural;
  regionName = regionName;
  resultNote = resultNote;

  #options;

  /**
   * The quiz's drawings, once it has asked for them.
   *
   * @type {import("../pictures/pictures.js").Drawings | undefined}
   */
  #drawings = undefined;

  /**
   * The photos that only some answers show. The browser keeps each as long as its element.
   *
   * @type {[image: HTMLImageElement, address: string][]}
   */
  #photos = [];

  /** @param {HostOptions} options */
  constructor(options) {
    this.#options = options;
    this.quiz = options.quiz;
    this.session = options.session;
    this.mayMoveFocus = options.mayMoveFocus;
  }

  /**
   * The value of an attribute, if the value is valid. Only debug builds call this.
   *
   * @param {string} name
   */
  get(name) {
    return read(this.#options.element, name);
  }

  /**
   * The reader's region and the owner's, with a space between them.
   *
   * @param {string} known The regions of the quiz, with spaces between them.
   */
  regions(known) {
    const { reader = "", owner = "" } = regions(this.#options.element, known.split(" "));
    return `${reader} ${owner}`;
  }

  /**
   * The address of the course page: the element's, else the quiz's own.
   *
   * @param {string} quizAddress
   */
  course(quizAddress) {
    return course(read(this.#options.element, "course"), quizAddress);
  }

  /**
   * Asks for the drawings of the quiz.
   *
   * @param {string} address As the quiz names it.
   */
  drawings(address) {
    const { root, quizUrl } = this.#options;
    withPictures((pictures) => (this.#drawings = pictures.drawings(root, address, quizUrl, parser.checkDrawings)));
  }

  /**
   * Whether a drawing has arrived.
   *
   * @param {string} name
   */
  hasDrawing(name) {
    return !!this.#drawings?.has(name);
  }

  /**
   * Draws a drawing into an empty `<svg>` element.
   *
   * @param {string} name
   * @param {SVGElement} svg
   */
  draw(name, svg) {
    this.#drawings?.draw(name, svg);
  }

  /**
   * The address of a photo; empty if it is not one of the web. It is empty too if the request for all photos that depend on answers has
   * failed for this one: another request, for this photo alone, would tell an answer.
   *
   * @param {string} address As the quiz names it.
   */
  photoAddress(address) {
    const url = webUrl(address, this.#options.quizUrl ?? import.meta.url)?.href ?? "";
    const hasFailed = this.#photos.some(([image, known]) => known === url && image.complete && !image.naturalWidth);
    return hasFailed ? "" : url;
  }

  /**
   * Takes the photos that only some answers show.
   *
   * @param {string} addresses With spaces between them.
   */
  photosByAnswers(addresses) {
    this.#photos = addresses.split(" ").map((address) => [new Image(), this.photoAddress(address)]);
  }

  /**
   * Requests the photos that only some answers show, all at once, when the reader starts. A request for the photo of one result would
   * tell the reader's result to the site of the photo.
   */
  requestPhotos() {
    for (const [image, address] of this.#photos) image.src = address;
  }

  /**
   * Moves the focus to the heading of a new screen or to an error message.
   *
   * @param {HTMLElement} heading
   */
  focus(heading) {
    const { element, root } = this.#options;
    screenChanged(root);
    // The page may have another theme since the last screen.
    adoptColorScheme(/** @type {HTMLElement} */ (heading.closest(".widget")), element);
    focus(heading);
  }

  /** Takes the focus off the control of the quiz that has it. The Start button keeps it: the reader may have left the quiz. */
  releaseFocus() {
    /** @type {HTMLElement | null} */ (this.#options.root.querySelector(".widget :focus"))?.blur();
  }

  /**
   * Stores the session.
   *
   * @param {string} session
   */
  storeSession(session) {
    this.#options.onSessionChange(session);
  }

  /**
   * Dispatches the event `which-cause-{name}`. It carries the result only if the page's owner asks for it.
   *
   * @param {string} name
   * @param {string} quiz The quiz's id.
   * @param {number} step The number of the step, from 1.
   * @param {number} of How many steps there are; 0 for an event without a step.
   * @param {string} verdict Empty for an event without a result.
   * @param {string} shown The ids of the causes that the result shows, with spaces between them.
   */
  emit(name, quiz, step, of, verdict, shown) {
    /** @type {EventDetail} */
    const detail = { quiz };
    if (of) Object.assign(detail, { step, of });
    const reports = read(this.#options.element, "report") === "result";
    if (verdict && reports) Object.assign(detail, { verdict, shown: shown.split(" ").filter(Boolean) });
    this.#options.onEvent(name, detail);
  }

  /**
   * Prints a sheet. Fulfilled with whether the browser offered to print.
   *
   * @param {string} lines
   * @param {string} language
   * @param {string} direction
   */
  print(lines, language, direction) {
    return print(this.#options.root, lines, language, direction);
  }

  /**
   * Copies a text. Fulfilled with whether the clipboard has it.
   *
   * @param {string} text
   */
  copy(text) {
    return copy(this.#options.root, text);
  }

  /** Shows the author's words and the Start button again. */
  leave() {
    this.#options.onLeave();
  }
}
