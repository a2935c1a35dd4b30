//! Test cases: a reader's answers, and the result that they must get. Authors write them to keep a quiz right while it changes.

use std::collections::HashSet;
use std::sync::Arc;

use crate::decode::bounded::Bounded;
use crate::decode::diagnostics::Diagnostics;
use crate::decode::from_json::FromJson;
use crate::decode::id::CauseId;
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::problem::{Problem, ProblemKind};
use crate::decode::single_line::SingleLine;
use crate::file::care::CareLevel;
use crate::file::test_case_file::{ExpectedResult, ExpectedVerdict, TestCaseFile};
use crate::model::check::Draft;
use crate::model::quiz::Quiz;
use crate::session::answers::{Answers, report_unknown_id};
use crate::session::outcome::Outcome;
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
    let Value::Object(entries) = file else { return Ok(Vec::new()) };
    let Some((_, value)) = entries.iter().find(|(key, _)| key == "test_cases") else {
        return Ok(Vec::new());
    };
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
    /// Takes the quiz with these answers, and returns one line for each difference from the expected result.
    #[must_use]
    pub fn failures(&self, quiz: &Arc<Quiz>) -> Vec<String> {
        let session = self.answers.replay(Arc::clone(quiz));
        let actual = ActualResult::of_session(&session);
        let expect = &self.expect;
        let mut failures: Vec<String> = self.answers_not_asked(&session);
        let mut compare = |what: &str, expected: Option<&str>, actual: &str| {
            if let Some(expected) = expected.filter(|expected| *expected != actual) {
                failures.push(format!("{what} should be {expected} but is {actual}"));
            }
        };
        let flag = |expected: Option<bool>| expected.map(|is_set| if is_set { "true" } else { "false" });
        compare("the verdict", expect.verdict.map(ExpectedVerdict::as_str), actual.verdict);
        compare("the level", expect.level.map(CareLevel::as_str), actual.level.unwrap_or("none"));
        compare("the first cause", expect.first.as_ref().map(CauseId::as_str), &actual.first);
        compare("spread", flag(expect.spread), &actual.spread.to_string());
        compare("visit", flag(expect.visit), &actual.visit.to_string());
        compare("course", flag(expect.course), &actual.course.to_string());
        match (expect.gap.map(Bounded::get), actual.gap) {
            (Some(least), None) => {
                failures.push(format!("the gap should be {least} or more but there is none"));
            }
            (Some(least), Some(gap)) if gap < least => {
                failures.push(format!("the gap should be {least} or more but is {gap}"));
            }
            _ => {}
        }
        for cause in expect.shown.iter().filter(|id| !actual.shown.contains(id)) {
            failures.push(format!("{cause} should be shown but is not"));
        }
        failures
    }
}

impl TestCase {
    /// The answers to questions that this reader is not asked, a line each. A stop asks no questions, so it has no such line.
    fn answers_not_asked(&self, session: &Session) -> Vec<String> {
        let Stage::Finished(outcome) = session.stage() else { return Vec::new() };
        let asked = outcome.answers();
        let is_asked = |id: &str| asked.iter().any(|(question, _)| question.id.as_str() == id);
        let answers = self.answers.answers.0.iter().filter(|(id, _)| !is_asked(id));
        answers.map(|(id, _)| format!("{id} is answered but not asked")).collect()
    }
}

/// The result that a reader gets.
struct ActualResult {
    verdict: &'static str,
    level: Option<&'static str>,
    first: String,
    gap: Option<i32>,
    shown: Vec<CauseId>,
    spread: bool,
    visit: bool,
    course: bool,
}

impl ActualResult {
    fn of_session(session: &Session) -> Self {
        let without_outcome = |verdict, level| Self {
            verdict,
            level,
            first: "none".to_owned(),
            gap: None,
            shown: Vec::new(),
            spread: false,
            visit: false,
            course: false,
        };
        match session.stage() {
            Stage::Finished(outcome) => Self::of_outcome(&outcome),
            Stage::Stopped(stop) => without_outcome("stopped", Some(stop.level.as_str())),
            Stage::SafetyScreen(..) | Stage::Question(..) => {
                without_outcome("none, because the quiz does not end", None)
            }
        }
    }

    fn of_outcome(outcome: &Outcome<'_>) -> Self {
        let ranked = |i: usize| outcome.ranking.get(i);
        Self {
            verdict: outcome.verdict.as_str(),
            level: None,
            first: ranked(0).map_or_else(|| "none".to_owned(), |first| first.cause.id.to_string()),
            gap: ranked(0).zip(ranked(1)).map(|(first, second)| first.score - second.score),
            shown: outcome.verdict.shown().iter().map(|ranked| ranked.cause.id.clone()).collect(),
            spread: outcome.verdict.is_spread(),
            visit: outcome.visit.is_some(),
            course: outcome.course.is_offered(),
        }
    }
}
