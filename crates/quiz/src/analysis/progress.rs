//! The progress of a long analysis, for a progress bar.

/// The progress of one task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnalysisProgress {
    /// The task in words: "asking random readers".
    pub task: &'static str,
    /// How many parts are done.
    pub done: usize,
    /// How many parts there are.
    pub total: usize,
}

impl AnalysisProgress {
    /// Calls `on_progress` for one part in 64, so that it costs next to nothing.
    pub(crate) fn report_sometimes(self, on_progress: &mut impl FnMut(Self)) {
        if self.done.is_multiple_of(64) {
            on_progress(self);
        }
    }
}
