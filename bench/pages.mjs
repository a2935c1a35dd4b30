// The pages that are measured: one article without a quiz, with the same quiz made in four ways, and with a second quiz.
import { readFileSync } from "node:fs";

import { bundleQuiz } from "./bundle-quiz.mjs";

/** The widget's element, script and links in the article. */
const element = /<which-cause\b[^>]*>(.*)<\/which-cause>/s;
const script = /<script\b[^>]*which-cause\.js[^>]*><\/script>/;
const link = /<link\b[^>]*which-cause[^>]*>/g;

/** Replaces the widget in the article, and adds to its head. */
function replaceWidget(article, block, head = "") {
  const rest = article
    .replace(script, "")
    .replace(link, "")
    .replace(element, () => block);
  if (rest === article) throw new Error("the article has no widget");
  if (/which-cause/.test(rest)) throw new Error("a part of the widget is left in the article");
  // A minifier may remove the tags of the head, but it keeps the title.
  return rest.replace("</title>", () => `</title>${head}`);
}

/** The second quiz, as text. */
const secondQuiz = readFileSync(new URL("../quizzes/dense-bread.json", import.meta.url), "utf8");

/** Adds an element with the second quiz behind the first. */
function addSecondQuiz(article) {
  const { title, intro } = JSON.parse(secondQuiz);
  const points = intro.points.map((point) => `<li>${point}</li>`).join("");
  const second =
    `<which-cause quiz="dense-bread.json" start-label="${intro.start}"><h2>${title}</h2><p>${intro.lead}</p><ul>${points}</ul>` +
    '<p data-fallback><a href="course.html">Bake along</a></p></which-cause>';
  return article.replace(element, (first) => first + second);
}

/** The author's words in the element, without the fallback for readers who do not get the quiz. */
const authorWords = (article) => article.match(element)[1].replace(/<p data-fallback.*?<\/a>(\s*<\/p>)?/s, "");

/** The selectors of the widget. */
const widget = {
  host: "which-cause",
  start: ".facade button",
  busy: "[aria-busy]",
  question: "form h2",
  choice: "label",
  next: "form .primary",
  result: ".result",
};

/**
 * Each page has a name, its `html` made from the article, the `files` that it serves beside the article's, and the selectors of
 * the things that a reader presses or reads, within the `host` and its shadow root. `checked` pages are checked with the test
 * cases of the quiz first. `bare` has what a reader sees who gets no script. `second` is the host of a second quiz.
 */
export const pages = {
  without: {
    name: "the article alone",
    html: (article) => replaceWidget(article, ""),
    files: () => [],
  },
  quiz: {
    name: "with the quiz",
    html: (article) => article,
    files: () => [],
    bare: ["which-cause h2", "which-cause [data-fallback] a"],
    ...widget,
  },
  two: {
    name: "with two quizzes",
    html: addSecondQuiz,
    files: () => [["dense-bread.json", Buffer.from(secondQuiz)]],
    ...widget,
    host: "which-cause:not([quiz])",
    second: "which-cause[quiz]",
  },
  vanilla: {
    name: "by hand",
    html: (article) =>
      replaceWidget(
        article,
        '<script type="module" src="quiz.js"></script>' +
          `<section class="quiz" id="quiz"><div class="intro">${authorWords(article)}</div></section>`,
      ),
    files: () => bundleQuiz("vanilla", { ".css": "text" }),
    host: "#quiz",
    start: ".start",
    question: "legend",
    choice: "label",
    next: "form .primary",
    skip: ".quiet[value=skip]",
    result: "[data-verdict]",
    checked: true,
  },
  surveyjs: {
    name: "SurveyJS",
    html: (article) =>
      replaceWidget(
        article,
        `<script type="module" src="quiz.js"></script><div id="quiz">${authorWords(article)}</div>`,
        '<link rel="stylesheet" href="quiz.css">',
      ),
    files: () => bundleQuiz("surveyjs"),
    host: "#quiz",
    start: ".sd-navigation__start-btn",
    question: ".sd-question__title",
    choice: ".sd-item label",
    next: ".sd-navigation__next-btn, .sd-navigation__complete-btn",
    skip: ".sd-navigation__next-btn, .sd-navigation__complete-btn",
    result: "[data-verdict]",
    checked: true,
  },
  formbricks: {
    name: "Formbricks",
    html: (article) =>
      replaceWidget(
        article,
        '<script type="module" src="quiz.js"></script>' +
          `<div id="quiz"><div class="intro">${authorWords(article)}</div><div id="survey"></div><div id="ending"></div></div>`,
        '<link rel="stylesheet" href="quiz.css">',
      ),
    files: () => bundleQuiz("formbricks"),
    host: "#quiz",
    start: "#survey button:not(form *)",
    question: "form > label",
    choice: "fieldset label",
    next: "form [type=submit]",
    skip: "form [type=submit]",
    result: "[data-verdict]",
    checked: true,
  },
};
