// The pages that the quiz stands in: the article, and pages of other people, who set next to nothing.

import { escape } from "./text.mjs";

/** The element as an author pastes it, with the quiz's own words. */
function snippet({ quiz, attributes }) {
  const { title, subtitle, intro, course } = quiz;
  const labels = { "start-label": intro.start, "busy-label": intro.busy, "failed-label": intro.failed };
  const all = Object.entries({ course: "course.html", ...labels, ...attributes });
  const said = all.filter(([, value]) => value).map(([name, value]) => ` ${name}="${escape(value)}"`);
  return `<which-cause${said.join("")}>
    <h2>${escape(title)}</h2>
    <p>${escape(subtitle)}</p>
    <p>${escape(intro.lead)}</p>
    <ul>${intro.points.map((point) => `<li>${escape(point)}</li>`).join("")}</ul>
    <p>${escape(intro.audience)}</p>
    <p data-fallback><a href="course.html">${escape(course.name)}</a></p>
  </which-cause>`;
}

/** A document with this style around the quiz. */
export const plain = (style) => (_, spoken) => `<!doctype html>
<html lang="${spoken.quiz.language}" dir="${spoken.quiz.direction ?? "ltr"}">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Knots</title><link rel="icon" href="data:,">
  <style>${style}</style>
  <script type="module" src="which-cause.js"></script>
</head>
<body>
  <p>A knot is a sign. Something asks those muscles to hold on.</p>
  ${snippet(spoken)}
  <p>It helped for an afternoon.</p>
</body>
</html>`;

/** The article of the build, with the element in the direction that is looked at. */
function article(build, spoken) {
  const html = build.files.get("/index.html").toString();
  if (!Object.keys(spoken.attributes).length) return html;
  const element = /<which-cause\b.*<\/which-cause>/s;
  if (!element.test(html)) throw new Error("the article has no widget in it");
  return html
    .replace(/<html\b[^>]*>/, `<html lang="${spoken.quiz.language}" dir="${spoken.quiz.direction}">`)
    .replace(element, () => snippet(spoken));
}

/** The pages by name: what each is for, the schemes that it knows, and its document. */
export const pages = {
  article: {
    about: "the article of the build",
    schemes: ["light", "dark", "forced"],
    document: article,
  },
  plain: {
    about: "a page without any style",
    schemes: ["light"],
    document: plain(""),
  },
  serif: {
    about: "a blog in a serif, with its own accent",
    schemes: ["light"],
    document: plain(`
      body { max-width: 38em; margin: 2em auto; padding: 0 1em; background: #fbf3e4; color: #2b2118;
             font: 18px/1.7 Georgia, "DejaVu Serif", serif; }
      which-cause { --which-cause-accent: #7a1fa2; }`),
  },
  dark: {
    about: "a dark blog, with its own accent and sharp corners",
    schemes: ["dark"],
    document: plain(`
      :root { color-scheme: dark; }
      body { max-width: 46em; margin: 2em auto; padding: 0 1em; background: #0d1117; color: #e6edf3;
             font: 16px/1.6 "Helvetica Neue", "DejaVu Sans", sans-serif; }
      which-cause { --which-cause-accent: #ffb454; --which-cause-accent-text: #221400; --which-cause-radius: 2px; }`),
  },
};
