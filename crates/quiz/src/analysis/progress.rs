//! How far a long analysis of a quiz is, for a progress bar. Knows nothing of how it is shown.

/// How far a piece of work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work {
    /// What is done, in words: "asking random readers".
    pub what: &'static str,
    /// How much of it is done.
    pub done: usize,
    /// How much there is.
    pub of: usize,
}

impl Work {
    /// Calls `watch` with one step in 64, so that watching costs nothing.
    pub(crate) fn tell_now_and_then(self, watch: &mut impl FnMut(Self)) {
        if self.done.is_multiple_of(64) {
            watch(self);
        }
    }
}
