//! Drafts: quiz files under work, kept in this browser.

mod lock;
mod store;

pub(crate) use lock::{hold_lock, wait_for_lock};
pub(crate) use store::{StoreError, all, delete, load, save};

use serde::{Deserialize, Serialize};
use which_cause_quiz::{JsonPath, Problem, Value};

use crate::document::{Document, File, text_at};

/// A draft as it is kept: a quiz file with its companions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Draft {
    /// The id of the draft, and not that of its quiz.
    pub(crate) id: String,
    /// The title of the quiz.
    pub(crate) title: String,
    /// The quiz file, and then its companions.
    pub(crate) files: Vec<DraftFile>,
    /// When it was changed, in milliseconds since 1970.
    pub(crate) changed_at: f64,
}

/// A file of a draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct DraftFile {
    /// Its name.
    pub(crate) name: String,
    /// The text as it was opened or saved last.
    pub(crate) opened: String,
    /// The text now, if it was changed since.
    pub(crate) current: Option<String>,
}

impl Draft {
    /// A draft of a quiz file that was opened.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or not an object.
    pub(crate) fn open(id: String, file_name: String, text: String, now: f64) -> Result<Self, OpenError> {
        let file = File::open(file_name, text).map_err(OpenError::Problem)?;
        if !matches!(file.value, Value::Object(_)) {
            return Err(OpenError::NotAnObject);
        }
        Ok(Self { id, title: title_of(&file.value), files: vec![DraftFile::of(&file)], changed_at: now })
    }

    /// The name of the quiz file.
    pub(crate) fn file_name(&self) -> &str {
        self.files.first().map_or("", |file| &file.name)
    }

    /// Its document. `None` if the browser kept something else than a draft.
    pub(crate) fn document(&self) -> Option<Document> {
        let mut files = self.files.iter().map(DraftFile::to_file);
        let quiz = files.next()??;
        Some(Document::new(quiz, files.flatten()))
    }

    /// The draft after a change of its document.
    pub(crate) fn with(&self, document: &Document, now: f64) -> Self {
        Self {
            title: title_of(document.value()),
            files: document.files().iter().map(DraftFile::of).collect(),
            changed_at: now,
            ..self.clone()
        }
    }
}

impl DraftFile {
    fn of(file: &File) -> Self {
        let (name, opened) = (file.name.clone(), file.opened_text.clone());
        Self { name, opened, current: file.is_changed().then(|| file.to_text()) }
    }

    fn to_file(&self) -> Option<File> {
        let mut file = File::open(self.name.clone(), self.opened.clone()).ok()?;
        if let Some(current) = &self.current {
            file.value = Value::parse(current).ok()?;
        }
        Some(file)
    }
}

/// Why a file cannot be opened.
#[derive(Debug, PartialEq)]
pub(crate) enum OpenError {
    /// The engine cannot read it.
    Problem(Problem),
    /// It is JSON, but not an object.
    NotAnObject,
}

impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Problem(problem) => problem.fmt(f),
            Self::NotAnObject => {
                f.write_str("this is not a quiz file: a quiz file is one JSON object, in braces { }")
            }
        }
    }
}

fn title_of(value: &Value) -> String {
    text_at(value, &JsonPath::to_key("title")).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Change;

    #[test]
    fn a_draft_keeps_the_opened_text_and_the_changes() {
        let text = "{ \"title\":  \"A\" }\n".to_owned();
        let draft = Draft::open("1".to_owned(), "a.json".to_owned(), text.clone(), 0.0).expect("a quiz file");
        let document = |draft: &Draft| draft.document().expect("a document");
        assert_eq!(document(&draft).to_text(), text);
        let mut changed = document(&draft);
        let change = Change::Replace(JsonPath::to_key("title"), Value::String("B".to_owned()));
        changed.take_step("Change", vec![change]);
        changed.add_file("Add German", File::open("a.de.json", "{}").expect("JSON"));
        let changed = draft.with(&changed, 1.0);
        assert_eq!((changed.title.as_str(), changed.files[0].opened.as_str()), ("B", text.as_str()));
        assert_eq!(document(&changed).to_text(), "{ \"title\":  \"B\" }\n");
        assert_eq!(document(&changed).files()[1].name, "a.de.json");
        assert_eq!(changed.files[1].current, None);
    }

    #[test]
    fn a_file_that_is_not_an_object_is_refused() {
        let open = |text: &str| Draft::open(String::new(), String::new(), text.to_owned(), 0.0);
        assert_eq!(open("[]"), Err(OpenError::NotAnObject));
        assert!(matches!(open("{"), Err(OpenError::Problem(_))));
    }
}
