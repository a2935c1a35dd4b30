//! Ids from texts.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most characters of an id from a text. An id can have 64, but an author has to read it.
const MAX_CHARACTERS: usize = 32;

/// An id with the first words of a text: `which-leaves-are-yellow`. A text without any Latin letter or digit has `fallback`.
pub(super) fn id_from(text: &str, fallback: &str) -> String {
    let plain: String =
        text.nfd().filter(|it| !is_combining_mark(*it)).flat_map(char::to_lowercase).collect();
    let plain = plain.replace('ß', "ss").replace(['\'', '’'], "");
    let mut id = String::new();
    for word in plain.split(|it: char| !it.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if !id.is_empty() && id.len() + 1 + word.len() > MAX_CHARACTERS {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(&word[..word.len().min(MAX_CHARACTERS)]);
    }
    if id.is_empty() { fallback.to_owned() } else { id }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_the_first_words_in_ascii() {
        for (text, id) in [
            ("Which leaves are yellow?", "which-leaves-are-yellow"),
            ("Größe & Müdigkeit", "grosse-mudigkeit"),
            ("I don’t know", "i-dont-know"),
            ("  ", "choice-1"),
            ("なぜ", "choice-1"),
            (&"long ".repeat(20), "long-long-long-long-long-long"),
            (&"x".repeat(90), &"x".repeat(MAX_CHARACTERS)),
        ] {
            assert_eq!(id_from(text, "choice-1"), id);
        }
    }
}
