//! A file of the document: its content now, and its text as it was saved last.

use which_cause_quiz::{Problem, Value};

use super::change::Change;
use super::saved_text::saved_text;

/// A file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct File {
    /// Its name, as "quiz.json" or "quiz.de.json".
    pub(crate) name: String,
    /// Its content now.
    pub(crate) value: Value,
    /// The text as it was opened or saved last. Saving keeps its formatting.
    pub(crate) opened_text: String,
    /// The content of that text.
    saved: Value,
}

impl File {
    /// A file that was opened.
    ///
    /// # Errors
    ///
    /// The text is not JSON.
    pub(crate) fn open(name: impl Into<String>, text: impl Into<String>) -> Result<Self, Problem> {
        let (name, opened_text) = (name.into(), text.into());
        let saved = Value::parse(&opened_text)?;
        Ok(Self { name, value: saved.clone(), opened_text, saved })
    }

    /// A file of a draft that the browser kept: its text as it was opened or saved last, and its text now, if that is another one. Such
    /// texts can be larger than a file that can be opened. `None` if one is not JSON.
    pub(crate) fn restore(name: String, opened_text: String, current: Option<&str>) -> Option<Self> {
        let parse = |json: &str| serde_json::from_str(json.strip_prefix('\u{feff}').unwrap_or(json)).ok();
        let saved: Value = parse(&opened_text)?;
        let value = current.map_or_else(|| Some(saved.clone()), parse)?;
        Some(Self { name, value, opened_text, saved })
    }

    /// The text to save: the opened file with the changes and nothing else.
    pub(crate) fn to_text(&self) -> String {
        saved_text(&self.opened_text, &self.saved, &self.value)
    }

    /// The content as it was opened or saved last.
    pub(crate) fn saved_value(&self) -> &Value {
        &self.saved
    }

    /// Whether the content differs from what was opened or saved last.
    pub(crate) fn is_changed(&self) -> bool {
        self.saved != self.value
    }

    pub(super) fn mark_saved(&mut self) {
        self.opened_text = self.to_text();
        self.saved = self.value.clone();
    }
}

/// A change of the files. Applying it returns the one that takes it back.
#[derive(Debug)]
pub(super) enum FileChange {
    /// A change in the file with an index.
    Content(usize, Change),
    /// A new file at an index.
    Insert(usize, File),
    /// The file with an index is no longer there.
    Remove(usize),
}

impl FileChange {
    /// Whether it only replaces a value.
    pub(super) fn is_replacement(&self) -> bool {
        matches!(self, Self::Content(_, Change::Replace(..)))
    }

    pub(super) fn apply(self, files: &mut Vec<File>) -> Option<Self> {
        match self {
            Self::Content(file, change) => {
                let back = change.apply(&mut files.get_mut(file)?.value)?;
                Some(Self::Content(file, back))
            }
            Self::Insert(index, file) => {
                files.insert(index, file);
                Some(Self::Remove(index))
            }
            Self::Remove(index) => Some(Self::Insert(index, files.remove(index))),
        }
    }
}
