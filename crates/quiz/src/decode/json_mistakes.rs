//! Explains common mistakes in a file that is not JSON: comments, wrong quotes, a comma too many or too few, a bracket that is
//! not closed, another type of file. The messages of `serde_json` ("expected value") do not say what to do, and its places are
//! where reading stopped, not where the mistake is.
//!
//! It is one piece because the order of the checks matters: a mistake is named by the first one that fits.

use std::ops::Range;

use crate::decode::json_context::JsonContext;

/// A mistake in a text that is not JSON.
pub(crate) struct Mistake {
    /// The byte where the author can mend it.
    pub(crate) offset: usize,
    /// What is wrong and what would be right.
    pub(crate) message: String,
    /// What makes the rest of the text readable, if that is certain.
    pub(crate) repair: Option<Repair>,
}

/// A change that keeps the length of a text, so that all offsets stay right.
pub(crate) struct Repair {
    /// The bytes that become spaces. Line breaks stay.
    pub(crate) blank: Range<usize>,
    /// The byte to write after that, and where.
    pub(crate) write: Option<(usize, u8)>,
}

impl Mistake {
    fn new(offset: usize, message: &str) -> Self {
        Self { offset, message: message.to_owned(), repair: None }
    }

    fn blanked(self, blank: Range<usize>) -> Self {
        Self { repair: Some(Repair { blank, write: None }), ..self }
    }

    fn replaced(self, blank: Range<usize>, at: usize, byte: u8) -> Self {
        Self { repair: Some(Repair { blank, write: Some((at, byte)) }), ..self }
    }
}

/// What is wrong near byte `offset` of a text that is not JSON, and what would be right. `words` is the message of `serde_json`.
pub(crate) fn explain(json: &str, offset: usize, words: &str) -> Mistake {
    let at = if words.starts_with("EOF") { json.len() } else { json.floor_char_boundary(offset) };
    // Slices with `get`: a slice that can panic adds the tables for a character's `Debug` to the parser's module, 4 KB.
    let (before, rest) = (json.get(..at).unwrap_or_default(), json.get(at..).unwrap_or_default());
    if json.trim().is_empty() {
        return Mistake::new(at, "the file is empty; it must contain one object in braces");
    }
    if let Some(kind) = another_kind(json.trim_start()) {
        return Mistake::new(at, kind);
    }
    let context = JsonContext::of(before);
    if let Some(start) = context.open_text {
        return in_a_text(json, start, at, words);
    }
    if words.starts_with("EOF") {
        let message = context.still_open(json).map(|(what, bracket)| {
            format!("the file ends, but {what} is still open; a closing {bracket} is missing")
        });
        return Mistake::new(context.end, &message.unwrap_or_else(|| "the file ends too soon".to_owned()));
    }
    let wants_key = words == "key must be a string";
    let first = rest.chars().next().unwrap_or_default();
    if let Some(length) = comment_length(rest) {
        let message =
            "a comment; JSON has no comments. Put a note under a key that starts with _, such as \"_note\"";
        return Mistake::new(at, message).blanked(at..at + length);
    }
    if words.starts_with("trailing comma") {
        let comma = context.end.saturating_sub(1);
        return Mistake::new(comma, "a comma after the last item; remove it").blanked(comma..context.end);
    }
    if is_invisible(first) {
        let message = format!("an invisible character, U+{:04X}; delete it", u32::from(first));
        return Mistake::new(at, &message).blanked(at..at + first.len_utf8());
    }
    if wants_key || wants_value(words) {
        let is_extra = wants_key || matches!(context.last, b',' | b'[');
        if let Some(message) = wrong_quote(first) {
            let end = at + first.len_utf8();
            return Mistake::new(at, message).replaced(at..end, end - 1, b'"');
        }
        if first == ',' && is_extra {
            return Mistake::new(at, "a comma too many; remove it").blanked(at..at + 1);
        }
    }
    if wants_key {
        return wrong_key(json, before, rest, &context);
    }
    if words.starts_with("expected `,`") || words.starts_with("expected `:`") {
        return wrong_separator(json, at, words.starts_with("expected `:`"), &context);
    }
    wrong_value(before, rest, words, &context)
}

