//! The state of the editor, and every change that an author can make to the file. It is longer than most files, because each change is a
//! method of the one type that all forms share.

use std::sync::Arc;

use leptos::prelude::*;
use which_cause_quiz::{JsonPath, PathSegment, Value, is_note};

use crate::analysis::Results;
use crate::check::{self, Check, FieldMessage};
use crate::document::{
    self, Change, Document, Entry, File, IdError, children, get, object_entries, text_at, with_free_id,
};
use crate::document_signal::DocumentSignal;
use crate::drawings_check::drawings_messages;
use crate::focus::{field_id, focus_on};
use crate::format::{Format, Kind};
use crate::new_item::new_item;
use crate::part::{Group, List, Part};
use crate::photos::Photos;

/// The editor of one draft. It is copied into every component.
#[derive(Clone, Copy)]
pub(crate) struct Editor {
    pub(crate) document: DocumentSignal,
    /// The open part.
    pub(crate) part: RwSignal<Part>,
    /// The outcome of the last check.
    pub(crate) check: RwSignal<Check>,
    /// The problems and then the findings, with their paths. Most checks leave them as they are.
    pub(crate) messages: Memo<Vec<(JsonPath, FieldMessage)>>,
    /// Those of them that do not come from the check.
    other_messages: Memo<Vec<(JsonPath, FieldMessage)>>,
    /// The last message in the head of the editor, which a screen reader says: "Undone: remove question 3".
    pub(crate) message: RwSignal<String>,
    /// The index of the file that paths are in: the quiz file, except in the form of a companion.
    pub(crate) file: usize,
    format: StoredValue<Arc<Format>>,
}

impl Editor {
    /// An editor of a document that was checked, with an open part.
    pub(crate) fn new(
        document: DocumentSignal,
        check: RwSignal<Check>,
        photos: Photos,
        results: RwSignal<Results>,
        part: Part,
    ) -> Self {
        let other_messages = other_messages([drawings_messages(document, check), photos.messages], results);
        Self {
            check,
            messages: all_messages(check, other_messages),
            other_messages,
            document,
            part: RwSignal::new(part),
            message: RwSignal::new(String::new()),
            file: Document::QUIZ,
            format: StoredValue::new(Arc::new(Format::new())),
        }
    }

    /// The editor that a component is in.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// The same editor for the form of a companion. `check` is the check of that file.
    pub(crate) fn in_file(self, file: usize, check: RwSignal<Check>) -> Self {
        Self { check, messages: all_messages(check, self.other_messages), file, ..self }
    }

    /// Reads the content of the file, and subscribes to the value at a path.
    pub(crate) fn with_file_at<T>(self, path: &JsonPath, read: impl FnOnce(&Value) -> T) -> T {
        self.document.with_at(self.file, path, |document| read(self.root(document)))
    }

    /// The content of the file. A companion that was removed has none.
    fn root(self, document: &Document) -> &Value {
        document.files().get(self.file).map_or(&Value::Null, |file| &file.value)
    }

    /// The name of what is at a path in a sentence, with the file if that is a companion.
    pub(crate) fn phrase_of(self, path: &JsonPath) -> String {
        self.document.with_untracked(|document| Part::phrase_in(document, self.file, path))
    }

    pub(crate) fn format(self) -> Arc<Format> {
        self.format.get_value()
    }

    /// The value at a path.
    pub(crate) fn value(self, path: JsonPath) -> Memo<Option<Value>> {
        Memo::new(move |_| self.with_file_at(&path, |file| get(file, &path).cloned()))
    }

    /// The text at a path; empty if there is none.
    pub(crate) fn text(self, path: JsonPath) -> Memo<String> {
        Memo::new(move |_| {
            self.with_file_at(&path, |file| text_at(file, &path).unwrap_or_default().to_owned())
        })
    }

    /// How many items the list at a path has.
    pub(crate) fn count(self, path: JsonPath) -> Memo<usize> {
        Memo::new(move |_| self.with_file_at(&path, |file| children(file, &path).len()))
    }

