//! The quiz file and its companions while their author writes them: trees of JSON, changed at paths, with every edit to
//! undo.
//!
//! A companion is a translation, a drawings file or a file of test cases. The trees keep the order of keys, unknown keys and
//! the author's notes. Nothing here knows the page.

mod change;
mod file;
mod history;
mod ids;
mod points_of_cause;
mod rename;
mod saved_text;
mod set;
mod tree;

pub(crate) use change::{Change, Entry};
pub(crate) use file::{File, is_json_name, with_free_names};
pub(crate) use ids::{free_id, with_free_id};
pub(crate) use points_of_cause::remove_points_of_cause;
pub(crate) use rename::{IdError, rename};
pub(crate) use set::{remove, set};
pub(crate) use tree::{children, get, object_entries, text_at};

use which_cause_quiz::{JsonPath, Value};

use file::FileChange;
use history::History;

/// The quiz file and its companions under work.
#[derive(Debug)]
pub(crate) struct Document {
    /// The quiz file is the first.
    files: Vec<File>,
    history: History,
}

impl Document {
    /// The index of the quiz file in [`files`](Self::files).
    pub(crate) const QUIZ: usize = 0;

    /// A document of a quiz file and its companions. Each file gets a name of its own, because a file is saved by its name.
    pub(crate) fn new(quiz: File, companions: impl IntoIterator<Item = File>) -> Self {
        let files = with_free_names([quiz].into_iter().chain(companions));
        Self { files, history: History::default() }
    }

    /// The quiz file, and then its companions.
    pub(crate) fn files(&self) -> &[File] {
        &self.files
    }

    /// The content of the quiz file.
    pub(crate) fn value(&self) -> &Value {
        &self.files[Self::QUIZ].value
    }

    /// The text to save of the quiz file.
    pub(crate) fn to_text(&self) -> String {
        self.files[Self::QUIZ].to_text()
    }

    /// Marks the current text of a file as saved.
    pub(crate) fn mark_saved(&mut self, file: usize) {
        if let Some(file) = self.files.get_mut(file) {
            file.mark_saved();
        }
    }

    /// Makes an edit in one file: some changes that are undone together. `name` names it for the author: "Remove question 3".
    pub(crate) fn edit(&mut self, file: usize, name: impl Into<String>, changes: Vec<Change>) {
        self.edit_files(name, changes.into_iter().map(|change| (file, change)));
    }

    /// Makes an edit in several files.
    pub(crate) fn edit_files(
        &mut self,
        name: impl Into<String>,
        changes: impl IntoIterator<Item = (usize, Change)>,
    ) {
        let changes = changes.into_iter().map(|(file, change)| FileChange::Content(file, change)).collect();
        let undo = self.apply(changes);
        // An edit of a part that is no longer there must not take the edits that can be redone.
        if !undo.is_empty() {
            self.history.push(name.into(), undo, None);
        }
    }

    /// Adds a companion. If another file has its name, it gets another one.
    pub(crate) fn add_file(&mut self, name: impl Into<String>, file: File) {
        let file = file.with_free_name(&self.files);
        let undo = self.apply(vec![FileChange::Insert(self.files.len(), file)]);
        self.history.push(name.into(), undo, None);
    }

    /// Removes a companion.
    pub(crate) fn remove_file(&mut self, name: impl Into<String>, file: usize) {
        let undo = self.apply(vec![FileChange::Remove(file)]);
        self.history.push(name.into(), undo, None);
    }

    /// Sets the value of a field in one file while the author types. The presses in one field are one edit. `name` names the field:
    /// "“Text” of question 3".
    pub(crate) fn type_value_in(&mut self, file: usize, path: &JsonPath, name: &str, changes: Vec<Change>) {
        let field = (file, path.clone());
        let continues = self.history.is_typing_at(&field);
        let undo = self.apply(changes.into_iter().map(|change| FileChange::Content(file, change)).collect());
        if !continues {
            self.history.push(format!("Change {name}"), undo, Some(field));
        } else if !undo.iter().all(FileChange::is_replacement) {
            // The first undo of the edit gives the field its former value, if the field is still there.
            self.history.add_to_last(undo);
        }
    }

