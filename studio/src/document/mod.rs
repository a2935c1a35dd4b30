//! The quiz file while its author writes it: a tree of JSON, changed at paths, with every step to take back.
//!
//! The tree keeps the order of keys, unknown keys and the author's notes. Nothing here knows the page.

mod change;
mod ids;
mod rename;
mod saved_text;
mod set;
mod steps;
mod tree;

pub(crate) use change::{Change, Entry};
pub(crate) use ids::{free_id, with_free_id};
pub(crate) use rename::{IdIsTaken, rename};
pub(crate) use saved_text::saved_text;
pub(crate) use set::{remove, set};
pub(crate) use tree::{children, get, object_entries, text_at};

use which_cause_quiz::{JsonPath, Value};

use steps::Steps;

/// A quiz file under work.
#[derive(Debug)]
pub(crate) struct Document {
    value: Value,
    steps: Steps,
    /// The text of the file as it was opened: saving keeps its formatting.
    opened_text: String,
}

impl Document {
    /// A document from the text of a file. `current` is its content now, if it was changed since it was opened.
    pub(crate) fn new(opened_text: String, current: Value) -> Self {
        Self { value: current, steps: Steps::default(), opened_text }
    }

    /// The whole file.
    pub(crate) fn value(&self) -> &Value {
        &self.value
    }

    /// The text to save: the opened file with the changes and nothing else.
    pub(crate) fn to_text(&self) -> String {
        saved_text(&self.opened_text, &self.value)
    }

    /// Takes one step: some changes that are undone together. `name` says what it did: "Remove question 3".
    pub(crate) fn take_step(&mut self, name: impl Into<String>, changes: Vec<Change>) {
        let undo = self.apply(changes);
        self.steps.push(name.into(), undo, None);
    }

    /// Sets the value of a field while the author types. The presses in one field are one step.
    pub(crate) fn type_value(&mut self, path: &JsonPath, changes: Vec<Change>) {
        let continues = self.steps.is_typing_at(path);
        let undo = self.apply(changes);
        if !continues {
            self.steps.push(format!("Change {path}"), undo, Some(path.clone()));
        }
    }

    /// Ends a step of typing: the next press in the same field is a step of its own.
    pub(crate) fn end_typing(&mut self) {
        self.steps.end_typing();
    }

    /// Takes the last step back. Returns its name.
    pub(crate) fn undo(&mut self) -> Option<String> {
        let step = self.steps.pop_done()?;
        let redo = self.apply(step.changes);
        self.steps.push_undone(step.name.clone(), redo);
        Some(step.name)
    }

    /// Takes the last undone step again. Returns its name.
    pub(crate) fn redo(&mut self) -> Option<String> {
        let step = self.steps.pop_undone()?;
        let undo = self.apply(step.changes);
        self.steps.push_done(step.name.clone(), undo);
        Some(step.name)
    }

    /// The name of the step that [`undo`](Self::undo) takes back.
    pub(crate) fn last_step(&self) -> Option<&str> {
        self.steps.last_done()
    }

    /// The name of the step that [`redo`](Self::redo) takes again.
    pub(crate) fn last_undone(&self) -> Option<&str> {
        self.steps.last_undone()
    }

    /// Applies changes, and returns those that take them back.
    fn apply(&mut self, changes: Vec<Change>) -> Vec<Change> {
        let mut back: Vec<Change> =
            changes.into_iter().filter_map(|change| change.apply(&mut self.value)).collect();
        back.reverse();
        back
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        Document::new(text.to_owned(), Value::parse(text).expect("JSON"))
    }

    #[test]
    fn every_step_is_undone_and_redone_over_two_hundred_steps() {
        let mut document = document(r#"{"list": []}"#);
        let list = JsonPath::to_key("list");
        let mut texts = vec![document.to_text()];
        for i in 0..300 {
            let entry = Entry::Item(Value::Integer(i));
            document.take_step("Add", vec![Change::Insert { into: list.clone(), index: 0, entry }]);
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
    fn typing_in_a_field_is_one_step_until_it_ends() {
        let mut document = document(r#"{"title": "a"}"#);
        let title = JsonPath::to_key("title");
        let set =
            |text: &str| vec![Change::Replace(JsonPath::to_key("title"), Value::String(text.to_owned()))];
        document.type_value(&title, set("ab"));
        document.type_value(&title, set("abc"));
        document.end_typing();
        document.type_value(&title, set("abcd"));
        document.undo();
        assert_eq!(text_at(document.value(), &title), Some("abc"));
        document.undo();
        assert_eq!(text_at(document.value(), &title), Some("a"));
        assert_eq!(document.last_step(), None);
    }

    #[test]
    fn a_new_step_ends_what_could_be_redone() {
        let mut document = document(r#"{"a": 1}"#);
        let change = |to| vec![Change::Replace(JsonPath::to_key("a"), Value::Integer(to))];
        document.take_step("first", change(2));
        document.undo();
        document.take_step("second", change(3));
        assert_eq!(document.redo(), None);
        assert_eq!(document.last_step(), Some("second"));
    }
}