    /// The ids of the items of a list.
    pub(crate) fn ids(self, list: JsonPath) -> Memo<Vec<String>> {
        Memo::new(move |_| {
            self.with_file_at(&list, |file| {
                let items = children(file, &list).iter();
                items
                    .map(|item| text_at(item, &JsonPath::to_key("id")).unwrap_or_default().to_owned())
                    .collect()
            })
        })
    }

    /// The keys of the object at a path, without those of notes.
    pub(crate) fn keys(self, path: JsonPath) -> Memo<Vec<String>> {
        Memo::new(move |_| {
            self.with_file_at(&path, |file| {
                let keys = object_entries(file, &path).iter().map(|(key, _)| key);
                keys.filter(|key| !is_note(key)).cloned().collect()
            })
        })
    }

    /// The problems and then the findings at the paths that are chosen.
    pub(crate) fn messages_at(self, is_chosen: impl Fn(&JsonPath) -> bool) -> Vec<FieldMessage> {
        self.messages.with(|messages| {
            let chosen = messages.iter().filter(|(path, _)| is_chosen(path));
            chosen.map(|(_, message)| message.clone()).collect()
        })
    }

    /// The number of problems at the paths that are chosen.
    pub(crate) fn problem_count(self, is_chosen: impl Fn(&JsonPath) -> bool) -> usize {
        self.messages.with(|messages| {
            let problems = messages.iter().filter(|(path, message)| message.is_problem() && is_chosen(path));
            problems.count()
        })
    }

    /// Sets a value while the author types it, or removes it.
    pub(crate) fn type_value(self, path: &JsonPath, value: Option<Value>) {
        let (format, name) = (self.format(), self.phrase_of(path));
        self.document.update_at(self.file, path, |document| {
            let (quiz, root) = (document.value(), self.root(document));
            let changes = match value {
                Some(value) => document::set(root, path, value, |object| key_order(&format, quiz, object)),
                None => document::remove(root, path, is_removed_when_empty(path)),
            };
            if !changes.is_empty() {
                document.type_value_in(self.file, path, &name, changes);
            }
        });
    }

    /// Sets a text while the author types it.
    pub(crate) fn type_text(self, path: &JsonPath, text: String) {
        self.type_value(path, Some(Value::String(text)));
    }

    /// Ends the typing of a text. An empty text is removed, unless the file must have it.
    pub(crate) fn end_text(self, path: &JsonPath, text: &str, is_required: bool) {
        if text.is_empty() && !is_required {
            self.type_value(path, None);
        }
        self.end_typing();
    }

    /// Sets a value in one edit, or removes it.
    pub(crate) fn set(self, path: &JsonPath, value: Option<Value>) {
        self.end_typing();
        self.type_value(path, value);
        self.end_typing();
    }

    /// Sets values in one edit, or removes them. `name` names the edit: "Change points".
    pub(crate) fn set_all(self, name: &str, values: &[(JsonPath, Option<Value>)]) {
        let format = self.format();
        self.edit(name.to_owned(), |root| {
            // Each change is made for the file that those before it leave.
            let mut root = root.clone();
            let mut all = Vec::new();
            for (path, value) in values {
                let changes = match value {
                    Some(value) => {
                        document::set(&root, path, value.clone(), |object| key_order(&format, &root, object))
                    }
                    None => document::remove(&root, path, is_removed_when_empty(path)),
                };
                for change in changes {
                    _ = change.clone().apply(&mut root);
                    all.push(change);
                }
            }
            all
        });
    }

    /// Ends an edit by typing.
    pub(crate) fn end_typing(self) {
        self.document.update_untracked(Document::end_typing);
    }

