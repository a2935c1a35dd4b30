//! The steps that an author can take back and take again.

use which_cause_quiz::JsonPath;

use super::file::FileChange;

/// The most steps that are kept.
const MAX_STEPS: usize = 1_000;

/// The steps that were taken, and those that were taken back.
#[derive(Debug, Default)]
pub(super) struct Steps {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// A step, with the changes that take it back or take it again.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) name: String,
    pub(super) changes: Vec<FileChange>,
    /// The file and the field in which the author is still typing.
    typing: Option<(usize, JsonPath)>,
}

impl Steps {
    /// Adds a new step. Nothing can be redone after it.
    pub(super) fn push(&mut self, name: String, changes: Vec<FileChange>, typing: Option<(usize, JsonPath)>) {
        self.undone.clear();
        if self.done.len() == MAX_STEPS {
            self.done.remove(0);
        }
        self.done.push(Step { name, changes, typing });
    }

    pub(super) fn is_typing_at(&self, field: &(usize, JsonPath)) -> bool {
        self.undone.is_empty() && self.done.last().is_some_and(|step| step.typing.as_ref() == Some(field))
    }

    pub(super) fn end_typing(&mut self) {
        if let Some(step) = self.done.last_mut() {
            step.typing = None;
        }
    }

    /// Adds changes to take back before those of the last step.
    pub(super) fn add_to_last(&mut self, changes: Vec<FileChange>) {
        if let Some(step) = self.done.last_mut() {
            step.changes.splice(0..0, changes);
        }
    }

    pub(super) fn pop_done(&mut self) -> Option<Step> {
        self.done.pop()
    }

    pub(super) fn pop_undone(&mut self) -> Option<Step> {
        self.undone.pop()
    }

    pub(super) fn push_done(&mut self, name: String, changes: Vec<FileChange>) {
        self.done.push(Step { name, changes, typing: None });
    }

    pub(super) fn push_undone(&mut self, name: String, changes: Vec<FileChange>) {
        self.undone.push(Step { name, changes, typing: None });
    }

    pub(super) fn last_done(&self) -> Option<&str> {
        self.done.last().map(|step| step.name.as_str())
    }

    pub(super) fn last_undone(&self) -> Option<&str> {
        self.undone.last().map(|step| step.name.as_str())
    }
}
