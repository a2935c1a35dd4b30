//! The engine's check of the file, while it is written.

use std::sync::Arc;

use which_cause_quiz::{Draft, JsonPath, Problem, Quiz, Value};

/// What the check found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Check {
    /// The problems, in the order of the engine.
    pub(crate) problems: Arc<[Problem]>,
    /// The quiz, if the file has no problems.
    pub(crate) quiz: Option<Arc<Quiz>>,
    /// The most points that any answers can give to each cause, in the order of the file.
    pub(crate) most_points: Arc<[i32]>,
}

impl Check {
    /// Checks a file.
    pub(crate) fn of(value: &Value) -> Self {
        let draft = Draft::from_value(value.clone());
        let most_points = draft.most_points().into();
        let test_cases = draft.test_case_problems_in(value);
        let problems = draft.problems().iter().cloned().chain(test_cases).collect();
        Self { problems, most_points, quiz: draft.into_quiz().ok().map(Arc::new) }
    }

    /// The messages of the problems at a path.
    pub(crate) fn messages_at(&self, path: &JsonPath) -> Vec<String> {
        self.messages(|problem| problem == path)
    }

    /// The messages of the problems at a path and below it.
    pub(crate) fn messages_within(&self, path: &JsonPath) -> Vec<String> {
        self.messages(|problem| problem.segments().starts_with(path.segments()))
    }

    /// The messages of the problems whose paths are chosen.
    pub(crate) fn messages(&self, is_chosen: impl Fn(&JsonPath) -> bool) -> Vec<String> {
        let chosen = self.problems.iter().filter(|problem| is_chosen(&problem.path));
        chosen.map(|problem| problem.kind.to_string()).collect()
    }
}