    /// Adds an item to the list at a path, and moves the focus to it.
    pub(crate) fn add_item(self, list: &JsonPath, kind: &Kind) {
        let format = self.format();
        let index = self.document.with_untracked(|document| children(self.root(document), list).len());
        self.edit(format!("Add {}", self.phrase_of(&list.item(index))), |root| {
            let items = children(root, list);
            let item = new_item(&format, kind, items, list);
            let entry = Entry::Item(item);
            if matches!(get(root, list), Some(Value::Array(_))) {
                vec![Change::Insert { into: list.clone(), index, entry }]
            } else {
                let Entry::Item(item) = entry else { return Vec::new() };
                document::set(root, list, Value::Array(vec![item]), |object| key_order(&format, root, object))
            }
        });
        focus_on(&field_id(&list.item(index)));
    }

    /// Puts a copy after an item, with an id of its own.
    pub(crate) fn duplicate(self, list: &JsonPath, index: usize) {
        self.edit(format!("Duplicate {}", self.phrase_of(&list.item(index))), |root| {
            let items = children(root, list);
            let Some(item) = items.get(index) else { return Vec::new() };
            let entry = Entry::Item(with_free_id(items, item));
            vec![Change::Insert { into: list.clone(), index: index + 1, entry }]
        });
        focus_on(&field_id(&list.item(index + 1)));
    }

    /// Moves an item of a list.
    pub(crate) fn move_item(self, list: &JsonPath, from: usize, to: usize) {
        self.edit(format!("Move {} to place {}", self.phrase_of(&list.item(from)), to + 1), |root| {
            let Some(item) = children(root, list).get(from).cloned() else { return Vec::new() };
            vec![
                Change::Remove { from: list.clone(), index: from },
                Change::Insert { into: list.clone(), index: to, entry: Entry::Item(item) },
            ]
        });
    }

    /// Removes what is at a path, and with a cause its points.
    pub(crate) fn remove(self, path: &JsonPath) {
        self.edit(format!("Remove {}", self.phrase_of(path)), |root| {
            let mut changes = document::remove(root, path, false);
            changes.extend(document::remove_points_of_cause(root, path));
            changes
        });
    }

    /// Adds a value that is not there: an object or a list with what it requires.
    pub(crate) fn add(self, path: &JsonPath, kind: &Kind) {
        let format = self.format();
        self.edit(format!("Add {}", self.phrase_of(path)), |root| {
            document::set(root, path, format.blank(kind), |object| key_order(&format, root, object))
        });
        focus_on(&field_id(path));
    }

    /// Adds a companion. If another file has its name, it gets another one.
    pub(crate) fn add_file(self, file: File) {
        let file = self.document.with_untracked(|document| file.with_free_name(document.files()));
        self.edit_files(format!("Add {}", file.name), |document, name| document.add_file(name, file));
    }

    /// Gives a companion the content of another version. It stays the file that it is, with its name and the place where it is saved.
    pub(crate) fn replace_content(self, index: usize, content: Value) {
        let name = self.document.with_untracked(|document| document.files()[index].name.clone());
        let changes = vec![Change::Replace(JsonPath::default(), content)];
        self.edit_files(format!("Replace {name}"), |document, name| document.edit(index, name, changes));
    }

    /// Removes a companion.
    pub(crate) fn remove_file(self, index: usize) {
        let name = self.document.with_untracked(|document| document.files()[index].name.clone());
        self.edit_files(format!("Remove {name}"), |document, name| document.remove_file(name, index));
    }

    fn edit_files(self, name: String, edit: impl FnOnce(&mut Document, String)) {
        self.end_typing();
        self.document.update(|document| edit(document, name.clone()));
        self.message.set(name);
    }

    /// Gives a part another id, which every reference follows.
    ///
    /// # Errors
    ///
    /// The id is empty, or another part of the same list has it.
    pub(crate) fn rename(self, part: &JsonPath, id: &str) -> Result<(), IdError> {
        self.end_typing();
        let changes = self
            .document
            .with_untracked(|document| document::rename(document.files(), self.file, part, id))?;
        let name = format!("Rename {} to {id}", self.phrase_of(part));
        self.document.update(|document| document.edit_files(name, changes));
        Ok(())
    }

