//! The texts of a translation beside those of its original, each with what is left to do.

use crate::analysis::translation_texts::{NamedText, has_letters, map_of, named_texts, untranslated_copy};
use crate::analysis::translation_update::{is_pseudo, language_of};
use crate::decode::invisible::is_blank;
use crate::decode::json::Value;
use crate::decode::json_path::JsonPath;
use crate::file::plural::NumberFormat;
use crate::file::template::placeholders_in;

/// A text of a translation beside its original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslationEntry {
    /// The name of the text, which stays when its neighbors move: `questions.crumb.choices.dry.text`.
    pub name: String,
    /// The text of the original now. `None` if only the translation has such a text.
    pub original: Option<PlacedText>,
    /// The text of the translation. `None` if it does not have it.
    pub translation: Option<PlacedText>,
    /// What is left to do.
    pub state: TranslationState,
    /// The placeholders of the original that the translation lacks.
    pub lost_placeholders: Vec<String>,
}

/// A text, and where it is in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedText {
    /// The path.
    pub path: JsonPath,
    /// The text.
    pub text: String,
}

impl TranslationEntry {
    /// Where the text is in the original, or in the translation if only that has it.
    #[must_use]
    pub fn path(&self) -> Option<&JsonPath> {
        self.original.as_ref().or(self.translation.as_ref()).map(|it| &it.path)
    }
}

/// What is left to do about a text of a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TranslationState {
    /// It is translated.
    Translated,
    /// The translation does not have the text, or an empty one.
    Missing,
    /// It holds the words of the original.
    Untranslated {
        /// The translation of a former original, if there is one.
        last_translation: Option<String>,
    },
    /// The original has changed since the text was translated.
    OriginalChanged {
        /// The original that the text was made from.
        before: String,
    },
    /// Only the translation has the text.
    Own,
}

impl TranslationState {
    /// Whether a translator has something to do.
    #[must_use]
    pub fn is_to_do(&self) -> bool {
        !matches!(self, Self::Translated | Self::Own)
    }
}

/// The texts of a translation beside those of its original, in the order of the original. Texts that only the translation has come
/// last. `numbers` has the rules of the translation's language.
///
/// All texts of a pseudo-translation (region `XA`) are translated: it is made anew and never kept.
#[must_use]
pub fn translation_entries(
    original: &Value,
    translation: &Value,
    numbers: &dyn NumberFormat,
) -> Vec<TranslationEntry> {
    let language = language_of(translation).unwrap_or_default();
    let is_pseudo = is_pseudo(translation);
    let originals = map_of(translation, "originals").unwrap_or_default();
    let marks = map_of(translation, "untranslated").unwrap_or_default();
    let find = |map: &[(String, String)], name: &str| {
        map.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone())
    };
    let mut own = named_texts(translation);
    let mut entries = Vec::new();
    for NamedText { name, path, text: original } in
        named_texts(&untranslated_copy(original, language, numbers))
    {
        // Most texts have the same order in both files, so the search ends at once.
        let found = own.iter().position(|it| it.name == name).map(|place| own.remove(place));
        let state = match &found {
            None => TranslationState::Missing,
            Some(_) if is_pseudo => TranslationState::Translated,
            Some(found) => state_of(&found.text, &original, find(&originals, &name), find(&marks, &name)),
        };
        let lost_placeholders = match &found {
            Some(found) if !name.starts_with(WEEKS) => lost_placeholders(&original, &found.text),
            _ => Vec::new(),
        };
        let translation = found.map(PlacedText::from);
        let original = Some(PlacedText { path, text: original });
        entries.push(TranslationEntry { name, original, translation, state, lost_placeholders });
    }
    entries.extend(own.into_iter().map(|text| TranslationEntry {
        name: text.name.clone(),
        original: None,
        translation: Some(text.into()),
        state: TranslationState::Own,
        lost_placeholders: Vec::new(),
    }));
    entries
}

impl From<NamedText> for PlacedText {
    fn from(NamedText { path, text, .. }: NamedText) -> Self {
        Self { path, text }
    }
}

/// The names of the plural forms begin so. A form for a single number can do without the number, and a missing form is a finding of its
/// own.
pub(crate) const WEEKS: &str = "care.weeks.";

/// `before` is the original that the text was made from, if the file says so. `mark` is its last translation, if the file lists it as
/// untranslated.
fn state_of(text: &str, original: &str, before: Option<String>, mark: Option<String>) -> TranslationState {
    let is_new = before.is_none();
    match before {
        // Its author has not written it yet.
        _ if is_blank(original) => TranslationState::Translated,
        _ if is_blank(text) => TranslationState::Missing,
        Some(before) if before != original => TranslationState::OriginalChanged { before },
        _ if text == original && has_letters(text) && (is_new || mark.is_some()) => {
            TranslationState::Untranslated { last_translation: mark.filter(|text| !text.is_empty()) }
        }
        _ => TranslationState::Translated,
    }
}

/// The placeholders of the original that a translation lacks, each once.
fn lost_placeholders(original: &str, translation: &str) -> Vec<String> {
    let mut lost: Vec<String> = Vec::new();
    for name in placeholders_in(original) {
        if !placeholders_in(translation).any(|it| it == name) && !lost.iter().any(|it| it == name) {
            lost.push(name.to_owned());
        }
    }
    lost
}
