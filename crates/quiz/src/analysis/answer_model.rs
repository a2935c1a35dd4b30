//! How a random reader answers.

/// How a random reader answers: of a pick-one question each choice is equally likely; of a tick-all question each
/// box is ticked with the same chance, and the exclusive choice when none is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Model {
    /// The chance that a box is ticked, 0 to 1.
    pub tick: f64,
    /// The chance that a question is skipped, 0 to 1.
    pub skip: f64,
}

impl Model {
    /// The model in which no question is skipped.
    #[must_use]
    pub fn ticking(tick: f64) -> Self {
        Self { tick, skip: 0.0 }
    }

    /// A model in which everything that a reader can do happens now and then.
    pub(crate) const ANYTHING: Self = Self { tick: 0.5, skip: 0.5 };
}