    pub(crate) fn undo(self) {
        self.undo_or_redo("Undone", Document::undo);
    }

    pub(crate) fn redo(self) {
        self.undo_or_redo("Redone", Document::redo);
    }

    /// Undoes or redoes an edit. `done` says which: "Undone".
    fn undo_or_redo(self, done: &str, undo_or_redo: fn(&mut Document) -> Option<String>) {
        let mut name = None;
        self.document.update(|document| name = undo_or_redo(document));
        if let Some(name) = name {
            self.message.set(format!("{done}: {}", in_lower_case(&name)));
            self.leave_removed_part();
        }
    }

    /// Opens the part that a path is in, and moves the focus to its field.
    pub(crate) fn go_to(self, path: &JsonPath) {
        if let Some(part) = Part::of(path) {
            self.part.set(part);
        }
        focus_on(&field_id(path));
    }

    fn edit(self, name: String, changes: impl FnOnce(&Value) -> Vec<Change>) {
        let message = name.clone();
        self.document.update(|document| {
            let changes = changes(self.root(document));
            document.edit(self.file, name, changes);
        });
        self.message.set(message);
        self.leave_removed_part();
    }

    /// Opens another part if the open one is no longer there.
    fn leave_removed_part(self) {
        if let Part::Item(list, index) = self.part.get_untracked() {
            let count =
                self.document.with_untracked(|document| children(document.value(), &list.path()).len());
            if index >= count {
                self.part.set(match count.checked_sub(1) {
                    Some(last) => Part::Item(list, last),
                    None => Part::Group(Group::About),
                });
            }
        }
    }
}

/// The messages of the check and the others, with the problems first.
fn all_messages(
    check: RwSignal<Check>,
    others: Memo<Vec<(JsonPath, FieldMessage)>>,
) -> Memo<Vec<(JsonPath, FieldMessage)>> {
    Memo::new(move |_| {
        let mut messages = check.with(Check::messages);
        messages.extend(others.get());
        messages.sort_by_key(|(_, message)| !message.is_problem());
        messages
    })
}

/// The messages about the drawings and the photos, and of the analysis.
fn other_messages(
    pictures: [Memo<Vec<(JsonPath, FieldMessage)>>; 2],
    results: RwSignal<Results>,
) -> Memo<Vec<(JsonPath, FieldMessage)>> {
    Memo::new(move |_| {
        let mut messages = pictures.map(|it| it.get()).concat();
        results.with(|results| {
            if let Some(findings) = &results.findings {
                messages.extend(check::finding_messages(&findings.value));
            }
        });
        messages
    })
}

/// The name of an edit after a colon: "remove question 3".
pub(crate) fn in_lower_case(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The keys of the object at a path, in their order. Keys that are ids have the order of the parts in the quiz file.
fn key_order(format: &Format, quiz: &Value, path: &JsonPath) -> Vec<String> {
    let list = match path.segments() {
        [.., PathSegment::Key(key)] if key == "points" => Some(List::Causes),
        [PathSegment::Key(cases), PathSegment::Item(_), PathSegment::Key(key)] if cases == "test_cases" => {
            match key.as_str() {
                "answers" => Some(List::Questions),
                "safety" => Some(List::Screens),
                _ => None,
            }
        }
        _ => None,
    };
    if let Some(list) = list {
        let parts = children(quiz, &list.path()).iter();
        return parts.filter_map(|part| text_at(part, &JsonPath::to_key("id")).map(str::to_owned)).collect();
    }
    match format.kind_at(path) {
        Some(Kind::Object(name)) => format.object(&name).key_names().into_iter().map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// Whether an object that loses its last value at this path is removed too.
fn is_removed_when_empty(path: &JsonPath) -> bool {
    path.segments()
        .iter()
        .any(|segment| matches!(segment, PathSegment::Key(key) if key == "points" || key == "ask_if"))
}
