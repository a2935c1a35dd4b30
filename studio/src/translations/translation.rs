//! One translation beside its original: each text with what is left to do, and the problems of its file.

use std::collections::HashMap;

use which_cause_quiz::{
    Draft, JsonPath, Problem, ProblemKind, TranslationEntry, Value, language_of, translation_entries,
    translation_problems,
};

use super::plural_categories::PluralCategories;
use crate::check::{Check, FieldMessage};
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
    /// The problems of the file, and how it differs from its original in more than texts.
    pub(crate) problems: Vec<Problem>,
    /// Whether it lacks parts of the original, or has other parts, points or rules.
    pub(crate) is_behind: bool,
}

impl Translation {
    /// Compares a file with its original. `check` is the check of the original.
    pub(crate) fn new(
        file: usize,
        original: &Value,
        check: &Check,
        translation: &File,
        plurals: PluralCategories,
    ) -> Self {
        let value = &translation.value;
        let entries = translation_entries(original, value, &plurals);
        let draft = Draft::from_value(value.clone());
        // What the original has too is mended there first.
        let is_own = |problem: &&Problem| !check.problems.contains(problem);
        let mut problems: Vec<Problem> = draft.problems().iter().filter(is_own).cloned().collect();
        if let (Some(original), Ok(quiz)) = (&check.quiz, draft.into_quiz()) {
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

    /// The problems and findings about a text.
    pub(crate) fn messages(&self, entry: &TranslationEntry) -> Vec<FieldMessage> {
        let Some(text) = &entry.translation else { return Vec::new() };
        let problems = self.problems.iter().filter(|problem| problem.path == text.path);
        let messages: Vec<FieldMessage> =
            problems.map(|problem| FieldMessage::Problem(problem.kind.to_string())).collect();
        // A text that must have a placeholder has a problem without it.
        if !messages.is_empty() {
            return messages;
        }
        let lost = entry.lost_placeholders.iter();
        let message =
            |name| format!("the original has {{{name}}} here, and the translation does not; insert it");
        lost.map(|name| FieldMessage::Finding(message(name))).collect()
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
        let can_be_done = |entry: &&TranslationEntry| self.is_to_do(entry) && entry.translation.is_some();
        after.iter().chain(before).filter(|entry| entry.name != name).find(can_be_done)
    }

    /// The texts that are left to do.
    pub(crate) fn to_do(&self) -> impl Iterator<Item = &TranslationEntry> {
        self.entries.iter().filter(|entry| self.is_to_do(entry))
    }

    /// Whether a translator has something to do about a text: its state says so, or it has a problem.
    pub(crate) fn is_to_do(&self, entry: &TranslationEntry) -> bool {
        entry.state.is_to_do() || !self.messages(entry).is_empty()
    }
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
