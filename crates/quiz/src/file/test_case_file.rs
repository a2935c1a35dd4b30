//! Readers as their quiz's author writes them down, read by their shape and not yet held to a quiz.

use crate::decode::bounded::Bounded;
use crate::decode::from_json::{Anything, Entries, Reading, Shape};
use crate::decode::id::{CauseId, ChoiceId};
use crate::decode::json::Value;
use crate::decode::json_path::Place;
use crate::decode::macros::{shapes, words};
use crate::decode::single_line::SingleLine;
use crate::file::care::CareLevel;

shapes! {
    /// One reader's answers in a file of their own. An entry of a list of test_cases is one as well.
    pub(crate) struct AnswersFile, "a reader's answers" {
        /// Names the reader.
        id: Option<Anything>,
        /// Who they are.
        story: Option<Anything>,
        /// By screen, the ticked flags.
        safety: Entries<Vec<ChoiceId>>,
        /// By question, what is picked.
        answers: Entries<Answered>,
        /// What they must get.
        expect: Option<Anything>,
    }

    /// A reader and the result that they must get, as it stands in a file.
    pub(crate) struct TestCaseFile, "a reader, with an `id` and what they are to `expect`" {
        /// Names the reader.
        id: SingleLine,
        /// Who they are.
        story: Option<Anything>,
        /// By screen, the ticked flags; none of them means "none of these".
        safety: Entries<Vec<ChoiceId>>,
        /// By question, what is picked.
        answers: Entries<Answered>,
        /// What they must get.
        expect: Expect,
    }

    /// The result that a reader must get. What is left out may be anything.
    pub struct Expect, "the result that the reader must get" {
        /// What it amounts to.
        verdict: Option<ExpectedVerdict>,
        /// The care level of a stop.
        level: Option<CareLevel>,
        /// The cause with the highest score.
        first: Option<CauseId>,
        /// The least distance between the first and the second, in points of score.
        gap: Option<Bounded<0, 100>>,
        /// Causes that must be among those that are shown.
        shown: Vec<CauseId>,
        /// Whether more causes are close than are shown.
        spread: Option<bool>,
        /// Whether the result suggests a visit.
        visit: Option<bool>,
        /// Whether the result may lead to the course.
        course: Option<bool>,
    }
}

words! {
    /// What a result can amount to, a stop among it.
    pub enum ExpectedVerdict, "`leads`, `mixed`, `nothing` or `stopped`" {
        /// One cause leads.
        Leads = "leads",
        /// Several are close together.
        Mixed = "mixed",
        /// Nothing stands out.
        Nothing = "nothing",
        /// A flag stopped the quiz.
        Stopped = "stopped",
    }
}

/// What a reader picks at one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// One choice.
    One(ChoiceId),
    /// All of these.
    All(Vec<ChoiceId>),
}

impl Answered {
    /// The choices.
    #[must_use]
    pub fn choices(&self) -> &[ChoiceId] {
        match self {
            Self::One(choice) => std::slice::from_ref(choice),
            Self::All(choices) => choices,
        }
    }
}

impl Shape for Answered {
    const WANTED: &'static str = "a choice's id, or a list of them";

    fn schema(parts: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
        serde_json::json!({"anyOf": [ChoiceId::schema(parts), Vec::<ChoiceId>::schema(parts)]})
    }

    fn stand_in() -> Self {
        Self::All(Vec::new())
    }

    fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self {
        match value {
            Value::Text(_) => Self::One(ChoiceId::read(value, at, reading)),
            Value::List(_) => Self::All(Vec::read(value, at, reading)),
            other => reading.wrong_shape(at, &other),
        }
    }
}
