//! Explains common mistakes in a file that is not JSON: comments, wrong quotes, an extra comma, another type of file. The
//! messages of `serde_json` ("expected value") do not say what to do.

/// What is wrong at byte `offset` of a text that is not JSON, and what would be right. `words` is the message of `serde_json`.
pub(crate) fn explain(json: &str, offset: usize, words: &str) -> String {
    // Slices with `get`: a slice that can panic adds the tables for a character's `Debug` to the parser's module, 4 KB.
    let at = (0..=offset.min(json.len())).rev().find(|i| json.is_char_boundary(*i)).unwrap_or(0);
    let (before, rest) = (json.get(..at).unwrap_or_default(), json.get(at..).unwrap_or_default());
    if json.trim().is_empty() {
        return "the file is empty; it must contain one object in braces".to_owned();
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
            "a comment; JSON has no comments. Put a note under a key that starts with _, such as \"_note\""
        }
        Some('\'' | '‘' | '’' | '‚' | '`' | '´') => {
            "a single quote; put texts and keys in straight double quotes, \"like this\""
        }
        Some('“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂') => {
            "a curly quote; put texts and keys in straight double quotes, \"like this\""
        }
        Some(c) if is_invisible(c) => {
            return format!("an invisible character, U+{:04X}; delete it", u32::from(c));
        }
        _ if words.starts_with("trailing comma") => "a comma after the last item; remove it",
        Some(c) if is_word(c) && wants_key => {
            return format!("a key without quotes; write \"{}\"", word(rest));
        }
        Some(c) if is_word(c) && !c.is_ascii_digit() && wants_separator => {
            "words outside quotes; write a quote inside a text as \\\""
        }
        Some('"' | '{' | '[') if words.starts_with("expected `,`") => "a comma is missing before this",
        Some('=') => "an equals sign; put a colon between a key and its value",
        _ if words.starts_with("expected `:`") => "a colon is missing between a key and its value",
        _ if words == "invalid number" || words == "expected value" && starts_a_number(rest) => {
            "not a number in JSON; write 7, not 07, +7, 7. or 0x7"
        }
        _ if words == "number out of range" => {
            "a number that is far too large; a quiz needs whole numbers like 3"
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
            "extra text after the end of the object; a file contains one object in braces"
        }
        _ if words.starts_with("EOF") => unclosed(words),
        _ if words == "expected value" => {
            "a value is missing here: a text in double quotes, a number, a list or an object"
        }
        _ => words,
    };
    right.to_owned()
}

/// The explanation for another type of file, by its first characters.
fn another_kind(json: &str) -> Option<&'static str> {
    const SVG: &str =
        "this is an SVG file or other XML; `which-cause drawings` turns SVG files into a drawings file";
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

/// The explanation for an error inside a text.
fn in_a_text(words: &str) -> Option<&'static str> {
    Some(match words {
        "invalid escape" => {
            "an escape that JSON does not have; write \\\\ for a backslash, \\n for a new line"
        }
        it if it.starts_with("control character") => {
            "a line break or a tab inside a text, or a missing quote; write \\n for a new line"
        }
        "lone leading surrogate in hex escape"
        | "unexpected end of hex escape"
        | "invalid unicode code point" => "an incomplete \\u; write the character itself",
        _ => return None,
    })
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

fn unclosed(words: &str) -> &'static str {
    match words {
        "EOF while parsing a string" => "the file ends inside a text; its closing \" is missing",
        "EOF while parsing a list" => "the file ends inside a list; a closing ] is missing",
        "EOF while parsing an object" => "the file ends inside an object; a closing } is missing",
        _ => "the file ends too soon; its end is missing",
    }
}

/// Whether the last text in `before` ends in a curly quote in place of a straight one.
fn ends_in_a_curly_quote(before: &str) -> bool {
    let before = before.trim_end();
    // From the end backwards: punctuation of JSON, then, perhaps after spaces, a curly quote.
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

/// Whether a character can be part of a word without quotes. All characters beyond ASCII can: Unicode's tables of letters
/// are large.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '$') || !c.is_ascii()
}

/// The first word of a text, up to 40 characters.
fn word(text: &str) -> String {
    text.chars().take_while(|c| is_word(*c) || *c == '-').take(40).collect()
}

fn starts_a_number(rest: &str) -> bool {
    let mut chars = rest.chars();
    matches!(chars.next(), Some('+' | '.')) && chars.next().is_some_and(|c| c.is_ascii_digit() || c == '.')
}

/// Whether a character is invisible or a space, other than the four white space characters of JSON.
fn is_invisible(c: char) -> bool {
    (c.is_whitespace() || crate::decode::invisible::is_invisible(c)) && !matches!(c, ' ' | '\n' | '\r' | '\t')
}
