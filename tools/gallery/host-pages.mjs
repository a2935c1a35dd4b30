// The host pages of the gallery: the article of the build, and three small pages that differ in their style.

import { escapeHtml } from "./escape-html.mjs";

const paragraph = (text) => `<p>${escapeHtml(text)}</p>`;

/** The element with the quiz's intro in it, much like the one that `which-cause snippet` prints. */
export function elementOf({ quiz, attributes }) {
  const { title, subtitle, intro, course } = quiz;
  const labels = { "start-label": intro.start, "busy-label": intro.busy, "failed-label": intro.failed };
  const present = Object.entries({ ...(course && { course: "course.html" }), ...labels, ...attributes }).filter(
    ([, value]) => value,
  );
  const attributeTexts = present.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  return `<which-cause${attributeTexts.join("")}>
    <h2>${escapeHtml(title)}</h2>
    ${[subtitle, intro.lead].filter(Boolean).map(paragraph).join("")}
    <ul>${(intro.points ?? []).map((point) => `<li>${escapeHtml(point)}</li>`).join("")}</ul>
    ${[intro.audience].filter(Boolean).map(paragraph).join("")}
    ${course ? `<p data-fallback><a href="course.html">${escapeHtml(course.name)}</a></p>` : ""}
  </which-cause>`;
}

/** Returns a function that makes the HTML of a small page with this style and the quiz. */
export const plainPage =
  (style) =>
  (_build, { quiz, attributes }) => `<!doctype html>
<html lang="${quiz.language}" dir="${quiz.direction ?? "ltr"}">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Knots</title><link rel="icon" href="data:,">
  <style>${style}</style>
  <script type="module" src="which-cause.js"></script>
</head>
<body>
  <p>A knot is a sign. Something asks those muscles to hold on.</p>
  ${elementOf({ quiz, attributes })}
  <p>It helped for an afternoon.</p>
</body>
</html>`;

/** The article of the build. A quiz that needs attributes replaces the one in it, and sets the page's language and direction. */
function article(build, { quiz, attributes }) {
  const html = build.files.get("/index.html").toString();
  if (!Object.keys(attributes).length) return html;
  const element = /<which-cause\b.*<\/which-cause>/s;
  if (!element.test(html)) throw new Error("the article has no <which-cause>");
  return html
    .replace(/<html\b[^>]*>/, `<html lang="${quiz.language}" dir="${quiz.direction}">`)
    .replace(element, () => elementOf({ quiz, attributes }));
}

/** Styles of pages that change how the quiz looks. */
export const themes = {
  serif: `
      body { max-width: 38em; margin: 2em auto; padding: 0 1em; background: #fbf3e4; color: #2b2118;
             font: 18px/1.7 Georgia, "DejaVu Serif", serif; }
      which-cause { --which-cause-accent: #7a1fa2; }`,
  round: `
      body { max-width: 40em; margin: 2em auto; padding: 0 1em; background: #fff; color: #2d2a32;
             font: 17px/1.6 Verdana, "DejaVu Sans", sans-serif; }
      which-cause { --which-cause-accent: #b4235a; --which-cause-surface: #fff5f8; --which-cause-radius: 24px;
                    --which-cause-space: 20px; }`,
  dark: `
      :root { color-scheme: dark; }
      body { max-width: 46em; margin: 2em auto; padding: 0 1em; background: #0d1117; color: #e6edf3;
             font: 16px/1.6 "Helvetica Neue", "DejaVu Sans", sans-serif; }
      which-cause { --which-cause-accent: #ffb454; --which-cause-accent-text: #221400; --which-cause-radius: 2px; }`,
};

/** The pages by name: what each is, the color schemes to show it in, and its HTML for a build and a quiz. */
export const hostPages = {
  article: {
    about: "the article of the build",
    schemes: ["light", "dark", "forced"],
    html: article,
  },
  plain: {
    about: "a page without any style",
    schemes: ["light"],
    html: plainPage(""),
  },
  serif: {
    about: "a blog in a serif, with its own accent",
    schemes: ["light"],
    html: plainPage(themes.serif),
  },
  round: {
    about: "a friendly page with large, round shapes",
    schemes: ["light"],
    html: plainPage(themes.round),
  },
  dark: {
    about: "a dark blog, with its own accent and sharp corners",
    schemes: ["dark"],
    html: plainPage(themes.dark),
  },
};
