//! One translation beside its original: each text with what is left to do, and the problems of its file.

use std::collections::HashMap;

use which_cause_quiz::{
    Draft, JsonPath, Problem, ProblemKind, Quiz, TranslationEntry, Value, language_of, translation_entries,
    translation_problems,
};

use super::plural_categories::PluralCategories;
use crate::document::{File, get, text_at};

/// A companion that is a translation of the quiz.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Translation {
    /// Its place among the files of the document.
    pub(crate) file: usize,
    /// The name of the file.
    pub(crate) file_name: String,
    /// Its language, a BCP 47 tag.
    pub(crate) language: String,
    /// The plural rules of its language.
    pub(crate) plurals: PluralCategories,
    /// Its texts, in the order of the original.
    pub(crate) entries: Vec<TranslationEntry>,
    /// The entries by their names.
    by_name: HashMap<String, usize>,
    /// The problems of the file, and how it differs from its original in more than words.
    pub(crate) problems: Vec<Problem>,
    /// Whether it lacks parts of the original, or has other parts, points or rules.
    pub(crate) is_behind: bool,
}

impl Translation {
    /// Compares a file with its original. `quiz` is the original if it has no problems.
    pub(crate) fn new(
        file: usize,
        original: &Value,
        quiz: Option<&Quiz>,
        translation: &File,
        plurals: PluralCategories,
    ) -> Self {
        let value = &translation.value;
        let entries = translation_entries(original, value, &plurals);
        let draft = Draft::from_value(value.clone());
        let mut problems = draft.problems().to_vec();
        if let (Some(original), Ok(quiz)) = (quiz, draft.into_quiz()) {
            problems = translation_problems(original, &quiz);
        }
        let differs = |problem: &Problem| matches!(problem.kind, ProblemKind::DiffersFromOriginal { .. });
        let is_behind = problems.iter().any(differs)
            || entries.iter().any(|entry| entry.translation.is_none())
            || get(value, &JsonPath::to_key("originals")).is_none();
        Self {
            file,
            file_name: translation.name.clone(),
            language: language_of(value).unwrap_or_default().to_owned(),
            by_name: entries.iter().enumerate().map(|(i, entry)| (entry.name.clone(), i)).collect(),
            entries,
            plurals,
            problems,
            is_behind,
        }
    }

    /// A text by its name.
    pub(crate) fn entry(&self, name: &str) -> Option<&TranslationEntry> {
        self.entries.get(*self.by_name.get(name)?)
    }

    /// The messages of the problems with a text.
    pub(crate) fn messages(&self, entry: &TranslationEntry) -> Vec<String> {
        let Some(text) = &entry.translation else { return Vec::new() };
        let problems = self.problems.iter().filter(|problem| problem.path == text.path);
        let lost = entry
            .lost_placeholders
            .iter()
            .map(|name| format!("The original has {{{name}}} here. Put it where it belongs."));
        problems.map(|problem| problem.kind.to_string()).chain(lost).collect()
    }

    /// The problems that are not with one of the texts.
    pub(crate) fn other_problems(&self) -> Vec<Problem> {
        let is_of_a_text = |problem: &Problem| {
            self.entries
                .iter()
                .any(|entry| entry.translation.as_ref().is_some_and(|it| it.path == problem.path))
        };
        self.problems.iter().filter(|problem| !is_of_a_text(problem)).cloned().collect()
    }

    /// The text that a path of its file leads to.
    pub(crate) fn entry_at(&self, path: &JsonPath) -> Option<&TranslationEntry> {
        self.entries.iter().find(|entry| entry.translation.as_ref().is_some_and(|it| it.path == *path))
    }

    /// The next text to do after another one, or else the first.
    pub(crate) fn next_to_do(&self, name: &str) -> Option<&TranslationEntry> {
        let after = self.by_name.get(name).map_or(0, |index| index + 1);
        let (before, after) = self.entries.split_at(after);
        let can_be_done = |entry: &&TranslationEntry| is_to_do(entry) && entry.translation.is_some();
        after.iter().chain(before).filter(|entry| entry.name != name).find(can_be_done)
    }

    /// How many texts are left to do.
    pub(crate) fn to_do(&self) -> usize {
        self.entries.iter().filter(|entry| is_to_do(entry)).count()
    }
}

/// Whether a translator has something to do about a text.
pub(crate) fn is_to_do(entry: &TranslationEntry) -> bool {
    entry.state.is_to_do() || !entry.lost_placeholders.is_empty()
}

/// Whether a file is a translation, and not drawings or test cases.
pub(crate) fn is_translation(value: &Value) -> bool {
    language_of(value).is_some()
}

/// The direction of the texts of a file, as the value of `dir`.
pub(crate) fn direction_of(value: &Value) -> &'static str {
    match text_at(value, &JsonPath::to_key("direction")) {
        Some("rtl") => "rtl",
        _ => "auto",
    }
}
