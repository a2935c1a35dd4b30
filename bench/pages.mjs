// The pages that are measured side by side: one article, without a quiz and with the same quiz made in three ways.
import { bundle } from "./rivals.mjs";

/** The widget's element and script, as they stand in the article. */
const widget = /<which-cause\b[^>]*>(.*)<\/which-cause>/s;
const script = /<script\b[^>]*which-cause\.js[^>]*><\/script>/;
const link = /<link\b[^>]*which-cause[^>]*>/g;

/** The article with something else in the widget's place, and perhaps in its head. */
export function instead(article, block, head = "") {
  const rest = article.replace(script, "").replace(link, "").replace(widget, () => block);
  if (rest === article) throw new Error("the article has no widget in it");
  if (/which-cause/.test(rest)) throw new Error("something of the widget stays in the article without it");
  // Of the head, this is what a minifier leaves in place.
  return rest.replace("</title>", () => `</title>${head}`);
}

/** The author's own words in the widget, without those for readers to whom the quiz does not come. */
const words = (article) => article.match(widget)[1].replace(/<p data-fallback.*?<\/a>(\s*<\/p>)?/s, "");

/**
 * Each page: what it is called; `html`, made of the article; `files`, which it serves beside the article's own; and where
 * on it a reader finds what they press or read, in the `host` and its shadow root if it has one.
 */
export const pages = {
  without: {
    name: "the article alone",
    html: (article) => instead(article, ""),
    files: () => [],
  },
  quiz: {
    name: "with the quiz",
    html: (article) => article,
    files: () => [],
    host: "which-cause",
    start: ".facade button",
    busy: "[aria-busy]",
    asked: "legend",
    choice: "label",
    next: "form .primary",
    result: ".result",
  },
  vanilla: {
    name: "by hand",
    html: (article) =>
      instead(
        article,
        '<script type="module" src="quiz.js"></script>' +
          `<section class="quiz" id="quiz"><div class="intro">${words(article)}</div></section>`,
      ),
    files: () => bundle("vanilla", { ".css": "text" }),
    host: "#quiz",
    start: ".start",
    asked: "legend",
    choice: "label",
    next: "form .primary",
    skip: ".quiet[value=skip]",
    result: "[data-verdict]",
    score: true,
  },
  surveyjs: {
    name: "SurveyJS",
    html: (article) =>
      instead(
        article,
        `<script type="module" src="quiz.js"></script><div id="quiz">${words(article)}</div>`,
        '<link rel="stylesheet" href="quiz.css">',
      ),
    files: () => bundle("surveyjs"),
    host: "#quiz",
    start: ".sd-navigation__start-btn",
    asked: ".sd-question__title",
    choice: ".sd-item label",
    next: ".sd-navigation__next-btn, .sd-navigation__complete-btn",
    skip: ".sd-navigation__next-btn, .sd-navigation__complete-btn",
    result: "[data-verdict]",
    score: true,
  },
};
