//! Texts that are longer than a label: with paragraphs, strong and emphasized words, and links. The markup is parsed here, when a
//! file is read.

use std::mem;
use std::ops::Deref;

use crate::decode::codec::codec_newtype;
use crate::decode::diagnostics::Diagnostics;
use crate::decode::from_json::FromJson;
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::problem::ProblemKind;
use crate::decode::schema::{Definitions, Schema};
use crate::decode::single_line::is_web_address;
use crate::file::markup::{Mark, first_marked};
use crate::file::template::Text;

/// A [`Text`] that can have paragraphs, `**strong**` and `*emphasized*` words and `[links](https://…)`. Everywhere else in a text
/// such marks are characters like others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RichText(Text);

impl Deref for RichText {
    type Target = Text;

    fn deref(&self) -> &Text {
        &self.0
    }
}

/// A part of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: Text,
    /// Their style.
    pub style: SpanStyle,
}

/// The style of a part of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpanStyle {
    /// Nothing.
    Plain,
    /// It is strong.
    Strong,
    /// It is emphasized.
    Emphasis,
    /// It is a link to this address.
    Link(String),
}

// The parsed markup is in the text itself, as control characters, which no author's text can have. Each of these begins a part of a
// paragraph. So a text without markup, like nearly all, is encoded and decoded as it is.
const STRONG: char = '\u{1}';
const EMPHASIS: char = '\u{2}';
const LINK: char = '\u{3}';
const PLAIN: char = '\u{4}';
/// Follows the address of a link.
const ADDRESS_END: char = '\u{5}';
/// Between two paragraphs.
const PARAGRAPH: char = '\u{6}';

impl Text {
    /// Whether the text has paragraphs, or special parts.
    #[must_use]
    pub fn has_markup(&self) -> bool {
        self.as_written().bytes().any(|byte| u32::from(byte) <= u32::from(PARAGRAPH))
    }

    /// The paragraphs, each in its parts; at least one. Only a [`RichText`] can have several, or more than one part.
    ///
    /// They are read character by character: the message of a wrong slice would be 3 KB of the widget's module.
    #[must_use]
    pub fn paragraphs(&self) -> Vec<Vec<Span>> {
        let (mut paragraphs, mut spans) = (Vec::new(), Vec::new());
        let (mut mark, mut address, mut words) = (PLAIN, String::new(), String::new());
        for c in self.as_written().chars().chain([PARAGRAPH]) {
            if c > PARAGRAPH {
                words.push(c);
                continue;
            }
            if c == ADDRESS_END {
                address = mem::take(&mut words);
                continue;
            }
            if !words.is_empty() {
                let style = match mark {
                    STRONG => SpanStyle::Strong,
                    EMPHASIS => SpanStyle::Emphasis,
                    LINK => SpanStyle::Link(mem::take(&mut address)),
                    _ => SpanStyle::Plain,
                };
                spans.push(Span { text: Text::generated(mem::take(&mut words)), style });
            }
            mark = c;
            if c == PARAGRAPH {
                paragraphs.push(mem::take(&mut spans));
            }
        }
        paragraphs
    }

    /// The text without its markup. The address of a link follows in brackets, and a paragraph begins on a new line.
    pub(crate) fn plain(&self) -> String {
        let mut plain = String::new();
        for spans in self.paragraphs() {
            if !plain.is_empty() {
                plain.push('\n');
            }
            for span in spans {
                plain.push_str(span.text.as_written());
                if let SpanStyle::Link(address) = &span.style {
                    plain.extend([" (", address, ")"]);
                }
            }
        }
        plain
    }
}

codec_newtype! { RichText }

impl FromJson for RichText {
    const EXPECTED: &'static str = Text::EXPECTED;

    fn schema(definitions: &mut Definitions) -> Schema {
        let mut schema = Text::schema(definitions);
        schema["markup"] = true.into();
        schema
    }

    fn fallback() -> Self {
        Self(Text::fallback())
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        let text = Text::from_json(value, path, diagnostics);
        let mut parsed = String::new();
        for paragraph in paragraphs_in(text.as_written()) {
            if !parsed.is_empty() {
                parsed.push(PARAGRAPH);
            }
            parse(&paragraph, &mut parsed, &mut |address| {
                diagnostics.report(path, ProblemKind::NotALink { found: address.to_owned() });
            });
        }
        Self(Text::generated(parsed))
    }
}

