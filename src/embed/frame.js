/**
 * What frame.html runs: the attributes of its own address go to the quiz in it, and the page around it hears how
 * tall it is. For hosts that strip scripts and unknown elements and let an iframe stand.
 *
 * It says two things to that page, and neither has a word of what a reader answered: `which-cause-height`, with the
 * height that the frame needs, and `which-cause-focus`, with how far down the frame what has just been brought
 * forward ends. It hears one, `which-cause-ask`, and says its height again.
 */
import { lookup, translated } from "./lookup.js";

const page = document.documentElement;
const query = new URLSearchParams(location.search);
const quiz = document.querySelector("which-cause");

/** What the address may set as it stands; the element says what is right for each. */
const PLAIN = ["region", "lang", "translations", "theme", "loading", "report"];

/** A web address from the frame's own, if it is one. */
function address(name, fits = () => true) {
  const value = query.get(name);
  if (!value) return;
  try {
    const url = new URL(value, document.baseURI);
    if (/^https?:$/.test(url.protocol) && fits(url)) return url.href;
  } catch {}
  console.warn(`which-cause: \`${name}\` in the frame's address is left out: ${value}`);
}

function paragraph(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** What a quiz file has its quiz say before it starts. */
async function introduction(file) {
  const { title, subtitle, language, direction, intro, notice } = await (await fetch(file)).json();
  // A text with a blank in it waits for the quiz, which knows what fills it.
  const whole = (text) => typeof text === "string" && text && !text.includes("{");
  const paragraphs = (name, ...texts) => texts.filter(whole).map((text) => paragraph(name, text));
  const list = document.createElement("ul");
  list.append(...paragraphs("li", ...(intro.points ?? [])));
  if (!query.get("lang") && whole(language)) quiz.lang = language;
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
for (const name of PLAIN) if (query.get(name)) quiz.setAttribute(name, query.get(name));
if (query.has("remember")) quiz.setAttribute("remember", "");
const theme = query.get("theme");
if (theme === "light" || theme === "dark") page.style.colorScheme = theme;

const course = address("course");
if (course) {
  quiz.setAttribute("course", course);
  quiz.querySelector("[data-fallback] a").href = course;
}
// Whoever writes the frame's address writes what stands in it, under the name of the site that it is on: a quiz
// comes from that site alone.
const file = address("quiz", (url) => url.origin === location.origin);
if (file) quiz.setAttribute("quiz", file);
// The words in the page are those of the five-cause quiz in its own language.
const known = query.get("translations")?.split(/\s+/) ?? (file ? [] : TRANSLATIONS);
const tag = lookup(query.get("lang"), known);
const files = tag ? [translated(file ?? new URL(FOLDER + QUIZ + ".intro.json", document.baseURI), tag)] : [];
if (file) files.push(file);
const introduced = files.length && introduce(files, file ? [] : [...quiz.children]);

// In a sandbox that does not name forms no form is submitted, and no script hears that it would have been. The quiz
// goes on at its form's submission, which sends nothing anywhere: here it is told of it at the press.
addEventListener("click", (event) => {
  const button = event.composedPath().find((it) => it.type === "submit");
  if (!button?.form) return;
  event.preventDefault();
  button.form.dispatchEvent(new SubmitEvent("submit", { cancelable: true, submitter: button }));
});

if (parent !== window) {
  // Nobody can know from here whose page it is; what is said is for anybody to hear.
  const say = (what, detail) => parent.postMessage({ type: "which-cause-" + what, ...detail }, "*");
  const sayHeight = () => say("height", { height: Math.ceil(page.getBoundingClientRect().height) });
  // Heard at most once a frame of the screen, and only when the height is another.
  new ResizeObserver(sayHeight).observe(page);
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
