//! HTML of other formats as text: plain, or with the marks of a quiz file for strong words, links and paragraphs. Scripts and styles are
//! dropped, and nothing is ever shown as HTML.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

/// The result of converting HTML.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Converted {
    /// The text.
    pub(super) text: String,
    /// Whether there was a picture, a video or something else that is no text.
    pub(super) has_media: bool,
}

impl Converted {
    /// The text. Adds 1 to `left_out` if a picture or the like is left out of it.
    pub(super) fn into_text(self, left_out: &mut usize) -> String {
        *left_out += usize::from(self.has_media);
        self.text
    }
}

/// HTML as one line of text.
pub(super) fn plain_text(html: &str) -> Converted {
    let converted = convert(html, false);
    Converted { text: converted.text.split_whitespace().collect::<Vec<_>>().join(" "), ..converted }
}

/// HTML as a text with markup.
pub(super) fn marked_text(html: &str) -> Converted {
    convert(html, true)
}

const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];
const MEDIA: &[&str] =
    &["audio", "canvas", "embed", "form", "iframe", "img", "math", "object", "svg", "video"];
const WITHOUT_TEXT: &[&str] = &["script", "style", "template", "noscript", "title"];

/// The words inside a mark, until it ends.
struct Mark {
    tag: String,
    start: &'static str,
    end: String,
    words: String,
}

#[derive(Default)]
struct Writer {
    text: String,
    mark: Option<Mark>,
}

impl Writer {
    fn push(&mut self, words: &str) {
        let text = self.mark.as_mut().map_or(&mut self.text, |mark| &mut mark.words);
        for letter in words.chars() {
            // White space is one space, as in HTML.
            if !letter.is_whitespace() || letter == '\u{a0}' {
                text.push(letter);
            } else if !text.ends_with(char::is_whitespace) {
                text.push(' ');
            }
        }
    }

    /// Ends a mark. Its spaces at both ends come out of it.
    fn end_mark(&mut self) {
        let Some(mark) = self.mark.take() else { return };
        let words = mark.words.trim();
        if mark.words.starts_with(' ') {
            self.push(" ");
        }
        if !words.is_empty() {
            self.text.extend([mark.start, words, mark.end.as_str()]);
        }
        if mark.words.ends_with(' ') {
            self.push(" ");
        }
    }

    /// Begins a new paragraph.
    fn end_paragraph(&mut self) {
        self.end_mark();
        let length = self.text.trim_end().len();
        self.text.truncate(length);
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
    }
}

fn convert(html: &str, has_marks: bool) -> Converted {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut writer = Writer::default();
    let mut has_media = false;
    // The element without text that the tokens are in.
    let mut skipped: Option<String> = None;
    let html = escape_text_brackets(html);
    for token in Tokenizer::new_with_emitter(&html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) if skipped.is_none() => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                has_media |= MEDIA.contains(&name.as_str());
                if WITHOUT_TEXT.contains(&name.as_str()) {
                    skipped = (!tag.self_closing).then_some(name);
                } else if BLOCKS.contains(&name.as_str()) {
                    writer.end_paragraph();
                    if name == "li" {
                        writer.push("• ");
                    }
                } else if has_marks && writer.mark.is_none() {
                    writer.mark = mark_of(&tag, name);
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if skipped.is_some() {
                    if skipped.as_ref() == Some(&name) {
                        skipped = None;
                    }
                } else if BLOCKS.contains(&name.as_str()) {
                    writer.end_paragraph();
                } else if writer.mark.as_ref().is_some_and(|mark| mark.tag == name) {
                    writer.end_mark();
                }
            }
            Token::String(words) if skipped.is_none() => writer.push(&String::from_utf8_lossy(&words)),
            _ => {}
        }
    }
    writer.end_mark();
    Converted { text: writer.text.trim().to_owned(), has_media }
}

/// HTML with `&lt;` for each bracket that begins no tag: `Is x<y or y>x?` is a text.
fn escape_text_brackets(html: &str) -> String {
    let mut parts = html.split('<');
    let mut escaped = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        escaped.extend([if begins_tag(part) { "<" } else { "&lt;" }, part]);
    }
    escaped
}

/// Whether a text behind a bracket is a tag. Words without a value, such as "y or y>", are no attributes.
fn begins_tag(text: &str) -> bool {
    if text.starts_with(['/', '!', '?']) {
        return true;
    }
    let Some((tag, _)) = text.split_once('>') else { return false };
    let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let attributes = attributes.trim_end_matches('/').trim();
    attributes.is_empty()
        || attributes.contains('=')
        || MEDIA.iter().any(|media| media.eq_ignore_ascii_case(name))
}

/// The mark that a tag stands for. A link to somewhere else than the web has none.
fn mark_of(tag: &StartTag<()>, name: String) -> Option<Mark> {
    let (start, end) = match name.as_str() {
        "strong" | "b" => ("**", "**".to_owned()),
        "em" | "i" => ("*", "*".to_owned()),
        "a" => {
            let address = String::from_utf8_lossy(tag.attributes.get(b"href".as_slice())?).trim().to_owned();
            let is_web = address.starts_with("https://") || address.starts_with("http://");
            // A bracket would end the link.
            if !is_web || address.contains([' ', '(', ')']) {
                return None;
            }
            ("[", format!("]({address})"))
        }
        _ => return None,
    };
    Some(Mark { tag: name, start, end, words: String::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(html: &str) -> String {
        marked_text(html).text
    }

    #[test]
    fn marks_and_paragraphs_are_those_of_a_quiz_file() {
        assert_eq!(
            marked(
                "<div>You <b>plan </b>ahead.</div>\n<p>See <a href='https://a.org/x'>the  list</a>&nbsp;&amp; <i>more</i></p>"
            ),
            "You **plan** ahead.\n\nSee [the list](https://a.org/x)\u{a0}& *more*"
        );
        assert_eq!(marked("<ul><li>one</li><li>two</li></ul>"), "• one\n\n• two");
        assert_eq!(
            marked("<b>a <i>nested</i> mark</b> and an <b></b> empty one"),
            "**a nested mark** and an empty one"
        );
        assert_eq!(marked("<p>left <b>open<p>next"), "left **open**\n\nnext");
        let table = "<table><tr><th>Tea</th><td>green</td></tr></table>";
        assert_eq!(marked_text(table), Converted { text: "Tea\n\ngreen".to_owned(), has_media: false });
    }

    #[test]
    fn nothing_that_runs_is_kept() {
        let html = "<p>a<script>alert(1)</script><style>p{}</style><img src=x onerror=alert(1)>b</p>";
        assert_eq!(marked_text(html), Converted { text: "ab".to_owned(), has_media: true });
        assert_eq!(marked("<a href='javascript:alert(1)'>press</a>"), "press");
    }

    #[test]
    fn a_plain_text_is_one_line() {
        assert_eq!(plain_text("<p>a &lt; b</p><p><b>c</b></p>").text, "a < b c");
        for text in ["3 < 4 & 5 > 2", "Is x<y or y>x?", "x<y", "a<b and c"] {
            assert_eq!(plain_text(text), Converted { text: text.to_owned(), has_media: false });
        }
        assert!(plain_text("<VIDEO controls>").has_media);
    }
}
