//! A reader and the result that they must get, as a quiz's author writes them down to keep it honest.

use std::collections::HashSet;
use std::sync::Arc;

use crate::decode::bounded::Bounded;
use crate::decode::from_json::{Reading, Shape};
use crate::decode::id::CauseId;
use crate::decode::json::Value;
use crate::decode::json_path::Place;
use crate::decode::problem::{Problem, ProblemKind};
use crate::decode::single_line::SingleLine;
use crate::file::care::CareLevel;
use crate::file::test_case_file::{Expect, ExpectedVerdict, TestCaseFile};
use crate::model::quiz::Quiz;
use crate::session::answers::{Answers, unknown};
use crate::session::outcome::Outcome;
use crate::session::session::{Session, Stage};

/// A reader and the result that they must get.
#[derive(Debug, Clone)]
pub struct TestCase {
    /// Names the reader.
    pub id: SingleLine,
    /// What they answer.
    pub reader: Answers,
    /// What they must get.
    pub expect: Expect,
}

/// The test_cases in a file that has them under `readers`; none where it has none.
///
/// # Errors
///
/// Everything that is wrong with them, what the quiz does not have among it. What else stands in the file is passed
/// over.
pub fn test_cases(json: &str, quiz: &Quiz) -> Result<Vec<TestCase>, Vec<Problem>> {
    let Value::Map(entries) = Value::from_json(json).map_err(|it| vec![it])? else { return Ok(Vec::new()) };
    let Some((_, value)) = entries.into_iter().find(|(key, _)| key == "readers") else {
        return Ok(Vec::new());
    };
    let mut reading = Reading::default();
    let top = Place::File;
    let at = top.key("readers");
    let mut ids = HashSet::new();
    let mut test_cases = Vec::new();
    for (i, file) in Vec::<TestCaseFile>::read(value, &at, &mut reading).into_iter().enumerate() {
        let at = at.item(i);
        let reader = Answers { safety: file.safety, answers: file.answers };
        let case = TestCase { id: file.id, reader, expect: file.expect };
        if !case.id.as_str().is_empty() && !ids.insert(case.id.to_string()) {
            let kind = ProblemKind::RepeatedId { what: "reader", id: case.id.to_string() };
            reading.report(&at.key("id"), kind);
        }
        case.reader.check(quiz, &at, &mut reading);
        case.expect.check(quiz, &at.key("expect"), &mut reading);
        test_cases.push(case);
    }
    if reading.problems.is_empty() { Ok(test_cases) } else { Err(reading.told()) }
}

impl Expect {
    /// Reports causes that the quiz does not have.
    fn check(&self, quiz: &Quiz, at: &Place<'_>, reading: &mut Reading) {
        let known = |id: &CauseId| quiz.causes().iter().any(|it| it.id == *id);
        let causes = || quiz.causes().iter().map(|it| it.id.as_str());
        if let Some(id) = self.first.as_ref().filter(|id| !known(id)) {
            unknown("cause", id.as_str(), causes(), &at.key("first"), reading);
        }
        let shown = at.key("shown");
        for (i, id) in self.shown.iter().enumerate().filter(|(_, id)| !known(id)) {
            unknown("cause", id.as_str(), causes(), &shown.item(i), reading);
        }
    }
}

impl TestCase {
    /// Takes the quiz as this reader and says what of the result is not as it must be, a line each.
    #[must_use]
    pub fn misses(&self, quiz: &Arc<Quiz>) -> Vec<String> {
        let got = Got::by(&self.reader.take(Arc::clone(quiz)));
        let expect = &self.expect;
        let mut misses = Vec::new();
        let mut hold = |what: &str, wanted: Option<&str>, got: &str| {
            if let Some(wanted) = wanted.filter(|wanted| *wanted != got) {
                misses.push(format!("{what} should be {wanted} and is {got}"));
            }
        };
        let flag = |wanted: Option<bool>| wanted.map(|it| if it { "true" } else { "false" });
        hold("the verdict", expect.verdict.map(ExpectedVerdict::as_str), got.verdict);
        hold("the level", expect.level.map(CareLevel::as_str), got.level.unwrap_or("none"));
        hold("the first cause", expect.first.as_ref().map(CauseId::as_str), &got.first);
        hold("spread", flag(expect.spread), &got.spread.to_string());
        hold("visit", flag(expect.visit), &got.visit.to_string());
        hold("course", flag(expect.course), &got.course.to_string());
        match (expect.gap.map(Bounded::get), got.gap) {
            (Some(least), None) => {
                misses.push(format!("the gap should be {least} or more and there is none"));
            }
            (Some(least), Some(gap)) if gap < least => {
                misses.push(format!("the gap should be {least} or more and is {gap}"));
            }
            _ => {}
        }
        for cause in expect.shown.iter().filter(|id| !got.shown.contains(id)) {
            misses.push(format!("{cause} should be shown and is not"));
        }
        misses
    }
}

/// What a reader got.
struct Got {
    verdict: &'static str,
    level: Option<&'static str>,
    first: String,
    gap: Option<u32>,
    shown: Vec<CauseId>,
    spread: bool,
    visit: bool,
    course: bool,
}

impl Got {
    fn by(session: &Session) -> Self {
        let without_result = |verdict, level| Self {
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
            Stage::Finished(outcome) => Self::in_result(&outcome),
            Stage::Stopped(stop) => without_result("stopped", Some(stop.level.as_str())),
            Stage::SafetyScreen(..) | Stage::Question(..) => {
                without_result("none, for the quiz never ends", None)
            }
        }
    }

    fn in_result(outcome: &Outcome<'_>) -> Self {
        let of = |i: usize| outcome.ranking.get(i);
        Self {
            verdict: outcome.verdict.as_str(),
            level: None,
            first: of(0).map_or_else(|| "none".to_owned(), |it| it.cause.id.to_string()),
            gap: of(0).zip(of(1)).map(|(first, second)| first.score - second.score),
            shown: outcome.verdict.shown().iter().map(|it| it.cause.id.clone()).collect(),
            spread: outcome.verdict.is_spread(),
            visit: outcome.visit.is_some(),
            course: outcome.course.is_offered(),
        }
    }
}