/// The explanation for another type of file, by its first characters.
fn another_kind(json: &str) -> Option<&'static str> {
    const SVG: &str =
        "this is an SVG file or other XML; `which-cause drawings` turns SVG files into a drawings file";
    const KINDS: [(&str, &str); 5] = [
        ("<svg", SVG),
        ("<?xml", SVG),
        (
            "<",
            "this is an HTML page, such as a login page or an error page; the address must lead to the file itself",
        ),
        ("{\\rtf", "this is a rich text document (RTF); save it as plain text in UTF-8"),
        (
            "```",
            "the file starts with ```, as a code block in Markdown does; remove this line and the last ```",
        ),
    ];
    let begins = |start: &str| json.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start));
    KINDS.iter().find(|(start, _)| begins(start)).map(|(_, what)| *what)
}

/// The mistake for an error inside the text whose opening quote is at `start`.
fn in_a_text(json: &str, start: usize, at: usize, words: &str) -> Mistake {
    let escape = match words {
        "invalid escape" => {
            Some("an escape that JSON does not have; write \\\\ for a backslash, \\n for a new line")
        }
        "lone leading surrogate in hex escape"
        | "unexpected end of hex escape"
        | "invalid unicode code point" => Some("an incomplete \\u; write the character itself"),
        _ => None,
    };
    if let Some(message) = escape {
        return Mistake::new(at, message);
    }
    let line = json.get(start + 1..).unwrap_or_default().split(['\n', '\r']).next().unwrap_or_default();
    if let Some(mistake) = wrong_closing_quote(line, start + 1) {
        return mistake;
    }
    if words.starts_with("EOF") {
        return Mistake::new(start, "the file ends inside this text; its closing \" is missing");
    }
    if start + line.len() < at {
        let message = "this text has no closing \" on its line; add it, or write \\n for a new line";
        return Mistake::new(start, message);
    }
    // A control character, which is one byte.
    let message = match json.as_bytes().get(at) {
        Some(b'\t') => "a tab inside a text; write a space, or \\t for a tab",
        _ => "a control character inside a text; delete it",
    };
    Mistake::new(at, message).blanked(at..at + 1)
}

/// The mistake where a key must be.
fn wrong_key(json: &str, before: &str, rest: &str, context: &JsonContext) -> Mistake {
    let first = rest.chars().next().unwrap_or_default();
    let at = before.len();
    let comma = context.end.saturating_sub(1);
    let is_after_comma = context.last == b',';
    if first.is_ascii_digit()
        && is_after_comma
        && json.as_bytes().get(comma.wrapping_sub(1)).is_some_and(u8::is_ascii_digit)
    {
        return Mistake::new(comma, "a comma inside a number; write a whole number, like 3");
    }
    if is_word(first) {
        return Mistake::new(at, &format!("a key without quotes; write \"{}\"", word(rest)));
    }
    if matches!(first, '{' | '[' | ']')
        && let Some((what, bracket)) = context.still_open(json)
    {
        let at = if is_after_comma { comma } else { at };
        return Mistake::new(at, &format!("a {bracket} is missing before this: {what} is still open"));
    }
    Mistake::new(at, "a key is missing here: a text in double quotes, with a colon after it")
}

fn wants_value(words: &str) -> bool {
    matches!(words, "expected value" | "expected ident")
}

