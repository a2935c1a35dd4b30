import whichCause from "./which-cause.js";

export default function (eleventyConfig) {
  eleventyConfig.addPlugin(whichCause);
  eleventyConfig.ignores.add("README.md");
  return {
    pathPrefix: "/blog/",
    markdownTemplateEngine: "njk",
  };
}
