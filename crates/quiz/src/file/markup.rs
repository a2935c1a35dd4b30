//! Finds the markup that a longer text can have: `**strong**`, `*emphasis*` and `[a link](https://…)`. Nothing is inside anything
//! else.
//!
//! It takes parts of a text by `get` and not by index: the message of a wrong index would be 4 KB of the parser's module.

use std::ops::Range;

/// A marked part of a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Marked<'t> {
    /// The text before it.
    pub(crate) before: &'t str,
    /// The words between the marks.
    pub(crate) words: &'t str,
    /// What the marks mean.
    pub(crate) mark: Mark<'t>,
    /// The text after it.
    pub(crate) after: &'t str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark<'t> {
    /// `**words**`
    Strong,
    /// `*words*`
    Emphasis,
    /// `[words](address)`. The address is not checked here.
    Link(&'t str),
}

/// The first marked part of a text.
pub(crate) fn first_marked(text: &str) -> Option<Marked<'_>> {
    let delimited = |mark: &str, meaning| {
        let range = delimited(text, mark)?;
        let words = part(text, range.start + mark.len()..range.end - mark.len());
        Some(marked(text, range, words, meaning))
    };
    let found = [link(text), delimited("**", Mark::Strong), delimited("*", Mark::Emphasis)];
    found.into_iter().flatten().min_by_key(|marked| marked.before.len())
}

/// The words of a text, without marks and addresses.
pub(crate) fn without_markup(text: &str) -> String {
    let mut words = String::new();
    let mut rest = text;
    while let Some(marked) = first_marked(rest) {
        words.extend([marked.before, marked.words]);
        rest = marked.after;
    }
    words + rest
}

/// The first link. A picture of Markdown, `![words](address)`, is none.
fn link(text: &str) -> Option<Marked<'_>> {
    let mut from = 0;
    while let Some(middle) = position(text, "](", from) {
        from = middle + 2;
        let start = text.as_bytes().iter().take(middle).rposition(|byte| *byte == b'[')?;
        let words = part(text, start + 1..middle);
        let mut open = 0;
        // An address can have brackets of its own, in pairs.
        let length = text.bytes().skip(from).position(|byte| {
            open += i32::from(byte == b'(') - i32::from(byte == b')');
            open < 0
        })?;
        let end = from + length;
        if !words.trim().is_empty() && !part(text, 0..start).ends_with('!') {
            return Some(marked(text, start..end + 1, words, Mark::Link(part(text, from..end))));
        }
    }
    None
}

/// The bytes of the first words between two marks, with the marks: the first is before a word and the second after one. The mark is
/// ASCII.
pub(crate) fn delimited(text: &str, mark: &str) -> Option<Range<usize>> {
    // Not `contains`: a search for any character brings 2 KB of code.
    let is_mark = |c: char| mark.starts_with(c);
    let is_word = |c: char| c.is_alphanumeric() || is_mark(c);
    let before = |end: usize| part(text, 0..end).chars().next_back();
    let after = |start: usize| part(text, start..text.len()).chars().next();
    let mut from = 0;
    while let Some(start) = position(text, mark, from) {
        from = start + mark.len();
        let begins = |c: char| !c.is_whitespace() && !is_mark(c) && !matches!(c, '.' | ',' | ')');
        if before(start).is_some_and(is_word) || !after(from).is_some_and(begins) {
            continue;
        }
        let mut close = from;
        while let Some(end) = position(text, mark, close) {
            close = end + mark.len();
            let ends = |c: char| !c.is_whitespace() && !is_mark(c);
            if before(end).is_some_and(ends)
                && !after(close).is_some_and(is_word)
                && !part(text, start..end).contains('\n')
            {
                return Some(start..close);
            }
        }
    }
    None
}

fn marked<'t>(text: &'t str, range: Range<usize>, words: &'t str, mark: Mark<'t>) -> Marked<'t> {
    Marked { before: part(text, 0..range.start), words, mark, after: part(text, range.end..text.len()) }
}

/// The first position of an ASCII mark from a position on.
fn position(text: &str, mark: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    (from..bytes.len()).find(|at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(mark.as_bytes())))
}

/// A part of a text whose ends are beside ASCII characters.
fn part(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}