/// The mistake where a value must be, or after the end of the whole object.
fn wrong_value(before: &str, rest: &str, words: &str, context: &JsonContext) -> Mistake {
    let at = before.len();
    let first = rest.chars().next().unwrap_or_default();
    let message = match first {
        _ if words == "invalid number" || words == "expected value" && starts_a_number(rest) => {
            "not a number in JSON; write 7, not 07, +7, 7. or 0x7"
        }
        _ if words == "number out of range" => {
            "a number that is far too large; a quiz needs whole numbers like 3"
        }
        ',' | '}' | ']' if words == "expected value" => "a value is missing before this",
        _ if wants_value(words) && is_word(first) && !first.is_ascii_digit() => {
            return Mistake::new(at, &bare_word(before, rest));
        }
        '}' | ']' if words == "trailing characters" => "one bracket too many; remove it",
        ',' if words == "trailing characters" => {
            let message = "this } closes the object of the whole file, but the file goes on; remove the } that is too many, \
                           here or above";
            return Mistake::new(context.end.saturating_sub(1), message);
        }
        _ if words == "trailing characters" => {
            "extra text after the end of the object; a file contains one object in braces"
        }
        _ if words == "expected value" => {
            "a value is missing here: a text in double quotes, a number, a list or an object"
        }
        _ => words,
    };
    Mistake::new(at, message)
}

/// The mistake where a comma, a colon or the end of a list or an object must be.
fn wrong_separator(json: &str, at: usize, wants_colon: bool, context: &JsonContext) -> Mistake {
    let rest = json.get(at..).unwrap_or_default();
    let first = rest.chars().next().unwrap_or_default();
    let is_list = context.open.last().is_some_and(|(bracket, _)| *bracket == b'[');
    let end = context.end;
    // The text that ends right before this, without its quotes.
    let text = context.last_text.clone();
    let is_after_text = text.end == end && end > 0;
    let content = json.get(text.start + 1..text.end.saturating_sub(1)).unwrap_or_default();
    if is_after_text && let Some(mistake) = wrong_closing_quote(content, text.start + 1) {
        return mistake;
    }
    if let Some(message) = wrong_quote(first) {
        return Mistake::new(at, message);
    }
    let open = || context.still_open(json).unwrap_or_default();
    match first {
        '"' if at == end && is_after_text => {
            Mistake::new(at, "a second quote; remove it, or write a quote inside a text as \\\"")
        }
        '"' if is_list && is_a_key(rest) => {
            Mistake::new(at, &format!("a ] is missing before this key: {} is still open", open().0))
        }
        ':' if is_list && is_after_text => {
            Mistake::new(text.start, &format!("a ] is missing before this key: {} is still open", open().0))
        }
        '}' | ']' if !wants_colon => {
            let (what, bracket) = open();
            Mistake::new(at, &format!("a {bracket} is missing before this: {what} is still open"))
        }
        ',' | '}' if wants_colon => Mistake::new(end, "a colon and a value are missing after this key"),
        '=' => Mistake::new(at, "an equals sign; put a colon between a key and its value").replaced(
            at..at + 1,
            at,
            b':',
        ),
        ';' => Mistake::new(at, "a semicolon; write a comma").replaced(at..at + 1, at, b','),
        '+' => Mistake::new(at, "texts cannot be joined by a plus sign; write one text"),
        _ if is_after_text && is_word(first) && content.trim_end().ends_with(':') => {
            Mistake::new(text.start, "this key has no closing \"; add it before the colon")
        }
        _ if is_after_text && is_word(first) && !first.is_ascii_digit() => {
            Mistake::new(end - 1, "a quote inside a text; write it as \\\"")
        }
        '"' | '{' | '[' | '-' | '0'..='9' => {
            let (message, byte) = if wants_colon {
                ("a colon is missing here, between a key and its value", b':')
            } else {
                ("a comma is missing here", b',')
            };
            let mistake = Mistake::new(end, message);
            // Without a space there is no room for it.
            if at > end { mistake.replaced(end..end, end, byte) } else { mistake }
        }
        _ if wants_colon => Mistake::new(end, "a colon is missing here, between a key and its value"),
        _ => {
            let message = format!(
                "`{}` does not belong here; after a value comes a comma, or the end of its list or object",
                excerpt(rest)
            );
            Mistake::new(at, &message)
        }
    }
}

