//! Test cases: a reader's answers, and the result that they must get. Authors write them to keep a quiz right while it changes.

use std::collections::HashSet;
use std::sync::Arc;

use crate::analysis::test_failure::{ActualResult, TestFailure};
use crate::decode::diagnostics::Diagnostics;
use crate::decode::from_json::FromJson;
use crate::decode::id::{CauseId, QuestionId};
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::problem::{Problem, ProblemKind};
use crate::decode::single_line::SingleLine;
use crate::file::test_case_file::{ExpectedResult, TestCaseFile};
use crate::model::check::Draft;
use crate::model::quiz::Quiz;
use crate::session::answers::{Answers, report_unknown_id};
use crate::session::stage::Stage;
use crate::session::state_machine::Session;

/// A test case.
#[derive(Debug, Clone)]
pub struct TestCase {
    /// The test case's id.
    pub id: SingleLine,
    /// The answers.
    pub answers: Answers,
    /// The expected result.
    pub expect: ExpectedResult,
}

/// The test cases under `test_cases` in a quiz file, or in a file of their own. A file without `test_cases` has none.
///
/// # Errors
///
/// Every problem with the test cases, including ids that the quiz does not have. Other parts of the file are not checked.
pub fn test_cases(json: &str, quiz: &Quiz) -> Result<Vec<TestCase>, Vec<Problem>> {
    test_cases_in(&Value::parse(json).map_err(|problem| vec![problem])?, quiz)
}

/// Like [`test_cases`], for a file that is already parsed.
///
/// # Errors
///
/// As [`test_cases`].
pub fn test_cases_in(file: &Value, quiz: &Quiz) -> Result<Vec<TestCase>, Vec<Problem>> {
    let Some(value) = file.get("test_cases") else { return Ok(Vec::new()) };
    let mut diagnostics = Diagnostics::default();
    let root = PathRef::Root;
    let path = root.key("test_cases");
    let mut ids = HashSet::new();
    let mut test_cases = Vec::new();
    for (i, file) in
        Vec::<TestCaseFile>::from_json(value.clone(), &path, &mut diagnostics).into_iter().enumerate()
    {
        let path = path.item(i);
        let answers = Answers { safety: file.safety, answers: file.answers };
        let case = TestCase { id: file.id, answers, expect: file.expect };
        if !case.id.as_str().is_empty() && !ids.insert(case.id.to_string()) {
            let kind = ProblemKind::RepeatedId { what: "test case", id: case.id.to_string() };
            diagnostics.report(&path.key("id"), kind);
        }
        case.answers.check(quiz, &path, &mut diagnostics);
        case.expect.check(quiz, &path.key("expect"), &mut diagnostics);
        test_cases.push(case);
    }
    if diagnostics.problems.is_empty() { Ok(test_cases) } else { Err(diagnostics.into_problems()) }
}

impl Draft {
    /// The problems with the test cases in this file, or in a file of their own. Ids that are only unknown because of a problem with
    /// the quiz are left out.
    #[must_use]
    pub fn test_case_problems(&self, json: &str) -> Vec<Problem> {
        match Value::parse(json) {
            Ok(file) => self.test_case_problems_in(&file),
            Err(problem) if self.quiz.is_some() => vec![problem],
            Err(_) => Vec::new(),
        }
    }

    /// Like [`test_case_problems`](Self::test_case_problems), for a file that is already parsed.
    #[must_use]
    pub fn test_case_problems_in(&self, file: &Value) -> Vec<Problem> {
        let Some(quiz) = &self.quiz else { return Vec::new() };
        let mut problems = test_cases_in(file, quiz).err().unwrap_or_default();
        let [questions, screens, causes] =
            ["questions", "screens", "causes"].map(|key| self.has_lost_ids(key));
        // The quiz knows better what an unknown id was renamed to: which one no choice names.
        for problem in &mut problems {
            let named = unknown_id(&problem.kind);
            if let Some(known) =
                self.problems().iter().find(|it| named.is_some() && unknown_id(&it.kind) == named)
            {
                problem.kind = known.kind.clone();
            }
        }
        problems.retain(|problem| match problem.kind {
            ProblemKind::UnknownId { what, .. } | ProblemKind::RenamedId { what, .. } => match what {
                "cause" => !causes,
                "screen" => !screens,
                "question" => !questions,
                _ => !questions && !screens,
            },
            ProblemKind::TooManyPicks { .. } => !questions,
            _ => true,
        });
        problems
    }
}

/// The kind of thing and the id, if a problem is about an unknown id.
fn unknown_id(kind: &ProblemKind) -> Option<(&'static str, &str)> {
    match kind {
        ProblemKind::UnknownId { what, id, .. } | ProblemKind::RenamedId { what, id, .. } => Some((what, id)),
        _ => None,
    }
}

impl ExpectedResult {
    /// Reports causes that the quiz does not have.
    fn check(&self, quiz: &Quiz, path: &PathRef<'_>, diagnostics: &mut Diagnostics) {
        let is_known = |id: &CauseId| quiz.causes().iter().any(|cause| cause.id == *id);
        let known = || quiz.causes().iter().map(|cause| cause.id.as_str());
        if let Some(id) = self.first.as_ref().filter(|id| !is_known(id)) {
            report_unknown_id("cause", id.as_str(), known(), &path.key("first"), diagnostics);
        }
        let shown = path.key("shown");
        for (i, id) in self.shown.iter().enumerate().filter(|(_, id)| !is_known(id)) {
            report_unknown_id("cause", id.as_str(), known(), &shown.item(i), diagnostics);
        }
    }
}

impl TestCase {
    /// Takes the quiz with these answers, and returns each difference from the expected result.
    #[must_use]
    pub fn failures(&self, quiz: &Arc<Quiz>) -> Vec<TestFailure> {
        let session = self.answers.replay(Arc::clone(quiz));
        let mut failures = self.answers_not_asked(&session);
        failures.extend(ActualResult::of_session(&session).differences_from(&self.expect));
        failures
    }

    /// The answers to questions that this reader is not asked. A stop asks no questions, so it has none.
    fn answers_not_asked(&self, session: &Session) -> Vec<TestFailure> {
        let Stage::Finished(outcome) = session.stage() else { return Vec::new() };
        let asked = outcome.answers();
        let is_asked = |id: &str| asked.iter().any(|(question, _)| question.id.as_str() == id);
        let answers = self.answers.answers.0.iter().filter(|(id, _)| !is_asked(id));
        answers.map(|(id, _)| TestFailure::NotAsked(QuestionId::from(id.as_str()))).collect()
    }
}