/// The paragraphs of a text as an author writes it: empty lines are between them. Each is on one line.
pub(crate) fn paragraphs_in(text: &str) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().chain([""]) {
        if !line.trim().is_empty() {
            lines.push(line);
        } else if !lines.is_empty() {
            paragraphs.push(lines.join(" "));
            lines.clear();
        }
    }
    paragraphs
}

/// Appends the parts of a paragraph.
fn parse(paragraph: &str, parsed: &mut String, wrong_address: &mut dyn FnMut(&str)) {
    let mut rest = paragraph;
    while let Some(marked) = first_marked(rest) {
        parsed.push_str(marked.before);
        match marked.mark {
            Mark::Strong => parsed.push(STRONG),
            Mark::Emphasis => parsed.push(EMPHASIS),
            Mark::Link(address) => {
                if !is_web_address(address) || address.contains('{') {
                    wrong_address(address);
                }
                parsed.push(LINK);
                parsed.push_str(address);
                parsed.push(ADDRESS_END);
            }
        }
        parsed.push_str(marked.words);
        parsed.push(PLAIN);
        rest = marked.after;
    }
    parsed.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<RichText, String> {
        let mut diagnostics = Diagnostics::default();
        let text = RichText::from_json(Value::String(text.to_owned()), &PathRef::Root, &mut diagnostics);
        diagnostics.problems.first().map_or(Ok(text), |problem| Err(problem.to_string()))
    }

    /// The paragraphs of a text, with `<…>` around special parts.
    fn rendered(text: &str) -> Vec<String> {
        let span = |Span { text, style }: Span| match (text.as_written(), style) {
            (words, SpanStyle::Plain) => words.to_owned(),
            (words, SpanStyle::Strong) => format!("<s {words}>"),
            (words, SpanStyle::Emphasis) => format!("<e {words}>"),
            (words, SpanStyle::Link(address)) => format!("<{address} {words}>"),
        };
        let text = read(text).expect("a valid text");
        text.paragraphs().into_iter().map(|spans| spans.into_iter().map(span).collect()).collect()
    }

    #[test]
    fn strong_and_emphasized_words_and_links_are_parts_of_their_own() {
        for (text, expected) in [
            ("**Never** at *night*.", "<s Never> at <e night>."),
            (
                "See [the list](https://example.org/a_(b)) (new).",
                "See <https://example.org/a_(b) the list> (new).",
            ),
            ("[a](https://a.org)[b](https://b.org)", "<https://a.org a><https://b.org b>"),
            ("Call **{emergency_number}** now", "Call <s {emergency_number}> now"),
            ("«**Ja**», dit-il", "«<s Ja>», dit-il"),
        ] {
            assert_eq!(rendered(text), [expected]);
        }
    }

    #[test]
    fn stars_that_mark_nothing_are_stars() {
        for text in [
            "2 * 3 * 4",
            "a 5* hotel or a 4* one",
            "Leser*innen und Schüler*innen",
            "* a note",
            "**open",
            "a [b] (c)",
        ] {
            assert_eq!(rendered(text), [text]);
        }
    }

    #[test]
    fn empty_lines_separate_paragraphs() {
        assert_eq!(rendered("\none\ntwo\n \n**three**\n\n\nfour\n"), ["one two", "<s three>", "four"]);
        assert_eq!(rendered("*one\n\ntwo*"), ["*one", "two*"]);
    }

    #[test]
    fn a_link_leads_to_a_web_address() {
        for address in
            ["javascript:alert(1)", "page.html", "https://example.org/ \"title\"", "https://{course_name}/"]
        {
            let problem = read(&format!("See [this]({address})")).expect_err(address);
            assert!(problem.starts_with(&format!("`{address}` is not a web address")), "{problem}");
        }
    }

    #[test]
    fn a_plain_text_has_the_addresses_of_its_links() {
        let text = read("**Look** [here](https://example.org/).\n\nThen *stop*.").expect("a valid text");
        assert_eq!(text.plain(), "Look here (https://example.org/).\nThen stop.");
    }
}
