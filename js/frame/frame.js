/**
 * What frame.html runs: the attributes of its own address go to the quiz in it, and the page around it hears how
 * tall it is. For hosts that strip scripts and unknown elements and let an iframe stand.
 *
 * It says two things to that page, and neither has a word of what a reader answered: `which-cause-height`, with the
 * height that the frame needs, and `which-cause-focus`, with how far down the frame what has just been brought
 * forward ends. It hears one, `which-cause-ask`, and says its height again.
 */
import { ofTheWeb } from "../app/course.js";
import { canonicalTag, lookup, translated } from "../app/language-tags.js";

const page = document.documentElement;
const query = new URLSearchParams(location.search);
/** A parameter without the space around it. */
const parameter = (name) => query.get(name)?.trim();
const quiz = document.querySelector("which-cause");

/** What the address may set as it stands; the element says what is right for each. */
const PLAIN = ["region", "lang", "translations", "theme", "loading", "report"];

const warn = (message) => console.warn("which-cause: " + message);

/**
 * Whether the page's list of sites has the one of a course: its own site always, and every site where there is no list. The list
 * is in the file, since anyone can write an address, and the link stands under this site's name.
 */
function isListed({ origin, protocol, hostname, port }) {
  const list = document.querySelector("meta[name=which-cause-course-sites]")?.content ?? "*";
  return list.split(/\s+/).concat(location.origin).some((site) => {
    if (site === "*" || !site) return site;
    try {
      const url = new URL(site.replace("//*.", "//"));
      if (url.href.startsWith("http")) {
        const below = url.protocol === protocol && url.port === port && hostname.endsWith("." + url.hostname);
        return site.includes("//*.") ? below : url.origin === origin;
      }
    } catch {}
    warn(`“${site}” in the list of course sites is none: write it like https://example.com`);
  });
}

/** The course that the frame's address names, unless it may not. */
function namedCourse() {
  const value = parameter("course");
  const url = value && ofTheWeb(value);
  if (url && isListed(url)) return url.href;
  if (value) warn(`course=${value} is left out: it is ${url ? "on a site that this page does not list" : "no address of the web"}`);
}

/**
 * The quiz that the frame's address names. Who writes the address writes what is in the frame, under the name of this site: so
 * a quiz comes from this site alone. Another is not fetched; the element fails with it, and shows no other quiz in its place.
 */
function namedQuiz() {
  const value = parameter("quiz");
  const url = value && ofTheWeb(value);
  if (!url) return value;
  return url.origin === location.origin ? url.href : "on-another-site:" + url.href;
}

function paragraph(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** What a quiz file has its quiz say before it starts. */
async function introduction(file) {
  const { title, subtitle, language, direction, intro, notice } = await (await fetch(file, { signal: AbortSignal.timeout(20000) })).json();
  // A text with a blank in it waits for the quiz, which knows what fills it.
  const whole = (text) => typeof text === "string" && text && !text.includes("{");
  const paragraphs = (name, ...texts) => texts.filter(whole).map((text) => paragraph(name, text));
  const list = document.createElement("ul");
  list.append(...paragraphs("li", ...(intro.points ?? [])));
  if (!tag && whole(language)) quiz.lang = language;
  if (direction === "rtl") quiz.dir = direction;
  for (const it of ["start", "busy", "failed"]) if (whole(intro[it])) quiz.setAttribute(it + "-label", intro[it]);
  if (whole(title)) document.title = title;
  return [
    ...paragraphs("h2", title),
    ...paragraphs("p", subtitle, intro.lead),
    ...(list.firstChild ? [list] : []),
    ...paragraphs("p", intro.audience, notice),
  ];
}

/** Has the quiz introduce itself in the words of the first file that has any, in place of those in the page. */
async function introduce(files, words) {
  const fallback = quiz.querySelector("[data-fallback]");
  // Out of the page until its own words are there, so that nobody starts on the old ones.
  quiz.remove();
  for (const file of files) {
    try {
      words = await introduction(file);
      break;
    } catch {
      // The quiz itself says what is wrong with its file, to whoever starts it.
    }
  }
  quiz.replaceChildren(...words, ...(fallback ? [fallback] : []));
  document.body.append(quiz);
}

for (const child of quiz.children) child.lang ||= page.lang;
for (const name of PLAIN) if (parameter(name)) quiz.setAttribute(name, parameter(name));
/** The language that the address names. */
const tag = canonicalTag(parameter("lang") ?? "");
if (tag) quiz.lang = tag;
if (query.has("remember")) quiz.setAttribute("remember", "");
const theme = parameter("theme");
if (theme === "light" || theme === "dark") page.style.colorScheme = theme;

const course = namedCourse();
if (course) {
  quiz.setAttribute("course", course);
  quiz.querySelector("[data-fallback] a").href = course;
}
const named = namedQuiz();
if (named) {
  quiz.setAttribute("quiz", named);
  // The page's own label is the five-cause quiz's, as its words are.
  quiz.removeAttribute("start-label");
}
// The words in the page are those of the five-cause quiz in its own language.
const known = parameter("translations")?.split(/\s+/) ?? (named ? [] : TRANSLATIONS);
const own = ofTheWeb(named || FOLDER + QUIZ + ".intro.json");
const translation = lookup(tag, known);
const files = own && translation ? [translated(own, translation)] : [];
if (own && named) files.push(own);
const introduced = (named || files.length) && introduce(files, named ? [] : [...quiz.children]);

// In a sandbox that does not name forms no form is submitted, and no script hears that it would have been. The quiz
// goes on at its form's submission, which sends nothing anywhere: here it is told of it at the press.
addEventListener("click", (event) => {
  const button = event.composedPath().find((it) => it.type === "submit");
  if (!button?.form) return;
  event.preventDefault();
  button.form.dispatchEvent(new SubmitEvent("submit", { cancelable: true, submitter: button }));
});

/** In a frame that is lower than this, in pixels, too little of a screen is seen at once. */
const LOW = 480;

/** Names, once, a box around the frame that keeps it too low for what is in it. */
let looked;
function lookForCut() {
  looked ??= setTimeout(() => {
    const needed = page.offsetHeight;
    if (innerHeight >= Math.min(needed, LOW)) looked = undefined;
    else {
      warn(
        `this frame is ${innerHeight} px high, and what is in it ${needed}. Take the iframe out of the box of a fixed height or ratio ` +
          "that is around it, or put which-cause-frame.js on the page.",
      );
    }
  }, 2000);
}

if (parent !== window) {
  // Nobody can know from here whose page it is; what is said is for anybody to hear.
  const say = (what, detail) => parent.postMessage({ type: "which-cause-" + what, ...detail }, "*");
  const sayHeight = () => say("height", { height: Math.ceil(page.getBoundingClientRect().height) });
  // Heard at most once a frame of the screen, and only when the height is another.
  new ResizeObserver(() => (sayHeight(), lookForCut())).observe(page);
  addEventListener("message", ({ data, source }) => {
    if (source === parent && data?.type === "which-cause-ask") sayHeight();
  });
  // The quiz brings its new heading into view as far as it can see, which is this frame. In a frame of the height of
  // what is in it everything is in view, wherever in its page the reader is. That focus goes from one element to another
  // within a shadow root is told inside it alone.
  await Promise.all([customElements.whenDefined("which-cause"), introduced]);
  quiz.shadowRoot.addEventListener("focusin", ({ target }) => {
    if (target.tabIndex >= 0) return;
    requestAnimationFrame(() => say("focus", { bottom: Math.ceil(target.getBoundingClientRect().bottom + scrollY) }));
  });
}
