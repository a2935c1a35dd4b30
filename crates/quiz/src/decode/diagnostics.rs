//! Collects the problems that are found while a file is read and checked.

use std::ops::RangeInclusive;

use crate::decode::json_path::{JsonPath, PathRef};
use crate::decode::problem::{Problem, ProblemKind};

/// The most problems that are reported. Nobody reads more, and a file of a megabyte can have as many.
pub(crate) const MAX_PROBLEMS: usize = 100;

/// What has been found so far.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    /// The problems, in the order in which they were found, up to [`MAX_PROBLEMS`].
    pub(crate) problems: Vec<Problem>,
    /// How many more there are.
    more: usize,
    /// Texts with placeholders that another part of the file fills: the text's path and the placeholder's name.
    pub(crate) placeholders: Vec<(JsonPath, &'static str)>,
}

impl Diagnostics {
    pub(crate) fn report(&mut self, path: &PathRef<'_>, kind: ProblemKind) {
        self.add(Problem::at(path, kind));
    }

    /// Reports a problem that has its path already.
    pub(crate) fn add(&mut self, problem: Problem) {
        if self.is_full() {
            self.more += 1;
        } else {
            self.problems.push(problem);
        }
    }

    /// Reports a list that is too short or too long, unless it could not be read.
    pub(crate) fn check_count(
        &mut self,
        what: &'static str,
        found: usize,
        limits: RangeInclusive<usize>,
        path: &PathRef<'_>,
    ) {
        if !limits.contains(&found) && !self.has_problem_at(path) {
            let (least, most) = limits.into_inner();
            self.report(path, ProblemKind::WrongCount { what, least, most, found });
        }
    }

    /// Whether further problems are only counted.
    pub(crate) fn is_full(&self) -> bool {
        self.problems.len() >= MAX_PROBLEMS
    }

    /// The problems, and as a last one how many more there are.
    pub(crate) fn into_problems(mut self) -> Vec<Problem> {
        if self.more > 0 {
            self.problems.push(Problem::at(&PathRef::Root, ProblemKind::MoreProblems { count: self.more }));
        }
        self.problems
    }

    /// Whether a problem was reported at exactly this path.
    pub(crate) fn has_problem_at(&self, path: &PathRef<'_>) -> bool {
        let path = path.to_path();
        self.problems.iter().any(|problem| problem.path == path)
    }

    /// Whether a problem was reported anywhere in a part of the outermost object.
    pub(crate) fn has_problem_in(&self, key: &str) -> bool {
        self.problems.iter().any(|problem| problem.path.starts_with(key))
    }
}
