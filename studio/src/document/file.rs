//! A file of the document: its content now, and its text as it was saved last.

use which_cause_quiz::{Problem, Value, is_language, language_of, translation_file_name};

use super::change::Change;
use super::saved_text::saved_text;

/// A file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct File {
    /// Its name, as "quiz.json" or "quiz.de.json". It has no path, is not hidden and ends in `.json`: the file can be a stranger's, and is
    /// saved under this name.
    pub(crate) name: String,
    /// Its content now.
    pub(crate) value: Value,
    /// The text as it was opened or saved last. Saving keeps its formatting.
    pub(crate) opened_text: String,
    /// The content of that text.
    saved: Value,
    /// Whether the author has no file of it yet: the studio made it, or gave it another name.
    pub(crate) is_new: bool,
}

impl File {
    /// A file that was opened.
    ///
    /// # Errors
    ///
    /// The text is not JSON.
    pub(crate) fn open(name: impl Into<String>, text: impl Into<String>) -> Result<Self, Problem> {
        let (given, opened_text) = (name.into(), text.into());
        let saved = Value::parse(&opened_text)?;
        let name = json_name(&given);
        Ok(Self { is_new: name != given, name, value: saved.clone(), opened_text, saved })
    }

    /// A file that the studio made.
    ///
    /// # Errors
    ///
    /// The text is not JSON.
    pub(crate) fn new(name: impl Into<String>, text: impl Into<String>) -> Result<Self, Problem> {
        Ok(Self { is_new: true, ..Self::open(name, text)? })
    }

    /// The file under another name.
    pub(crate) fn renamed(self, name: impl Into<String>) -> Self {
        Self { name: json_name(&name.into()), is_new: true, ..self }
    }

    /// The file under a name that none of the others has: its own, that of a translation of the first one, or one with a number. To
    /// some systems, large and small letters are the same.
    pub(crate) fn with_free_name(self, others: &[Self]) -> Self {
        let is_free = |name: &str| others.iter().all(|other| !other.name.eq_ignore_ascii_case(name));
        if is_free(&self.name) {
            return self;
        }
        let language = language_of(&self.value).filter(|language| is_language(language));
        let of_translation = language.map(|language| translation_file_name(&others[0].name, language));
        let stem = self.name.strip_suffix(".json").unwrap_or(&self.name);
        let with_numbers = (2..).map(|number| format!("{stem}-{number}.json"));
        let mut names = of_translation.into_iter().chain(with_numbers);
        let free = names.find(|name| is_free(name)).expect("some number is free");
        self.renamed(free)
    }

    /// A file of a draft that the browser kept: its text as it was opened or saved last, and its text now, if that is another one. Such
    /// texts can be larger than a file that can be opened. `None` if one is not JSON.
    pub(crate) fn restore(
        name: String,
        opened_text: String,
        current: Option<&str>,
        is_new: bool,
    ) -> Option<Self> {
        let parse = |json: &str| serde_json::from_str(json.strip_prefix('\u{feff}').unwrap_or(json)).ok();
        let saved: Value = parse(&opened_text)?;
        let value = current.map_or_else(|| Some(saved.clone()), parse)?;
        Some(Self { name, value, opened_text, saved, is_new })
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

    /// Whether no file of the author has the content.
    pub(crate) fn is_unsaved(&self) -> bool {
        self.is_new || self.is_changed()
    }

    pub(super) fn mark_saved(&mut self) {
        self.is_new = false;
        self.opened_text = self.to_text();
        self.saved = self.value.clone();
    }
}

/// Whether a name is one of a JSON file that is not hidden.
pub(crate) fn is_json_name(name: &str) -> bool {
    !name.starts_with('.') && name.to_ascii_lowercase().ends_with(".json")
}

/// The name of a file of JSON: without folders, not hidden, and with `.json` at its end.
fn json_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name).trim_start_matches('.');
    match name {
        "" => "quiz.json".to_owned(),
        _ if is_json_name(name) => name.to_owned(),
        _ => format!("{name}.json"),
    }
}

/// Files of one draft, each under a name that no other one has.
pub(crate) fn with_free_names(files: impl IntoIterator<Item = File>) -> Vec<File> {
    let mut named = Vec::new();
    for file in files {
        named.push(file.with_free_name(&named));
    }
    named
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
