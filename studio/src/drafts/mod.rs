//! Drafts: quiz files under work, kept in this browser.

mod lock;
mod store;

pub(crate) use lock::{hold_lock, wait_for_lock};
pub(crate) use store::{StoreError, all, delete, load, save};

use serde::{Deserialize, Serialize};
use which_cause_quiz::{JsonPath, Problem, Value};

use crate::document::{Document, text_at};

/// A draft as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Draft {
    /// The id of the draft, and not that of its quiz.
    pub(crate) id: String,
    /// The name of the file to save.
    pub(crate) file_name: String,
    /// The title of the quiz.
    pub(crate) title: String,
    /// The text of the file as it was opened.
    pub(crate) opened: String,
    /// The text now, if it was changed since.
    pub(crate) current: Option<String>,
    /// When it was changed, in milliseconds since 1970.
    pub(crate) changed_at: f64,
}

impl Draft {
    /// A draft of a file that was opened.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or not an object.
    pub(crate) fn open(id: String, file_name: String, text: String, now: f64) -> Result<Self, OpenError> {
        let value = Value::parse(&text).map_err(OpenError::Problem)?;
        if !matches!(value, Value::Object(_)) {
            return Err(OpenError::NotAnObject);
        }
        Ok(Self { id, file_name, title: title_of(&value), opened: text, current: None, changed_at: now })
    }

    /// Its document.
    pub(crate) fn document(&self) -> Document {
        let text = self.current.as_ref().unwrap_or(&self.opened);
        let value = Value::parse(text).unwrap_or(Value::Object(Vec::new()));
        Document::new(self.opened.clone(), value)
    }

    /// The draft after a change of its document.
    pub(crate) fn with(&self, document: &Document, now: f64) -> Self {
        Self {
            title: title_of(document.value()),
            current: Some(document.to_text()),
            changed_at: now,
            ..self.clone()
        }
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
        assert_eq!(draft.document().to_text(), text);
        let mut document = draft.document();
        let change = Change::Replace(JsonPath::to_key("title"), Value::String("B".to_owned()));
        document.take_step("Change", vec![change]);
        let changed = draft.with(&document, 1.0);
        assert_eq!((changed.title.as_str(), changed.opened.as_str()), ("B", text.as_str()));
        assert_eq!(changed.document().to_text(), "{ \"title\":  \"B\" }\n");
    }

    #[test]
    fn a_file_that_is_not_an_object_is_refused() {
        let open = |text: &str| Draft::open(String::new(), String::new(), text.to_owned(), 0.0);
        assert_eq!(open("[]"), Err(OpenError::NotAnObject));
        assert!(matches!(open("{"), Err(OpenError::Problem(_))));
    }
}
