//! The result that a reader gets, as far as a test case can expect it, and how it differs from the expected one.

use std::fmt;

use crate::decode::bounded::Bounded;
use crate::decode::id::{CauseId, QuestionId};
use crate::file::care::CareLevel;
use crate::file::test_case_file::{ExpectedResult, ExpectedVerdict};
use crate::session::outcome::Outcome;
use crate::session::stage::Stage;
use crate::session::state_machine::Session;
use crate::session::verdict::Verdict;

/// A difference between the result that a test case expects and the one that its reader gets. As text it has the ids of the quiz
/// file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TestFailure {
    /// Another verdict.
    Verdict {
        /// The expected verdict.
        expected: ExpectedVerdict,
        /// The reader's verdict; `None` if the quiz does not end.
        actual: Option<ExpectedVerdict>,
    },
    /// Another care level.
    Level {
        /// The expected level.
        expected: CareLevel,
        /// The level of the stop; `None` without one.
        actual: Option<CareLevel>,
    },
    /// Another cause has the highest score.
    First {
        /// The expected cause.
        expected: CauseId,
        /// The cause with the highest score; `None` without a result.
        actual: Option<CauseId>,
    },
    /// More causes are close together than are shown, or not.
    Spread {
        /// Whether that is expected.
        expected: bool,
    },
    /// The result suggests a visit, or not.
    Visit {
        /// Whether that is expected.
        expected: bool,
    },
    /// The result offers the course, or not.
    Course {
        /// Whether that is expected.
        expected: bool,
    },
    /// The first score is too near to the second one.
    Gap {
        /// The least distance that is expected.
        least: i32,
        /// The distance; `None` without a result.
        actual: Option<i32>,
    },
    /// The result does not show this cause.
    NotShown(CauseId),
    /// This question is answered, and the reader is not asked it.
    NotAsked(QuestionId),
}

impl fmt::Display for TestFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Verdict { expected, actual } => {
                let actual = actual.map_or("none, because the quiz does not end", ExpectedVerdict::as_str);
                write!(f, "the verdict should be {} but is {actual}", expected.as_str())
            }
            Self::Level { expected, actual } => {
                let actual = actual.map_or("none", CareLevel::as_str);
                write!(f, "the level should be {} but is {actual}", expected.as_str())
            }
            Self::First { expected, actual } => {
                let actual = actual.as_ref().map_or("none", CauseId::as_str);
                write!(f, "the first cause should be {expected} but is {actual}")
            }
            Self::Spread { expected } => write!(f, "spread should be {expected} but is {}", !expected),
            Self::Visit { expected } => write!(f, "visit should be {expected} but is {}", !expected),
            Self::Course { expected } => write!(f, "course should be {expected} but is {}", !expected),
            Self::Gap { least, actual: None } => {
                write!(f, "the gap should be {least} or more but there is none")
            }
            Self::Gap { least, actual: Some(gap) } => {
                write!(f, "the gap should be {least} or more but is {gap}")
            }
            Self::NotShown(cause) => write!(f, "{cause} should be shown but is not"),
            Self::NotAsked(question) => write!(f, "{question} is answered but not asked"),
        }
    }
}

/// The result that a reader gets, in the terms of [`ExpectedResult`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActualResult {
    /// The verdict; `None` if the quiz has not ended.
    pub verdict: Option<ExpectedVerdict>,
    /// The care level of the stop.
    pub level: Option<CareLevel>,
    /// The cause with the highest score.
    pub first: Option<CauseId>,
    /// The distance between the first and the second score.
    pub gap: Option<i32>,
    /// The causes that the result shows.
    pub shown: Vec<CauseId>,
    /// Whether more causes are close together than are shown.
    pub spread: bool,
    /// Whether the result suggests a visit.
    pub visit: bool,
    /// Whether the result offers the course.
    pub course: bool,
}

impl ActualResult {
    /// The result of a session.
    #[must_use]
    pub fn of_session(session: &Session) -> Self {
        let without_outcome = |verdict, level| Self {
            verdict,
            level,
            first: None,
            gap: None,
            shown: Vec::new(),
            spread: false,
            visit: false,
            course: false,
        };
        match session.stage() {
            Stage::Finished(outcome) => Self::of_outcome(&outcome),
            Stage::Stopped(stop) => without_outcome(Some(ExpectedVerdict::Stopped), Some(stop.level)),
            Stage::SafetyScreen(..) | Stage::Question(..) => without_outcome(None, None),
        }
    }

    fn of_outcome(outcome: &Outcome<'_>) -> Self {
        let ranked = |i: usize| outcome.ranking.get(i);
        Self {
            verdict: Some(match outcome.verdict {
                Verdict::Leads(_) => ExpectedVerdict::Leads,
                Verdict::Mixed { .. } => ExpectedVerdict::Mixed,
                Verdict::Nothing => ExpectedVerdict::Nothing,
            }),
            level: None,
            first: ranked(0).map(|first| first.cause.id.clone()),
            gap: ranked(0).zip(ranked(1)).map(|(first, second)| first.score - second.score),
            shown: outcome.verdict.shown().iter().map(|ranked| ranked.cause.id.clone()).collect(),
            spread: outcome.verdict.is_spread(),
            visit: outcome.visit.is_some(),
            course: outcome.offers_course(),
        }
    }

    /// Each difference from an expected result.
    pub(crate) fn differences_from(&self, expect: &ExpectedResult) -> Vec<TestFailure> {
        let mut failures = Vec::new();
        if let Some(expected) = expect.verdict.filter(|expected| Some(*expected) != self.verdict) {
            failures.push(TestFailure::Verdict { expected, actual: self.verdict });
        }
        if let Some(expected) = expect.level.filter(|expected| Some(*expected) != self.level) {
            failures.push(TestFailure::Level { expected, actual: self.level });
        }
        if let Some(expected) = expect.first.clone().filter(|expected| Some(expected) != self.first.as_ref())
        {
            failures.push(TestFailure::First { expected, actual: self.first.clone() });
        }
        if let Some(expected) = expect.spread.filter(|expected| *expected != self.spread) {
            failures.push(TestFailure::Spread { expected });
        }
        if let Some(expected) = expect.visit.filter(|expected| *expected != self.visit) {
            failures.push(TestFailure::Visit { expected });
        }
        if let Some(expected) = expect.course.filter(|expected| *expected != self.course) {
            failures.push(TestFailure::Course { expected });
        }
        let least = expect.gap.map(Bounded::get);
        if let Some(least) = least.filter(|least| self.gap.is_none_or(|gap| gap < *least)) {
            failures.push(TestFailure::Gap { least, actual: self.gap });
        }
        let missing = expect.shown.iter().filter(|id| !self.shown.contains(id));
        failures.extend(missing.cloned().map(TestFailure::NotShown));
        failures
    }
}