    /// Ends an edit by typing: the next press in the same field is another edit.
    pub(crate) fn end_typing(&mut self) {
        self.history.end_typing();
    }

    /// Undoes the last edit. Returns its name.
    pub(crate) fn undo(&mut self) -> Option<String> {
        let edit = self.history.pop_done()?;
        let redo = self.apply(edit.changes);
        self.history.push_undone(edit.name.clone(), redo);
        Some(edit.name)
    }

    /// Redoes the edit that was undone last. Returns its name.
    pub(crate) fn redo(&mut self) -> Option<String> {
        let edit = self.history.pop_undone()?;
        let undo = self.apply(edit.changes);
        self.history.push_done(edit.name.clone(), undo);
        Some(edit.name)
    }

    /// The name of the edit that [`undo`](Self::undo) undoes.
    pub(crate) fn last_edit(&self) -> Option<&str> {
        self.history.last_done()
    }

    /// The name of the edit that [`redo`](Self::redo) redoes.
    pub(crate) fn last_undone(&self) -> Option<&str> {
        self.history.last_undone()
    }

    /// Applies changes, and returns those that take them back.
    fn apply(&mut self, changes: Vec<FileChange>) -> Vec<FileChange> {
        let mut back: Vec<FileChange> =
            changes.into_iter().filter_map(|change| change.apply(&mut self.files)).collect();
        back.reverse();
        back
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        Document::new(File::open("quiz.json", text).expect("JSON"), [])
    }

