//! Test cases and answers as an author writes them, before they are checked against a quiz.

use crate::decode::bounded::Bounded;
use crate::decode::diagnostics::Diagnostics;
use crate::decode::entries::Entries;
use crate::decode::from_json::{FromJson, Ignored};
use crate::decode::id::{CauseId, ChoiceId};
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::macros::{json_object, keywords};
use crate::decode::schema::{Definitions, Schema};
use crate::decode::single_line::SingleLine;
use crate::file::care::CareLevel;
use crate::file::scoring::MAX_LIMIT;

json_object! {
    /// The answers of one reader, in a file of their own. A test case can be read as such a file.
    pub(crate) struct AnswersFile, "a reader's answers" {
        /// The id of a test case.
        id: Option<Ignored>,
        /// Who the reader is.
        story: Option<Ignored>,
        /// The ticked flags by screen.
        safety: Entries<Vec<ChoiceId>>,
        /// The answers by question.
        answers: Entries<Answer>,
        /// The expected result of a test case.
        expect: Option<Ignored>,
    }

    /// A test case: a reader, and the result that they must get.
    pub(crate) struct TestCaseFile, "a test case, with an `id` and what the reader is to `expect`" {
        /// The test case's id.
        id: SingleLine,
        /// Who the reader is.
        story: Option<Ignored>,
        /// The ticked flags by screen: `{"now": ["chest"]}`. A screen that is left out has none.
        safety: Entries<Vec<ChoiceId>>,
        /// The answers by question: a choice, a step of a scale, or a list of choices. A question that is left out is skipped.
        answers: Entries<Answer>,
        /// The expected result.
        expect: ExpectedResult,
    }

    /// The result that a test case expects. A part that is left out can be anything.
    pub struct ExpectedResult, "the result that the reader must get" {
        /// The verdict.
        verdict: Option<ExpectedVerdict>,
        /// The care level of the stop.
        level: Option<CareLevel>,
        /// The cause with the highest score.
        first: Option<CauseId>,
        /// The least distance between the first and the second score.
        gap: Option<Bounded<0, MAX_LIMIT>>,
        /// Causes that the result must show.
        shown: Vec<CauseId>,
        /// Whether more causes are close together than are shown.
        spread: Option<bool>,
        /// Whether the result suggests a visit.
        visit: Option<bool>,
        /// Whether the result offers the course.
        course: Option<bool>,
    }
}

keywords! {
    /// The verdict that a test case expects.
    pub enum ExpectedVerdict, "`leads`, `mixed`, `nothing` or `stopped`" {
        /// One cause leads.
        Leads = "leads",
        /// Several causes are close together.
        Mixed = "mixed",
        /// No cause stands out.
        Nothing = "nothing",
        /// A flag stopped the quiz.
        Stopped = "stopped",
    }
}

/// The answer to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// One choice.
    One(ChoiceId),
    /// All of these choices.
    All(Vec<ChoiceId>),
}

impl Answer {
    /// The picked choices.
    #[must_use]
    pub fn choices(&self) -> &[ChoiceId] {
        match self {
            Self::One(choice) => std::slice::from_ref(choice),
            Self::All(choices) => choices,
        }
    }
}

impl FromJson for Answer {
    const EXPECTED: &'static str = "a choice's id, a step of a scale, or a list of choices";

    fn fallback() -> Self {
        Self::All(Vec::new())
    }

    fn schema(definitions: &mut Definitions) -> Schema {
        serde_json::json!({"anyOf": [
            ChoiceId::schema(definitions),
            {"type": "integer"},
            {"type": "array", "items": {"anyOf": [ChoiceId::schema(definitions), {"type": "integer"}]}},
        ]})
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        match value {
            Value::String(_) => Self::One(ChoiceId::from_json(value, path, diagnostics)),
            Value::Integer(step) => Self::One(ChoiceId::from(step.to_string().as_str())),
            Value::Array(items) => {
                let with_steps = items.into_iter().map(|item| match item {
                    Value::Integer(step) => Value::String(step.to_string()),
                    other => other,
                });
                Self::All(Vec::from_json(Value::Array(with_steps.collect()), path, diagnostics))
            }
            other => diagnostics.wrong_type(path, &other),
        }
    }
}
