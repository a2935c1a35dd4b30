//! Looks up ids of one kind: "cause", "flag". Does not know what an id names.

use std::collections::HashSet;

use crate::decode::diagnostics::Diagnostics;
use crate::decode::json_path::PathRef;
use crate::decode::nearest::nearest;
use crate::decode::problem::ProblemKind;

/// The ids of one kind, in the order of the file.
pub(crate) struct IdIndex {
    what: &'static str,
    ids: Vec<String>,
    /// Whether every id could be read. If not, an id that is not found may be the one that is lost.
    is_complete: bool,
    /// The ids that an unknown one may have been renamed to.
    renamed: Vec<String>,
}

impl IdIndex {
    /// The most ids that are searched. The check refuses lists of more.
    pub(crate) const MAX: usize = 200;

    /// An index without ids, for a place where this kind cannot be named.
    pub(crate) fn empty(what: &'static str) -> Self {
        Self { what, ids: Vec::new(), is_complete: true, renamed: Vec::new() }
    }

    /// Indexes the ids of the list at `path`, and reports repeated ones. An empty id is a fallback, and has been reported.
    pub(crate) fn new<'i>(
        what: &'static str,
        path: &PathRef<'_>,
        ids: impl Iterator<Item = &'i str>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let ids: Vec<String> = ids.map(str::to_owned).collect();
        let mut is_complete = !diagnostics.has_problem_at(path);
        let mut seen = HashSet::with_capacity(ids.len());
        for (i, id) in ids.iter().enumerate() {
            let is_new = seen.insert(id.as_str());
            is_complete &= is_new && !id.is_empty();
            if !is_new && !id.is_empty() {
                diagnostics.report(&path.item(i).key("id"), ProblemKind::RepeatedId { what, id: id.clone() });
            }
        }
        let renamed = ids.clone();
        Self { what, ids, is_complete, renamed }
    }

    /// Takes note of the ids that the file names. If some of this list are not among them, an unknown id was one of those before it
    /// was renamed.
    pub(crate) fn named<'i>(mut self, names: &(impl Iterator<Item = &'i str> + Clone)) -> Self {
        let is_named = |id: &String| names.clone().any(|name| name == id);
        if !self.ids.iter().all(is_named) {
            self.renamed.retain(|id| !is_named(id));
        }
        self
    }

    /// How many items the list has.
    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether every id of the list could be read, and none is there twice.
    pub(crate) fn is_complete(&self) -> bool {
        self.is_complete
    }

    /// The index of an id in its list. Reports an unknown id, unless ids of the list could not be read.
    pub(crate) fn find(&self, id: &str, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Option<usize> {
        let found = self.ids.iter().take(Self::MAX).position(|known| known == id);
        if found.is_none() && !id.is_empty() && self.is_complete {
            let known = self.ids.iter().map(String::as_str);
            let nearest = if diagnostics.is_full() { None } else { nearest(id, known) };
            diagnostics.report(path, ProblemKind::unknown_or_renamed(self.what, id, nearest, &self.renamed));
        }
        found
    }

    /// The indexes of several ids. Reports unknown ones, and ones that are listed twice.
    pub(crate) fn find_all<'i>(
        &self,
        ids: impl Iterator<Item = &'i str>,
        path: &PathRef<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<usize> {
        let mut indexes = Vec::new();
        for (i, id) in ids.enumerate() {
            let Some(index) = self.find(id, &path.item(i), diagnostics) else { continue };
            if indexes.contains(&index) {
                diagnostics.report(&path.item(i), ProblemKind::NamedTwice { id: id.to_owned() });
            } else {
                indexes.push(index);
            }
        }
        indexes
    }
}
