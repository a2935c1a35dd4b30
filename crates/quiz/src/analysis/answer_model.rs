//! How a random reader answers.

/// How a random reader answers. In a pick-one question each choice is equally likely. In a tick-all question each box is
/// ticked with the same chance, and the exclusive choice if no other is. Of more ticks than the question takes, a random
/// few remain. No reader skips a required question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AnswerModel {
    /// The chance that a box is ticked, 0 to 1.
    pub tick: f64,
    /// The chance that a question is skipped, 0 to 1.
    pub skip: f64,
}

impl AnswerModel {
    /// A model that skips no question.
    #[must_use]
    pub fn ticking(tick: f64) -> Self {
        Self { tick, skip: 0.0 }
    }

    /// A model in which every possible answer has a chance.
    pub(crate) const ANYTHING: Self = Self { tick: 0.5, skip: 0.5 };
}
