//! Drafts: quiz files under work, kept in this browser.

mod lock;
mod store;

pub(crate) use lock::{Lock, ReleaseListener, ask_to_release, hold_lock, wait_for_lock};
pub(crate) use store::{
    StoreError, all, ask_to_persist, delete, is_work_only_in_tab, load, load_photos, load_targets, save,
    save_photos, save_targets, why_only_in_tab,
};

use serde::{Deserialize, Serialize};
use which_cause_quiz::{JsonPath, Value};

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
    /// Whether its author has a file of it: it was opened from one, or saved.
    #[serde(default)]
    pub(crate) has_file: bool,
    /// Whether a photo of it is in no file of its author.
    #[serde(default)]
    pub(crate) has_unsaved_photos: bool,
    /// The notices for its author, until they are dismissed.
    #[serde(default)]
    pub(crate) notices: Vec<Notice>,
}

/// Something that an author should know about a draft, such as parts that could not be imported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Notice {
    pub(crate) heading: String,
    pub(crate) items: Vec<String>,
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
    /// Whether the author has no file of it yet.
    #[serde(default)]
    pub(crate) is_new: bool,
}

impl Draft {
    /// A draft of files. The quiz file is the first.
    pub(crate) fn new(id: String, files: &[File], now: f64) -> Self {
        Self {
            id,
            title: files.first().map(|quiz| title_of(&quiz.value)).unwrap_or_default(),
            files: files.iter().map(DraftFile::of).collect(),
            changed_at: now,
            has_file: false,
            has_unsaved_photos: false,
            notices: Vec::new(),
        }
    }

    /// The title as the studio shows it.
    pub(crate) fn display_title(&self) -> String {
        if self.title.is_empty() { "Without a title".to_owned() } else { self.title.clone() }
    }

    /// The name of the quiz file.
    pub(crate) fn file_name(&self) -> &str {
        self.files.first().map_or("", |file| &file.name)
    }

    /// Whether files of the author have all of it.
    pub(crate) fn is_saved(&self) -> bool {
        self.has_file
            && !self.has_unsaved_photos
            && self.files.iter().all(|file| file.current.is_none() && !file.is_new)
    }

    /// Whether another draft is one of the same quiz file.
    pub(crate) fn is_of_the_same_file(&self, other: &Self) -> bool {
        let quiz_id = |draft: &Self| {
            let value = draft.files.first().and_then(|file| Value::parse(&file.opened).ok())?;
            text_at(&value, &JsonPath::to_key("id")).map(str::to_owned)
        };
        let has_files = self.has_file && other.has_file && self.id != other.id;
        has_files && self.file_name() == other.file_name() && quiz_id(self) == quiz_id(other)
    }

    /// Its document. `None` if the browser kept something other than a draft, or if one file is not JSON: the next change would overwrite
    /// the draft without that file.
    pub(crate) fn document(&self) -> Option<Document> {
        let files: Option<Vec<File>> = self.files.iter().map(DraftFile::to_file).collect();
        let mut files = files?.into_iter();
        Some(Document::new(files.next()?, files))
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
        Self { name, opened, current: file.is_changed().then(|| file.to_text()), is_new: file.is_new }
    }

    fn to_file(&self) -> Option<File> {
        File::restore(self.name.clone(), self.opened.clone(), self.current.as_deref(), self.is_new)
    }
}

fn title_of(value: &Value) -> String {
    text_at(value, &JsonPath::to_key("title")).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Change;
    use which_cause_quiz::MAX_FILE_BYTES;

    #[test]
    fn a_draft_keeps_the_opened_text_and_the_changes() {
        let text = "{ \"title\":  \"A\" }\n".to_owned();
        let draft = Draft::new("1".to_owned(), &[File::open("a.json", text.clone()).expect("JSON")], 0.0);
        let document = |draft: &Draft| draft.document().expect("a document");
        assert_eq!(document(&draft).to_text(), text);
        let mut changed = document(&draft);
        let change = Change::Replace(JsonPath::to_key("title"), Value::String("B".to_owned()));
        changed.edit(Document::QUIZ, "Change", vec![change]);
        changed.add_file("Add German", File::open("a.de.json", "{}").expect("JSON"));
        let changed = draft.with(&changed, 1.0);
        assert_eq!((changed.title.as_str(), changed.files[0].opened.as_str()), ("B", text.as_str()));
        assert_eq!(document(&changed).to_text(), "{ \"title\":  \"B\" }\n");
        assert_eq!(document(&changed).files()[1].name, "a.de.json");
        assert_eq!(changed.files[1].current, None);
    }

    #[test]
    fn a_draft_larger_than_a_file_is_kept_with_its_translation() {
        let files = ["a.json", "a.de.json"].map(|name| File::new(name, r#"{"title": "A"}"#).expect("JSON"));
        let draft = Draft::new("1".to_owned(), &files, 0.0);
        let mut document = draft.document().expect("a document");
        let long = Value::String("x".repeat(MAX_FILE_BYTES));
        for file in 0..2 {
            let change = Change::Replace(JsonPath::to_key("title"), long.clone());
            document.edit(file, "Change", vec![change]);
        }
        let mut kept = draft.with(&document, 1.0);
        assert_eq!(kept.document().expect("a document").files(), document.files());
        document.mark_saved(Document::QUIZ);
        assert_eq!(kept.with(&document, 2.0).document().expect("a document").files(), document.files());
        kept.files[1].current = Some("no JSON".to_owned());
        assert!(kept.document().is_none(), "a draft without its translation");
    }

    #[test]
    fn a_draft_is_saved_if_a_file_has_all_of_it() {
        let mut draft = Draft::new("1".to_owned(), &[File::open("a.json", "{}").expect("JSON")], 0.0);
        assert!(!draft.is_saved());
        draft.has_file = true;
        assert!(draft.is_saved());
        draft.files[0].is_new = true;
        assert!(!draft.is_saved());
        draft.files[0].is_new = false;
        draft.has_unsaved_photos = true;
        assert!(!draft.is_saved());
        draft.has_unsaved_photos = false;
        draft.files[0].current = Some("{\"a\": 1}".to_owned());
        assert!(!draft.is_saved());
    }

    #[test]
    fn two_drafts_of_one_quiz_file_are_known() {
        let draft = |id: &str, name: &str, text: &str| {
            let file = File::open(name, text).expect("JSON");
            Draft { has_file: true, ..Draft::new(id.to_owned(), &[file], 0.0) }
        };
        let bread = draft("1", "bread.json", r#"{"id": "bread"}"#);
        assert!(bread.is_of_the_same_file(&draft("2", "bread.json", r#"{"id": "bread", "title": "Later"}"#)));
        assert!(!bread.is_of_the_same_file(&bread));
        assert!(!bread.is_of_the_same_file(&draft("2", "quiz.json", r#"{"id": "bread"}"#)));
        assert!(!bread.is_of_the_same_file(&draft("2", "bread.json", r#"{"id": "cake"}"#)));
    }

    #[test]
    fn a_draft_of_an_earlier_version_is_read() {
        let kept = r#"{"id": "1", "title": "A", "files": [], "changed_at": 1.0}"#;
        let draft: Draft = serde_json::from_str(kept).expect("a draft");
        assert!(!draft.has_file && draft.notices.is_empty());
    }
}
