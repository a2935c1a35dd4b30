/**
 * The script of frame.html, for hosts that strip scripts and unknown elements but keep an iframe. The parameters of the frame's address
 * become attributes of the quiz in it, and the page around the frame receives its height.
 *
 * The frame sends two messages, without a word about the reader's answers: `which-cause-height`, with the height that the frame needs,
 * and `which-cause-focus`, with the lower edge of the heading that has just got the focus. It receives one, `which-cause-ask`, and sends
 * its height again.
 */
import { webUrl } from "../app/course.js";
import { canonicalTag, lookup, translated } from "../app/language-tags.js";
import { plainParagraphs } from "./plain-paragraphs.js";

const page = document.documentElement;
const ownSite = location.origin;
const query = new URLSearchParams(location.search);
/**
 * A parameter of the address, without space around it.
 *
 * @param {string} name
 */
const parameter = (name) => query.get(name)?.trim();
const quiz = /** @type {HTMLElement} */ (document.querySelector("which-cause"));

/** The parameters that become attributes unchanged. The element checks their values. */
const PLAIN = ["region", "lang", "translations", "theme", "loading", "report"];

/** @param {string} message */
const warn = (message) => console.warn("which-cause: " + message);

/**
 * Whether the page's list of sites has the site of a course. The list always has the frame's own site, and every site if there is no
 * list. The list is in the file: anyone can write an address, and the link appears under this site's name.
 *
 * @param {URL} course
 */
function isListed({ origin, protocol, hostname, port }) {
  /** @type {HTMLMetaElement | null} */
  const meta = document.querySelector("meta[name=which-cause-course-sites]");
  const list = meta?.content ?? "*";
  return list
    .split(/\s+/)
    .concat(ownSite)
    .some((site) => {
      if (site === "*" || !site) return site;
      try {
        const url = new URL(site.replace("//*.", "//"));
        if (/^http/.test(url.href)) {
          const isBelow = url.protocol === protocol && url.port === port && hostname.endsWith("." + url.hostname);
          return site.includes("//*.") ? isBelow : url.origin === origin;
        }
      } catch {
        // It is not an address.
      }
      warn(`“${site}” in the list of course sites is none: write it like https://example.com`);
    });
}

/** The course that the frame's address names, if it is on a listed site. */
function namedCourse() {
  const value = parameter("course");
  const url = value && webUrl(value);
  if (url && isListed(url)) return url.href;
  if (value) warn(`course=${value} is left out: it is on no site that this page lists`);
}

/**
 * The quiz that the frame's address names. Anyone can write an address, and the quiz appears under this site's name. So a quiz comes from
 * this site alone. The element fails with a quiz of another site: it does not fetch that quiz, and shows no other in its place.
 */
function namedQuiz() {
  const value = parameter("quiz");
  const url = value && webUrl(value);
  if (!url) return value;
  return url.origin === ownSite ? url.href : "on-another-site:" + url.href;
}

/**
 * The introduction of a quiz file, as elements. Fails if the address has redirected to another site.
 *
 * @param {Response} file
 */
async function introduction(file) {
  if (new URL(file.url).origin !== ownSite) throw 0;
  const { title, subtitle, language = "", direction, intro, notice } = await file.json();
  /**
   * Whether a text can be shown now. A text with a placeholder waits for the quiz, which fills it.
   *
   * @param {unknown} text
   */
  const isComplete = (text) => typeof text === "string" && text && !text.includes("{");
  /**
   * Elements for texts. The texts may be in another language than the frame's address names.
   *
   * @param {string} name
   * @param {string[]} texts
   */
  const paragraphs = (name, ...texts) =>
    texts
      .filter(isComplete)
      .map((textContent) => Object.assign(document.createElement(name), { textContent, lang: language }));
  const { photo, width, height, text: alt } = intro.picture ?? {};
  const url = photo && webUrl(photo, file.url);
  const images = url ? [Object.assign(new Image(width, height), { alt, src: url, lang: language })] : [];
  const list = document.createElement("ul");
  list.append(...paragraphs("li", ...(intro.points ?? [])));
  if (!tag && isComplete(language)) quiz.lang = language;
  if (direction === "rtl") quiz.dir = direction;
  for (const name of ["start", "busy", "failed"])
    if (isComplete(intro[name])) quiz.setAttribute(name + "-label", intro[name]);
  if (isComplete(title)) document.title = title;
  return [
    ...paragraphs("h2", title),
    ...images,
    ...paragraphs("p", subtitle, intro.lead),
    ...(list.firstChild ? [list] : []),
    ...paragraphs("p", intro.audience, ...plainParagraphs(notice ?? "")),
  ];
}

