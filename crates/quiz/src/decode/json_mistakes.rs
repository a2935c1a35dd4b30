//! What an author meant where a file is no JSON: comments, other quotes, a comma too many, another kind of file. The JSON
//! reader's own words ("expected value") say what it wanted, and not what to do. Knows nothing of quizzes.

/// What is wrong at `offset` bytes into a text that is no JSON, and what would be right. `words` are the JSON reader's own.
pub(crate) fn explain(json: &str, offset: usize, words: &str) -> String {
    // Slices by `get`: a slice that panics brings the tables for a character's `Debug` into the widget's parser, 4 KB.
    let at = (0..=offset.min(json.len())).rev().find(|i| json.is_char_boundary(*i)).unwrap_or(0);
    let (before, rest) = (json.get(..at).unwrap_or_default(), json.get(at..).unwrap_or_default());
    if json.trim().is_empty() {
        return "the file is empty; a file is a single object in braces".to_owned();
    }
    if let Some(kind) = another_kind(json.trim_start()) {
        return kind.to_owned();
    }
    if let Some(in_text) = in_a_text(words) {
        return in_text.to_owned();
    }
    let wants_key = words == "key must be a string" || words.starts_with("trailing comma");
    let wants_separator = words.starts_with("expected `,`") || words.starts_with("expected `:`");
    if wants_separator && ends_in_a_curly_quote(before) {
        return "the text before this ends in a curly quote; write a straight one, \"".to_owned();
    }
    let right = match rest.chars().next() {
        Some('/' | '#') => {
            "a comment; JSON has none. Put a note under a key that starts with _, such as \"_note\""
        }
        Some('\'' | '‘' | '’' | '‚' | '`' | '´') => {
            "a single quote; texts and keys stand in straight double quotes, \"like this\""
        }
        Some('“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂') => {
            "a curly quote; texts and keys stand in straight double quotes, \"like this\""
        }
        Some(c) if is_unseen(c) => {
            return format!("a character that is not seen, U+{:04X}; delete it", u32::from(c));
        }
        _ if words.starts_with("trailing comma") => "a comma after the last one; leave it out",
        Some(c) if is_word(c) && wants_key => {
            return format!("a key without quotes; write \"{}\"", word(rest));
        }
        Some(c) if is_word(c) && !c.is_ascii_digit() && wants_separator => {
            "words outside of quotes; a quote within a text is written \\\""
        }
        Some('"' | '{' | '[') if words.starts_with("expected `,`") => "a comma is missing before this",
        Some('=') => "an equals sign; between a key and its value stands a colon",
        _ if words.starts_with("expected `:`") => {
            "between a key and its value stands a colon, and here is none"
        }
        _ if words == "invalid number" || words == "expected value" && starts_a_number(rest) => {
            "no number as JSON writes one; a whole number is written 7, and not 07, +7, 7. or 0x7"
        }
        _ if words == "number out of range" => {
            "a number that is far too large; a quiz has whole numbers like 3"
        }
        Some(c)
            if is_word(c)
                && !c.is_ascii_digit()
                && (words == "expected value" || words == "expected ident") =>
        {
            return bare_word(before, rest);
        }
        Some(',' | '}' | ']') if words == "expected value" => "a value is missing before this",
        _ if words == "trailing characters" => {
            "something more after the end of the object; a file is a single object in braces"
        }
        _ if words.starts_with("EOF") => unclosed(words),
        _ if words == "expected value" => {
            "here belongs a value: a text in double quotes, a number, a list, an object"
        }
        _ => words,
    };
    right.to_owned()
}

/// A file that is no attempt at JSON, by how it begins.
fn another_kind(json: &str) -> Option<&'static str> {
    const SVG: &str =
        "this is an SVG file or other XML; `which-cause drawings` makes a drawings file of SVG files";
    const KINDS: [(&str, &str); 4] = [
        ("<svg", SVG),
        ("<?xml", SVG),
        (
            "<",
            "this is an HTML page, such as a login page or an error page; the address must lead to the file itself",
        ),
        ("{\\rtf", "this is a rich text document (RTF); save it as plain text in UTF-8"),
    ];
    let begins = |start: &str| json.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start));
    KINDS.iter().find(|(start, _)| begins(start)).map(|(_, what)| *what)
}

/// What the JSON reader did not take within a text.
fn in_a_text(words: &str) -> Option<&'static str> {
    Some(match words {
        "invalid escape" => {
            "a backslash that JSON does not know; write \\\\ for a backslash, \\n for a new line"
        }
        it if it.starts_with("control character") => {
            "a line break or a tab within a text, or a quote that is not closed; write \\n for a new line"
        }
        "lone leading surrogate in hex escape"
        | "unexpected end of hex escape"
        | "invalid unicode code point" => "an incomplete \\u; write the character itself",
        _ => return None,
    })
}

/// A word where a value belongs.
fn bare_word(before: &str, rest: &str) -> String {
    let word = word(rest);
    let is = |words: &[&str]| words.iter().any(|it| it.eq_ignore_ascii_case(&word));
    let right = if is(&["true"]) {
        "write true"
    } else if is(&["false"]) {
        "write false"
    } else if is(&["null", "none", "nil", "undefined"]) {
        "leave the key out, or write null"
    } else if is(&["nan", "infinity", "inf"]) {
        "JSON has no such number; write a whole number"
    } else if before.trim().is_empty() {
        "a file is a single object in braces, and nothing stands before it"
    } else {
        "a text stands in double quotes, \"like this\""
    };
    format!("`{word}` without quotes; {right}")
}

fn unclosed(words: &str) -> &'static str {
    match words {
        "EOF while parsing a string" => "the file ends within a text; its closing \" is missing",
        "EOF while parsing a list" => "the file ends within a list; a closing ] is missing",
        "EOF while parsing an object" => "the file ends within an object; a closing } is missing",
        _ => "the file ends too soon; its end is missing",
    }
}

/// Whether the last text before a place has a curly quote where its straight one should be.
fn ends_in_a_curly_quote(before: &str) -> bool {
    let before = before.trim_end();
    // From the end: a part of JSON, and before it, perhaps after spaces, a curly quote.
    let mut part = false;
    for c in before.strip_suffix('"').unwrap_or(before).chars().rev().take_while(|c| *c != '"') {
        match c {
            ':' | ',' | '}' | ']' => part = true,
            '”' | '“' | '″' if part => return true,
            ' ' | '\n' | '\r' | '\t' => {}
            _ => return false,
        }
    }
    false
}

/// Whether a character may be part of a word without quotes. Beyond ASCII any may: the tables of all letters are large.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '$') || !c.is_ascii()
}

/// The word that a text begins with, clipped.
fn word(text: &str) -> String {
    text.chars().take_while(|c| is_word(*c) || *c == '-').take(40).collect()
}

fn starts_a_number(rest: &str) -> bool {
    let mut chars = rest.chars();
    matches!(chars.next(), Some('+' | '.')) && chars.next().is_some_and(|c| c.is_ascii_digit() || c == '.')
}

/// Whether a character takes no room or looks like a space, and is none of the four that may stand between JSON's parts.
fn is_unseen(c: char) -> bool {
    (c.is_whitespace() || crate::decode::invisible::is_unseen(c)) && !matches!(c, ' ' | '\n' | '\r' | '\t')
}
