//! The path data of one stroke: SVG's little language of commands and numbers, and nothing else. Knows nothing of what is
//! drawn.
//!
//! The grammar is that of SVG 2 (<https://www.w3.org/TR/SVG2/paths.html#PathDataBNF>) without exponents, which no drawing of
//! this size needs.

use crate::decode::from_json::{Reading, Shape};
use crate::decode::json::Value;
use crate::decode::json_path::Place;
use crate::decode::problem::ProblemKind;

/// The most characters that one stroke's path data may have.
const LONGEST: usize = 20_000;

/// The most characters that one number in it may have.
const LONGEST_NUMBER: usize = 12;

/// Path data that has been read through: commands and numbers, beginning with a move. 1 to 20,000 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathData(Box<str>);

impl PathData {
    /// The path data, as the `d` of a `path` takes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Shape for PathData {
    const WANTED: &'static str = "path data";

    fn schema(_: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
        serde_json::json!({"type": "string", "minLength": 1, "maxLength": LONGEST})
    }

    fn stand_in() -> Self {
        Self("".into())
    }

    fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self {
        let Value::Text(text) = value else { return reading.wrong_shape(at, &value) };
        let kind = if text.len() > LONGEST {
            ProblemKind::WrongLength { most: LONGEST, found: text.len() }
        } else if let Err(at) = commands(&text, &mut |_, _| ()) {
            ProblemKind::NotPathData { at: at + 1, found: text.get(at..).unwrap_or_default().to_owned() }
        } else {
            return Self(text.into());
        };
        reading.report(at, kind);
        Self::stand_in()
    }
}

/// Shows each command of path data with its numbers to `see`; one that is left out because it is the one before it again is
/// shown as well.
///
/// # Errors
///
/// Where it is no path data: at which byte, from 0, that shows.
pub fn commands<'d>(data: &'d str, see: &mut dyn FnMut(char, &[&'d str])) -> Result<(), usize> {
    let bytes = data.as_bytes();
    let mut at = skip_blanks(bytes, 0);
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
            at = if named && i == 0 { skip_blanks(bytes, at) } else { skip_separator(bytes, at) };
            // The two flags of an arc are one digit each, and what follows may stand right behind them.
            let is_flag = matches!(command, b'A' | b'a') && matches!(i, 3 | 4);
            let end = if is_flag { flag_end(bytes, at) } else { number_end(bytes, at) }.ok_or(at)?;
            // A number is of ASCII: both ends are the ends of characters.
            *number = data.get(at..end).unwrap_or_default();
            at = end;
        }
        see(char::from(command), &numbers[..count]);
        // More pairs behind a move are lines.
        match command {
            b'M' => command = b'L',
            b'm' => command = b'l',
            _ => {}
        }
        at = skip_blanks(bytes, at);
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

fn skip_blanks(bytes: &[u8], at: usize) -> usize {
    let placeholders = bytes[at..].iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c'));
    at + placeholders.count()
}

/// Behind placeholders, and a comma between them if there is one.
fn skip_separator(bytes: &[u8], at: usize) -> usize {
    let at = skip_blanks(bytes, at);
    if bytes.get(at) == Some(&b',') { skip_blanks(bytes, at + 1) } else { at }
}

fn flag_end(bytes: &[u8], at: usize) -> Option<usize> {
    matches!(bytes.get(at), Some(b'0' | b'1')).then_some(at + 1)
}

/// Where the number ends that begins here, if one does.
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
    (whole + fraction > 0 && at - start <= LONGEST_NUMBER).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(data: &str) -> Result<String, usize> {
        let mut all = Vec::new();
        commands(data, &mut |command, numbers| all.push(format!("{command}{}", numbers.join(" "))))?;
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
    fn what_is_no_path_data_is_refused_where_it_shows() {
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