/**
 * Introduces the quiz by the first of some files that has an introduction, else by other words.
 *
 * @param {Promise<Response>[]} files
 * @param {Element[]} words
 */
async function introduce(files, words) {
  const fallback = quiz.querySelector("[data-fallback]") ?? "";
  // The quiz is out of the page until its own words are here, so that nobody starts on the old ones. Until then there is the link.
  quiz.replaceWith(fallback);
  // A file that is not needed may fail.
  Promise.allSettled(files);
  for (const file of files) {
    try {
      words = await introduction(await file);
      break;
    } catch {
      // When a reader starts the quiz, the element reports the problems of its file.
    }
  }
  quiz.replaceChildren(...words, fallback);
  document.body.append(quiz);
}

for (const child of /** @type {HTMLCollectionOf<HTMLElement>} */ (quiz.children)) child.lang ||= page.lang;
for (const name of PLAIN) {
  const value = parameter(name);
  if (value) quiz.setAttribute(name, value);
}
/** The language that the address names. */
const tag = canonicalTag(parameter("lang") ?? "");
if (tag) quiz.lang = tag;
const remember = parameter("remember");
if (remember != null) quiz.setAttribute("remember", remember);
const theme = parameter("theme");
if (theme && /^(light|dark)$/.test(theme)) page.style.colorScheme = theme;

const course = namedCourse();
if (course) {
  quiz.setAttribute("course", course);
  /** @type {HTMLAnchorElement} */ (quiz.querySelector("[data-fallback] a")).href = course;
}
const named = namedQuiz();
if (named) {
  quiz.setAttribute("quiz", named);
  // The label in the page belongs to the five-cause quiz, as the words do.
  quiz.removeAttribute("start-label");
}
// The words in the page introduce the five-cause quiz in English.
const known = parameter("translations")?.split(/\s+/) ?? (named ? [] : TRANSLATIONS);
const own = webUrl(named || FOLDER + QUIZ + ".intro.json");
const translation = lookup(tag, known);
const files = [];
// A translation that hangs is given up. While the quiz's own file hangs, there is no quiz to start.
if (own && translation) files.push(fetch(translated(own, translation), { signal: AbortSignal.timeout(20000) }));
if (own && named) files.push(fetch(own));
const introduced = (named || files.length) && introduce(files, named ? [] : [...quiz.children]);

/** Pixels. A lower frame shows too little of a screen at once. */
const LOW = 480;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** Names once, in the console, a box around the frame that keeps it too low for its content. */
function warnIfLow() {
  timer ??= setTimeout(() => {
    const needed = page.offsetHeight;
    if (innerHeight >= Math.min(needed, LOW)) timer = undefined;
    else {
      warn(
        `this frame is ${innerHeight} px high, its content ${needed}. Remove the fixed height or ratio of the box around the iframe, ` +
          "or put which-cause-frame.js on the page.",
      );
    }
  }, 2000);
}

if (parent !== window) {
  /**
   * Sends a message to any page: the frame cannot know whose page is around it.
   *
   * @param {string} name
   * @param {object} detail
   */
  const post = (name, detail) => parent.postMessage({ type: "which-cause-" + name, ...detail }, "*");
  const postHeight = () => post("height", { height: Math.ceil(page.getBoundingClientRect().height) });
  // The browser calls this at most once for each frame of the screen, and only when the height has changed.
  new ResizeObserver(() => {
    postHeight();
    warnIfLow();
  }).observe(page);
  addEventListener("message", ({ data, source }) => {
    if (source === parent && data?.type === "which-cause-ask") postHeight();
  });
  // The quiz brings a new heading into view as far as it can see, within this frame. But in a frame as high as its content everything
  // is in view, regardless of the scroll position of the page around it. An event for focus that moves within a shadow root does not leave it.
  await Promise.all([customElements.whenDefined("which-cause"), introduced]);
  const root = /** @type {ShadowRoot} */ (quiz.shadowRoot);
  root.addEventListener("focusin", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.tabIndex >= 0) return;
    requestAnimationFrame(() => post("focus", { bottom: Math.ceil(target.getBoundingClientRect().bottom + scrollY) }));
  });
}
