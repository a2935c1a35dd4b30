//! How hard an English text is to read, as a school grade. The formula and the counting of syllables are for English only.

use crate::file::template::pieces;

/// The Flesch–Kincaid grade of an English text: 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (J. P. Kincaid
/// and others, *Derivation of New Readability Formulas*, 1975). `None` for a text of fewer than eight words, where an average
/// means little. A `{placeholder}` counts as a word of one syllable.
#[must_use]
pub fn reading_grade(text: &str) -> Option<f64> {
    let filled: String = pieces(text)
        .flat_map(|(plain, placeholder)| [plain, if placeholder.is_some() { "one" } else { "" }])
        .collect();
    let text = filled.as_str();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|it| !it.is_empty())
        .collect();
    if words.len() < 8 {
        return None;
    }
    let ends = |c: char| matches!(c, '.' | '!' | '?' | ':' | ';' | '…');
    let sentences = text.split(ends).filter(|it| it.contains(char::is_alphanumeric)).count().max(1);
    #[allow(clippy::cast_precision_loss, reason = "a text has at most 2,000 characters")]
    let (words_count, sentences, syllables) =
        (words.len() as f64, sentences as f64, words.iter().map(|it| syllables(it)).sum::<usize>() as f64);
    Some(0.39 * words_count / sentences + 11.8 * syllables / words_count - 15.59)
}

/// The number of syllables of a word: its groups of vowels without a silent e at the end, and at least one.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut groups = 0;
    let mut before = false;
    for c in word.chars() {
        if vowel(c) && !before {
            groups += 1;
        }
        before = vowel(c);
    }
    let ends = |endings: &[&str]| endings.iter().any(|it| word.ends_with(it));
    let silent = ends(&["e", "es", "ed"])
        && !ends(&["le", "les", "ted", "ded", "ses", "zes", "ches", "shes", "ges", "ces", "ee", "ies"]);
    if silent && groups > 1 { groups - 1 } else { groups.max(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_they_are_spoken() {
        for (word, count) in [
            ("back", 1),
            ("muscle", 2),
            ("shoulder", 2),
            ("time", 1),
            ("eased", 1),
            ("pasture", 2),
            ("started", 2),
            ("therapist", 3),
            ("the", 1),
            ("free", 1),
            ("hmm", 1),
            ("exercises", 4),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn short_words_in_short_sentences_are_easy_and_long_ones_are_not() {
        let easy = reading_grade("The cat sat on the mat. The dog ran to the door.").expect("a grade");
        assert!(easy < 1.0, "{easy}");
        let hard = reading_grade(
            "Physiological considerations notwithstanding, contemporary musculoskeletal interventions demonstrate \
             heterogeneous effectiveness.",
        )
        .expect("a grade");
        assert!(hard > 20.0, "{hard}");
        assert_eq!(reading_grade("Hardly ever"), None);
    }
}
