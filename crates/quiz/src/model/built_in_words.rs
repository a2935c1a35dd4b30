//! The words of the widget in the languages that come with the engine. A quiz file in one of them can leave out `words`, or
//! have only those that differ.

use crate::decode::json::Value;
use crate::model::language::lookup_language;

macro_rules! languages {
    ($($tag:literal)*) => {
        /// The languages whose words come with the engine, as BCP 47 tags. `zh` is written in simplified characters, and `pt`
        /// as in Brazil.
        pub const BUILT_IN_LANGUAGES: &[&str] = &[$($tag),*];

        /// The words of each of these languages, as JSON.
        const WORDS: &[&str] = &[$(include_str!(concat!("../../words/", $tag, ".json"))),*];
    };
}

languages! { "ar" "de" "en" "es" "fr" "hi" "it" "ja" "nl" "pl" "pt" "ru" "sv" "tr" "uk" "zh" }

/// Chinese that is written in traditional characters: the words in simplified ones do not suit it.
const TRADITIONAL: [&str; 4] = ["zh-Hant", "zh-TW", "zh-HK", "zh-MO"];

/// The words of the widget in a language, by key. There are none if the engine does not have that language.
#[must_use]
pub fn built_in_words(language: &str) -> Vec<(String, Value)> {
    if lookup_language(language, &TRADITIONAL).is_some() {
        return Vec::new();
    }
    let words = lookup_language(language, BUILT_IN_LANGUAGES).map(|i| Value::parse(WORDS[i]));
    match words {
        Some(Ok(Value::Object(words))) => words,
        _ => Vec::new(),
    }
}

/// Adds the words that a quiz file in one of these languages leaves out.
pub(crate) fn add_built_in_words(file: &mut Value) {
    // A missing or wrong `language` is reported by itself. Missing words would only hide that.
    let built_in = built_in_words(file.get("language").and_then(Value::as_str).unwrap_or("en"));
    let Value::Object(entries) = file else { return };
    if built_in.is_empty() {
        return;
    }
    if !entries.iter().any(|(key, _)| key == "words") {
        entries.push(("words".to_owned(), Value::Object(Vec::new())));
    }
    if let Some((_, Value::Object(words))) = entries.iter_mut().find(|(key, _)| key == "words") {
        for (key, text) in built_in {
            if !words.iter().any(|(known, _)| *known == key) {
                words.push((key, text));
            }
        }
    }
}
