/**
 * An Eleventy plugin: it copies the files of the build, and adds a shortcode that puts <which-cause> around the author's words,
 * which are Markdown.
 */
const escapeHtml = (text) =>
  String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export default function whichCause(eleventyConfig) {
  eleventyConfig.addPassthroughCopy("which-cause");
  // An address that begins with a slash is relative to the site's `pathPrefix`.
  const withPrefix = (address) => (/^[a-z]+:/i.test(address) ? address : eleventyConfig.getFilter("url")(address));

  eleventyConfig.addPairedShortcode("whichCause", (words, options = {}) => {
    const { course, courseName, quiz, region, lang, theme, startLabel, busyLabel, failedLabel } = options;
    const attributes = {
      course: course && withPrefix(course),
      quiz: quiz && withPrefix(quiz),
      region,
      lang,
      theme,
      "start-label": startLabel,
      "busy-label": busyLabel,
      "failed-label": failedLabel,
    };
    const written = Object.entries(attributes).filter(([, value]) => value);
    const fallback =
      course &&
      `<p data-fallback><a href="${escapeHtml(withPrefix(course))}">${escapeHtml(courseName || withPrefix(course))}</a></p>`;
    // The empty lines make Markdown render the words.
    return `<script type="module" src="${escapeHtml(withPrefix("/which-cause/which-cause.js"))}"></script>
<which-cause${written.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join("")}>

${words.trim()}

${fallback || ""}

</which-cause>
`;
  });
}
