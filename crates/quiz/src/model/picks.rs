//! The picked choices of one step.

use crate::file::limits;

/// The picked choices of one step, by their index; at most 64.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Picks(u64);

impl Picks {
    /// The most choices that a step can have.
    pub const MAX: usize = *limits::CHOICES.end();

    /// Whether nothing is picked.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many choices are picked.
    #[must_use]
    pub fn count(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether the choice at `index` is picked.
    #[must_use]
    pub fn has(self, index: usize) -> bool {
        index < Self::MAX && self.0 & (1 << index) != 0
    }

    pub(crate) fn with(self, index: usize) -> Self {
        Self(self.0 | 1 << index)
    }

    pub(crate) fn without(self, index: usize) -> Self {
        Self(self.0 & !(1 << index))
    }

    pub(crate) fn only(index: usize) -> Self {
        Self(1 << index)
    }
}
