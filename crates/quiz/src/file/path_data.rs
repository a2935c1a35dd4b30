//! Checks the path data of a stroke: commands and numbers, and nothing else.
//!
//! The grammar is that of SVG 2 (<https://www.w3.org/TR/SVG2/paths.html#PathDataBNF>), without exponents: no drawing of this
//! size needs them.

use crate::decode::diagnostics::Diagnostics;
use crate::decode::from_json::FromJson;
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::problem::ProblemKind;
use crate::decode::schema::{Definitions, Schema};

/// The most characters of one stroke's path data.
const MAX_LENGTH: usize = 20_000;

/// The most characters of one number.
const MAX_NUMBER_LENGTH: usize = 12;

/// Checked path data, starting with a move. 1 to 20,000 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathData(Box<str>);

impl PathData {
    /// The path data, for the attribute `d` of an SVG `path`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromJson for PathData {
    const EXPECTED: &'static str = "path data";

    fn schema(_: &mut Definitions) -> Schema {
        serde_json::json!({"type": "string", "minLength": 1, "maxLength": MAX_LENGTH})
    }

    fn fallback() -> Self {
        Self("".into())
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        let Value::String(text) = value else { return diagnostics.wrong_type(path, &value) };
        let kind = if text.len() > MAX_LENGTH {
            ProblemKind::WrongLength { most: MAX_LENGTH, found: text.len() }
        } else if let Err(wrong) = path_commands(&text, &mut |_, _| ()) {
            ProblemKind::NotPathData {
                character: wrong + 1,
                found: text.get(wrong..).unwrap_or_default().to_owned(),
            }
        } else {
            return Self(text.into());
        };
        diagnostics.report(path, kind);
        Self::fallback()
    }
}

/// Calls `visit` with each command of path data and its numbers. A command that the data leaves out, because it repeats the one
/// before, is visited as well.
///
/// # Errors
///
/// The first byte, from 0, that is not path data.
pub fn path_commands<'d>(data: &'d str, visit: &mut dyn FnMut(char, &[&'d str])) -> Result<(), usize> {
    let bytes = data.as_bytes();
    let mut at = skip_white_space(bytes, 0);
    if !matches!(bytes.get(at), Some(b'M' | b'm')) {
        return Err(at);
    }
    let mut command = b'M';
    while at < bytes.len() {
        let named = bytes[at].is_ascii_alphabetic();
        if named {
            command = bytes[at];
            at += 1;
        }
        let count = numbers_of(command).ok_or(at - usize::from(named))?;
        if count == 0 && !named {
            return Err(at);
        }
        let mut numbers = [""; 7];
        for (i, number) in numbers[..count].iter_mut().enumerate() {
            at = if named && i == 0 { skip_white_space(bytes, at) } else { skip_separator(bytes, at) };
            // The two flags of an arc are one digit each, and the next number can follow without a separator.
            let is_flag = matches!(command, b'A' | b'a') && matches!(i, 3 | 4);
            let end = if is_flag { flag_end(bytes, at) } else { number_end(bytes, at) }.ok_or(at)?;
            // Numbers are ASCII, so both ends are character boundaries.
            *number = data.get(at..end).unwrap_or_default();
            at = end;
        }
        visit(char::from(command), &numbers[..count]);
        // Further pairs after a move are lines.
        match command {
            b'M' => command = b'L',
            b'm' => command = b'l',
            _ => {}
        }
        at = skip_white_space(bytes, at);
    }
    Ok(())
}

/// How many numbers a command takes.
fn numbers_of(command: u8) -> Option<usize> {
    Some(match command.to_ascii_uppercase() {
        b'Z' => 0,
        b'H' | b'V' => 1,
        b'M' | b'L' | b'T' => 2,
        b'S' | b'Q' => 4,
        b'C' => 6,
        b'A' => 7,
        _ => return None,
    })
}

fn skip_white_space(bytes: &[u8], at: usize) -> usize {
    let white_space = bytes[at..].iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c'));
    at + white_space.count()
}

/// Skips white space with at most one comma in it.
fn skip_separator(bytes: &[u8], at: usize) -> usize {
    let at = skip_white_space(bytes, at);
    if bytes.get(at) == Some(&b',') { skip_white_space(bytes, at + 1) } else { at }
}

fn flag_end(bytes: &[u8], at: usize) -> Option<usize> {
    matches!(bytes.get(at), Some(b'0' | b'1')).then_some(at + 1)
}

/// The end of the number that starts here, if there is one.
fn number_end(bytes: &[u8], start: usize) -> Option<usize> {
    let digits = |at: usize| bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut at = start + usize::from(matches!(bytes.get(start), Some(b'+' | b'-')));
    let whole = digits(at);
    at += whole;
    let mut fraction = 0;
    if bytes.get(at) == Some(&b'.') {
        fraction = digits(at + 1);
        at += 1 + fraction;
    }
    (whole + fraction > 0 && at - start <= MAX_NUMBER_LENGTH).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(data: &str) -> Result<String, usize> {
        let mut all = Vec::new();
        path_commands(data, &mut |command, numbers| all.push(format!("{command}{}", numbers.join(" "))))?;
        Ok(all.join(" "))
    }

    #[test]
    fn path_data_is_read_as_browsers_read_it() {
        for (data, commands) in [
            ("M10 20", "M10 20"),
            (" m10,20 30-40 ", "m10 20 l30 -40"),
            ("M1 2 3 4Z", "M1 2 L3 4 Z"),
            ("M.5.5h1v-1z", "M.5 .5 h1 v-1 z"),
            ("M0 0a5 5 0 015 5 5 5 0 10-5-5", "M0 0 a5 5 0 0 1 5 5 a5 5 0 1 0 -5 -5"),
            ("M0 0C1 2 3 4 5 6 7 8 9 10 11 12", "M0 0 C1 2 3 4 5 6 C7 8 9 10 11 12"),
            ("M0 0q1 2,3 4t5 6s1 2 3 4zm1 1", "M0 0 q1 2 3 4 t5 6 s1 2 3 4 z m1 1"),
            ("M+1. 2\n,\t3 4", "M+1. 2 L3 4"),
        ] {
            assert_eq!(read(data).as_deref(), Ok(commands), "{data}");
        }
    }

    #[test]
    fn text_that_is_not_path_data_is_refused_at_its_first_wrong_byte() {
        for (data, at) in [
            ("", 0),
            ("L1 2", 0),
            ("1 2", 0),
            ("M1", 2),
            ("M1 2 3", 6),
            ("M1 2,,3 4", 5),
            ("M,1 2", 1),
            ("M1 2,", 5),
            ("M1 2,L3 4", 5),
            ("M1 2z3", 5),
            ("M1 2x", 4),
            ("M1 2L3e5 4", 6),
            ("M1 2L- 4", 5),
            ("M0 0a1 1 0 2 0 1 1", 11),
            ("M1 2<script>", 4),
            ("M1 2\"", 4),
            ("M1 2 url(#a)", 5),
            ("M1 2\u{a0}3 4", 4),
            ("M1234567890123 1", 1),
        ] {
            assert_eq!(read(data), Err(at), "{data}");
        }
    }
}
