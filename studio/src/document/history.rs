//! The edits that an author can undo and redo.

use which_cause_quiz::JsonPath;

use super::file::FileChange;

/// The most edits that are kept.
const MAX_EDITS: usize = 1_000;

/// The edits that were made, and those that were undone.
#[derive(Debug, Default)]
pub(super) struct History {
    done: Vec<HistoryEntry>,
    undone: Vec<HistoryEntry>,
}

/// An edit, with the changes that undo or redo it.
#[derive(Debug)]
pub(super) struct HistoryEntry {
    pub(super) name: String,
    pub(super) changes: Vec<FileChange>,
    /// The file and the field in which the author is still typing.
    typing: Option<(usize, JsonPath)>,
}

impl History {
    /// Adds a new edit. Nothing can be redone after it.
    pub(super) fn push(&mut self, name: String, changes: Vec<FileChange>, typing: Option<(usize, JsonPath)>) {
        self.undone.clear();
        if self.done.len() == MAX_EDITS {
            self.done.remove(0);
        }
        self.done.push(HistoryEntry { name, changes, typing });
    }

    pub(super) fn is_typing_at(&self, field: &(usize, JsonPath)) -> bool {
        self.undone.is_empty() && self.done.last().is_some_and(|edit| edit.typing.as_ref() == Some(field))
    }

    pub(super) fn end_typing(&mut self) {
        if let Some(edit) = self.done.last_mut() {
            edit.typing = None;
        }
    }

    /// Adds changes that undo a later part of the last edit.
    pub(super) fn add_to_last(&mut self, changes: Vec<FileChange>) {
        if let Some(edit) = self.done.last_mut() {
            edit.changes.splice(0..0, changes);
        }
    }

    pub(super) fn pop_done(&mut self) -> Option<HistoryEntry> {
        self.done.pop()
    }

    pub(super) fn pop_undone(&mut self) -> Option<HistoryEntry> {
        self.undone.pop()
    }

    pub(super) fn push_done(&mut self, name: String, changes: Vec<FileChange>) {
        self.done.push(HistoryEntry { name, changes, typing: None });
    }

    pub(super) fn push_undone(&mut self, name: String, changes: Vec<FileChange>) {
        self.undone.push(HistoryEntry { name, changes, typing: None });
    }

    pub(super) fn last_done(&self) -> Option<&str> {
        self.done.last().map(|edit| edit.name.as_str())
    }

    pub(super) fn last_undone(&self) -> Option<&str> {
        self.undone.last().map(|edit| edit.name.as_str())
    }
}
