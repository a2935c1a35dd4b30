//! Which words of a text have changed.

use std::ops::Range;

use similar::DiffTag;
// `similar::utils::diff_words` would do the same with all algorithms that the crate has: 45 KB more for authors to load.
use similar::algorithms::{Capture, Replace, myers};

/// A piece of a text, and whether the other text does not have it.
pub(crate) type Piece = (String, bool);

/// The most words and spaces of a text that are compared. A text of a valid quiz has fewer; far more would take minutes.
const MAX_WORDS: usize = 2_000;

/// The pieces of a text before and after a change. A text that is far too long has changed as a whole.
pub(crate) fn difference(before: &str, after: &str) -> [Vec<Piece>; 2] {
    let whole = [before, after];
    let (before, after) = (words(before), words(after));
    if before.len().max(after.len()) > MAX_WORDS {
        return whole.map(|text| vec![(text.to_owned(), true)]);
    }
    let mut changes = Replace::new(Capture::new());
    let Ok(()) = myers::diff(&mut changes, &before, 0..before.len(), &after, 0..after.len());
    let mut pieces = [Vec::new(), Vec::new()];
    for change in changes.into_inner().into_ops() {
        let is_changed = change.tag() != DiffTag::Equal;
        let mut add = |side: usize, words: &[&str], range: Range<usize>| {
            if !range.is_empty() {
                pieces[side].push((words[range].concat(), is_changed));
            }
        };
        add(0, &before, change.old_range());
        add(1, &after, change.new_range());
    }
    pieces
}

/// The words of a text, and the spaces between them.
fn words(text: &str) -> Vec<&str> {
    let words = text.split_inclusive(char::is_whitespace);
    let parts = words.flat_map(|word| {
        let (word, space) = word.split_at(word.trim_end().len());
        [word, space]
    });
    parts.filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_differ_are_marked_in_both_texts() {
        let [before, after] = difference("Which leaves are yellow?", "Which leaves look yellow?");
        let piece = |text: &str, is_changed| (text.to_owned(), is_changed);
        assert_eq!(before, [piece("Which leaves ", false), piece("are", true), piece(" yellow?", false)]);
        assert_eq!(after, [piece("Which leaves ", false), piece("look", true), piece(" yellow?", false)]);
        assert_eq!(difference("", "new")[1], [piece("new", true)]);
    }

    #[test]
    fn a_text_that_is_far_too_long_has_changed_as_a_whole() {
        let long = "word ".repeat(MAX_WORDS);
        assert_eq!(difference(&long, "word")[1], [("word".to_owned(), true)]);
    }
}
