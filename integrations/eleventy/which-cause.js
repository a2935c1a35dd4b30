/**
 * An Eleventy plugin: the files of the build, copied, and a shortcode that puts <which-cause> around the author's
 * own words, which stay Markdown.
 */
const escaped = (text) =>
  String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export default function whichCause(eleventyConfig) {
  eleventyConfig.addPassthroughCopy("which-cause");
  // Below the site's own address, whatever folder that is.
  const below = (address) => (/^[a-z]+:/i.test(address) ? address : eleventyConfig.getFilter("url")(address));

  eleventyConfig.addPairedShortcode("whichCause", (words, options = {}) => {
    const { course, courseName, quiz, region, lang, theme, startLabel } = options;
    const attributes = {
      course: course && below(course),
      quiz: quiz && below(quiz),
      region,
      lang,
      theme,
      "start-label": startLabel,
    };
    const written = Object.entries(attributes).filter(([, value]) => value);
    const fallback = course && `<p data-fallback><a href="${escaped(below(course))}">${escaped(courseName)}</a></p>`;
    // Between empty lines Markdown goes on being Markdown.
    return `<script type="module" src="${escaped(below("/which-cause/which-cause.js"))}"></script>
<which-cause${written.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("")}>

${words.trim()}

${fallback || ""}

</which-cause>
`;
  });
}
