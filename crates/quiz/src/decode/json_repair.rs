//! Reads on after a mistake in a file that is not JSON, so that its author sees all of them at once. Only the command uses it:
//! the widget refuses such a file at its first mistake.

use crate::decode::json::{MAX_FILE_BYTES, ParseFailure, not_json, parse_json};
use crate::decode::json_mistakes::{Mistake, Repair};
use crate::decode::json_path::PathRef;
use crate::decode::problem::{Problem, ProblemKind};
use crate::decode::text_position::line_and_column;

/// The most mistakes that are repaired: a file of wrong quotes has many.
const MAX_REPAIRS: usize = 2_000;

/// How many lines a message names, if there is the same mistake in more than one.
const MAX_LINES: usize = 3;

/// A text that was to be JSON.
#[derive(Debug, Clone, PartialEq)]
pub struct RepairedJson {
    /// The text without the mistakes that can be repaired with certainty. It has the same length, and every other character is
    /// at its place. If all mistakes could be repaired, it is JSON.
    pub text: String,
    /// The mistakes in their order. Mistakes that have the same message are one problem.
    pub problems: Vec<Problem>,
}

/// Finds the mistakes in a text that was to be JSON, and repairs them: comments, wrong quotes, commas.
///
/// ```
/// let repaired = which_cause_quiz::repair_json("{\"a\": 1, // one\n \"b\": [2, 3,]}");
/// assert_eq!(repaired.text, "{\"a\": 1,       \n \"b\": [2, 3 ]}");
/// assert_eq!(repaired.problems.len(), 2);
/// ```
#[must_use]
pub fn repair_json(json: &str) -> RepairedJson {
    if json.len() > MAX_FILE_BYTES {
        let problems = vec![Problem::at(&PathRef::Root, ProblemKind::TooLarge)];
        return RepairedJson { text: json.to_owned(), problems };
    }
    let mut bytes = json.as_bytes().to_vec();
    let mut text = json.to_owned();
    // Each message, with the offsets of its mistakes.
    let mut found: Vec<(String, Vec<usize>)> = Vec::new();
    let mut problems = Vec::new();
    for _ in 0..MAX_REPAIRS {
        let Mistake { offset, message, repair } = match parse_json(&text) {
            Ok(_) => break,
            Err(ParseFailure::Mistake(mistake)) => mistake,
            Err(ParseFailure::Problem(kind)) => {
                problems.push(Problem::at(&PathRef::Root, kind));
                break;
            }
        };
        match found.iter_mut().find(|(known, _)| *known == message) {
            // The repair has changed nothing.
            Some((_, offsets)) if offsets.contains(&offset) => break,
            Some((_, offsets)) => offsets.push(offset),
            None => found.push((message, vec![offset])),
        }
        let Some(Repair { blank, write }) = repair else { break };
        bytes[blank].iter_mut().filter(|byte| !matches!(byte, b'\n' | b'\r')).for_each(|byte| *byte = b' ');
        if let Some((offset, byte)) = write {
            bytes[offset] = byte;
        }
        // Whole characters were replaced, so this is UTF-8.
        text = String::from_utf8_lossy(&bytes).into_owned();
    }
    found.sort_by_key(|(_, offsets)| offsets[0]);
    let described = found.into_iter().map(|(message, offsets)| {
        let message = message + &also_in(json, &offsets);
        Problem::at(&PathRef::Root, not_json(json, offsets[0], message))
    });
    problems.splice(0..0, described);
    RepairedJson { text, problems }
}

/// The other lines that have the same mistake, in words.
fn also_in(json: &str, offsets: &[usize]) -> String {
    let mut lines: Vec<usize> = offsets.iter().map(|offset| line_and_column(json, *offset).0).collect();
    lines.dedup();
    let named: Vec<String> = lines.iter().skip(1).take(MAX_LINES).map(ToString::to_string).collect();
    let more = lines.len().saturating_sub(1 + MAX_LINES);
    match (named.as_slice(), more) {
        ([], _) => String::new(),
        ([line], _) => format!(" (also in line {line})"),
        (_, 0) => format!(" (also in lines {})", named.join(", ")),
        _ => format!(" (also in lines {} and {more} more)", named.join(", ")),
    }
}