/// Whether a text starts with a text in quotes and a colon after it.
fn is_a_key(rest: &str) -> bool {
    rest.split('"').nth(2).is_some_and(|after| after.trim_start().starts_with(':'))
}

/// What to say about a quote that is not a straight double one.
fn wrong_quote(c: char) -> Option<&'static str> {
    match c {
        '\'' | '‘' | '’' | '‚' | '`' | '´' | '′' => {
            Some("a single quote; put texts and keys in straight double quotes, \"like this\"")
        }
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂' => {
            Some("a curly quote; put texts and keys in straight double quotes, \"like this\"")
        }
        _ => None,
    }
}

/// The mistake for the first quote in a line that seems to end a text, though it is not a straight double one. The line starts at
/// byte `start` of the file.
fn wrong_closing_quote(line: &str, start: usize) -> Option<Mistake> {
    let ends_a_text = |after: &str| {
        let after = after.trim_start_matches([' ', '\t']);
        match after.strip_prefix(',') {
            Some(next) => {
                next.trim_start().chars().next().is_none_or(|c| c == '"' || wrong_quote(c).is_some())
            }
            None => after.is_empty() || after.starts_with([':', '}', ']']),
        }
    };
    line.char_indices().find_map(|(i, c)| {
        let message = wrong_quote(c)?;
        let end = i + c.len_utf8();
        ends_a_text(line.get(end..).unwrap_or_default())
            .then(|| Mistake::new(start + i, message).replaced(start + i..start + end, start + i, b'"'))
    })
}

/// The length of the comment that a text starts with.
fn comment_length(rest: &str) -> Option<usize> {
    const COMMENTS: [(&str, &str); 4] = [("//", "\n"), ("#", "\n"), ("/*", "*/"), ("<!--", "-->")];
    let (_, end) = COMMENTS.iter().find(|(start, _)| rest.starts_with(start))?;
    // Not `find`: a search for any text adds 4 KB to the parser's module.
    let found = rest.as_bytes().windows(end.len()).position(|it| it == end.as_bytes());
    Some(found.map_or(rest.len(), |found| if *end == "\n" { found } else { found + end.len() }))
}

/// The explanation for a word without quotes in place of a value.
fn bare_word(before: &str, rest: &str) -> String {
    let word = word(rest);
    let is = |words: &[&str]| words.iter().any(|it| it.eq_ignore_ascii_case(&word));
    let right = if is(&["true"]) {
        "write true"
    } else if is(&["false"]) {
        "write false"
    } else if is(&["null", "none", "nil", "undefined"]) {
        "remove the key, or write null"
    } else if is(&["nan", "infinity", "inf"]) {
        "JSON has no such number; write a whole number"
    } else if before.trim().is_empty() {
        "a file contains one object in braces, and nothing before it"
    } else {
        "put texts in double quotes, \"like this\""
    };
    format!("`{word}` without quotes; {right}")
}

/// Whether a character can be part of a word without quotes. All characters beyond ASCII can: Unicode's tables of letters
/// are large.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '$') || !c.is_ascii()
}

/// The first word of a text, up to 40 characters.
fn word(text: &str) -> String {
    text.chars().take_while(|c| is_word(*c) || *c == '-').take(40).collect()
}

/// The first word of a text, or its first character.
fn excerpt(text: &str) -> String {
    let word = word(text);
    if word.is_empty() { text.chars().take(1).collect() } else { word }
}

fn starts_a_number(rest: &str) -> bool {
    let mut chars = rest.chars();
    matches!(chars.next(), Some('+' | '.')) && chars.next().is_some_and(|c| c.is_ascii_digit() || c == '.')
}

/// Whether a character is invisible or a space, other than the four white space characters of JSON.
fn is_invisible(c: char) -> bool {
    (c.is_whitespace() || crate::decode::invisible::is_invisible(c)) && !matches!(c, ' ' | '\n' | '\r' | '\t')
}
