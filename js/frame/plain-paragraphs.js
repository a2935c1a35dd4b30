/**
 * The paragraphs of a quiz file's text with markup, without the marks. A star in a word, or between spaces, is a star, as in
 * `crates/quiz/src/file/rich_text.rs`.
 *
 * @param {string} text
 */
export const plainParagraphs = (text) =>
  text.replace(/\[([^\]]+)\]\((?:\(.*?\)|.)+?\)|\B(\*\*?)(\S.*?)\2\B/g, "$1$3").split(/\n\s*\n/);