    #[test]
    fn every_edit_is_undone_and_redone_over_three_hundred_edits() {
        let mut document = document(r#"{"list": []}"#);
        let list = JsonPath::to_key("list");
        let mut texts = vec![document.to_text()];
        for i in 0..300 {
            let entry = Entry::Item(Value::Integer(i));
            document.edit(
                Document::QUIZ,
                "Add",
                vec![Change::Insert { into: list.clone(), index: 0, entry }],
            );
            texts.push(document.to_text());
        }
        for text in texts.iter().rev().skip(1) {
            assert_eq!(document.undo().as_deref(), Some("Add"));
            assert_eq!(document.to_text(), *text);
        }
        assert_eq!(document.undo(), None);
        for text in &texts[1..] {
            document.redo();
            assert_eq!(document.to_text(), *text);
        }
        assert_eq!(document.redo(), None);
    }

    #[test]
    fn typing_in_a_field_is_one_edit_until_it_ends() {
        let mut document = document(r#"{"title": "a"}"#);
        let title = JsonPath::to_key("title");
        let set =
            |text: &str| vec![Change::Replace(JsonPath::to_key("title"), Value::String(text.to_owned()))];
        document.type_value_in(Document::QUIZ, &title, "title", set("ab"));
        document.type_value_in(Document::QUIZ, &title, "title", set("abc"));
        document.end_typing();
        document.type_value_in(Document::QUIZ, &title, "title", set("abcd"));
        document.undo();
        assert_eq!(text_at(document.value(), &title), Some("abc"));
        document.undo();
        assert_eq!(text_at(document.value(), &title), Some("a"));
        assert_eq!(document.last_edit(), None);
    }

    #[test]
    fn a_key_that_is_removed_when_typing_ends_comes_back() {
        let mut document = document(r#"{"title": "a", "subtitle": "b"}"#);
        let subtitle = JsonPath::to_key("subtitle");
        let empty = Change::Replace(subtitle.clone(), Value::String(String::new()));
        document.type_value_in(Document::QUIZ, &subtitle, "subtitle", vec![empty]);
        let removal = Change::Remove { from: JsonPath::default(), index: 1 };
        document.type_value_in(Document::QUIZ, &subtitle, "subtitle", vec![removal]);
        document.undo();
        assert_eq!(document.to_text(), r#"{"title": "a", "subtitle": "b"}"#);
        document.redo();
        assert_eq!(document.to_text(), r#"{"title": "a"}"#);
    }

    #[test]
    fn nothing_can_be_redone_after_a_new_edit() {
        let mut document = document(r#"{"a": 1}"#);
        let change = |to| vec![Change::Replace(JsonPath::to_key("a"), Value::Integer(to))];
        document.edit(Document::QUIZ, "first", change(2));
        document.undo();
        document.edit(Document::QUIZ, "second", change(3));
        assert_eq!(document.redo(), None);
        assert_eq!(document.last_edit(), Some("second"));
    }

    #[test]
    fn an_edit_of_a_part_that_is_gone_leaves_what_can_be_redone() {
        let mut document = document(r#"{"list": []}"#);
        let list = JsonPath::to_key("list");
        let entry = Entry::Item(Value::Integer(1));
        document.edit(Document::QUIZ, "Add", vec![Change::Insert { into: list.clone(), index: 0, entry }]);
        document.undo();
        document.edit(
            Document::QUIZ,
            "Rename",
            vec![Change::Replace(list.item(0).key("id"), Value::Integer(2))],
        );
        assert_eq!((document.last_edit(), document.last_undone()), (None, Some("Add")));
    }

    #[test]
    fn each_file_has_a_name_of_its_own() {
        let file = |name: &str, text: &str| File::open(name, text).expect("JSON");
        let german = file("Quiz.json", r#"{"language": "de"}"#);
        let cases = file("quiz.json", r#"{"test_cases": []}"#);
        let mut document = Document::new(file("quiz.json", "{}"), [german, cases.clone()]);
        document.add_file("Add", cases);
        document.add_file("Add", file("quiz.json", r#"{"language": "../de"}"#));
        let names: Vec<&str> = document.files().iter().map(|file| &*file.name).collect();
        assert_eq!(names, ["quiz.json", "quiz.de.json", "quiz-2.json", "quiz-3.json", "quiz-4.json"]);
        assert!(!document.files()[0].is_unsaved());
        assert!(document.files()[1..].iter().all(File::is_unsaved), "no file has these names yet");
    }

    #[test]
    fn a_new_file_is_unsaved_until_it_is_saved() {
        let quiz = File::new("quiz.json", r#"{"title": "a"}"#).expect("JSON");
        let mut document = Document::new(quiz, []);
        assert!(document.files()[0].is_unsaved());
        document.mark_saved(Document::QUIZ);
        assert!(!document.files()[0].is_unsaved());
    }

    #[test]
    fn companions_are_added_changed_and_removed_by_edits() {
        let mut document = document(r#"{"title": "a"}"#);
        let german = File::open("quiz.de.json", r#"{"title": "a"}"#).expect("JSON");
        document.add_file("Add German", german);
        let title = JsonPath::to_key("title");
        let change = Change::Replace(title.clone(), Value::String("ä".to_owned()));
        document.type_value_in(1, &title, "title", vec![change]);
        assert_eq!(document.last_edit(), Some("Change title"));
        assert_eq!(text_at(document.value(), &title), Some("a"));
        assert_eq!(document.files()[1].to_text(), r#"{"title": "ä"}"#);
        document.remove_file("Remove German", 1);
        assert_eq!(document.files().len(), 1);
        document.undo();
        assert_eq!(document.files()[1].to_text(), r#"{"title": "ä"}"#);
        assert!(document.files()[1].is_changed());
        document.undo();
        assert!(!document.files()[1].is_changed());
        document.undo();
        assert_eq!(document.files().len(), 1);
    }

    #[test]
    fn the_same_field_of_two_files_is_two_edits() {
        let mut document = document(r#"{"title": "a"}"#);
        document.add_file("Add German", File::open("quiz.de.json", r#"{"title": "a"}"#).expect("JSON"));
        let title = JsonPath::to_key("title");
        let set =
            |text: &str| vec![Change::Replace(JsonPath::to_key("title"), Value::String(text.to_owned()))];
        document.type_value_in(Document::QUIZ, &title, "title", set("ab"));
        document.type_value_in(1, &title, "title", set("ä"));
        document.undo();
        assert_eq!(text_at(document.value(), &title), Some("ab"));
    }
}
