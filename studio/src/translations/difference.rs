//! Which words of a text have changed.

use similar::utils::diff_words;
use similar::{Algorithm, ChangeTag};

/// A piece of a text, and whether the other text does not have it.
pub(crate) type Piece = (String, bool);

/// The pieces of a text before and after a change.
pub(crate) fn difference(before: &str, after: &str) -> [Vec<Piece>; 2] {
    let changes = diff_words(Algorithm::Myers, before, after);
    [ChangeTag::Delete, ChangeTag::Insert].map(|own| {
        let pieces = changes.iter().filter(|(tag, _)| *tag == own || *tag == ChangeTag::Equal);
        pieces.map(|(tag, text)| ((*text).to_owned(), *tag == own)).collect()
    })
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
}
