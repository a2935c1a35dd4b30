//! Which choices of one step a reader has picked. Knows nothing of what they say.

/// A set of choices by their place in a step, of at most 64.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Picks(u64);

impl Picks {
    /// How many choices a step may have.
    pub const MOST: usize = 64;

    /// Whether nothing is picked.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the choice at `index` is picked.
    #[must_use]
    pub fn has(self, index: usize) -> bool {
        index < Self::MOST && self.0 & (1 << index) != 0
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
