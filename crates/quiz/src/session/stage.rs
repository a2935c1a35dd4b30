//! The actions of a reader, and the stages that they lead to.

use crate::decode::id::ChoiceId;
use crate::file::care::{Card, CareLevel};
use crate::model::quiz::{Choice, Question, Screen};
use crate::session::outcome::Outcome;

/// An action of a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Picks a choice of the current step. In a pick-one question it replaces the pick. An exclusive choice clears all others,
    /// and another choice clears an exclusive one.
    Pick(ChoiceId),
    /// Takes a pick back.
    Unpick(ChoiceId),
    /// Goes to the next step that is asked. With an invalid answer (none, or more ticks than the question takes) the session stays
    /// where it is, and [`Session::invalid_answer`](crate::Session::invalid_answer) is set.
    Next,
    /// Clears a question and goes to the next step that is asked. A safety screen and a required question cannot be skipped.
    Skip,
    /// Goes to the asked step before: from a stop, to the screen that stopped the quiz; from the result, to the last question.
    Back,
    /// Starts again, with nothing picked.
    Restart,
}

/// What a reader sees now.
#[derive(Debug)]
pub enum Stage<'s> {
    /// A safety screen.
    SafetyScreen(&'s Screen, Step),
    /// A question.
    Question(&'s Question, Step),
    /// A stop: the quiz ended with a care card, without a score.
    Stopped(Stop<'s>),
    /// The result.
    Finished(Outcome<'s>),
}

/// The current screen or question among all of its kind that are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Its number among the screens or among the questions, from 1.
    pub number: usize,
    /// How many screens or questions there are, or can still be. It never grows while the reader goes on.
    pub total: usize,
    /// Whether later answers decide how many there are, so that `total` is the most.
    pub at_most: bool,
}

/// Why the quiz stopped.
#[derive(Debug)]
pub struct Stop<'s> {
    /// The level of the screen that stopped the quiz: stop, urgent or emergency.
    pub level: CareLevel,
    /// The card to show.
    pub card: &'s Card,
    /// The flags that the reader ticked on the screen that stopped the quiz.
    pub ticked: Vec<&'s Choice>,
}
