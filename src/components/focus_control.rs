//! The focus of a quiz, as the app around it controls it.

use leptos::prelude::*;

/// Controls when a quiz may move the focus.
///
/// The focus goes to the heading of each new screen, or to an error message, so that a screen reader reads it. That starts with
/// the reader's first press in the quiz: a quiz that is in a page from the beginning takes no focus.
#[derive(Debug, Clone, Copy)]
pub struct FocusControl {
    /// Whether the widget may move the focus now.
    pub(super) may_move: RwSignal<bool>,
    /// Notifies when the focus has to return to the heading or to the error message. Its value says nothing. (A `Trigger` would be one
    /// type of signal more.)
    pub(super) refocus: RwSignal<bool>,
}

impl FocusControl {
    /// With `may_move`, the first screen takes the focus too: the reader has pressed a Start button of the app.
    #[must_use]
    pub fn new(may_move: bool) -> Self {
        Self { may_move: RwSignal::new(may_move), refocus: RwSignal::new(false) }
    }

    /// Leaves the focus where it is until the reader's next press in the quiz: the app has changed the quiz under the reader.
    pub fn leave(self) {
        self.may_move.set(false);
    }

    /// Moves the focus to where the reader is: to the heading of the screen, or to its error message.
    pub fn return_to_reader(self) {
        self.may_move.set(true);
        self.refocus.notify();
    }
}

impl Default for FocusControl {
    fn default() -> Self {
        Self::new(false)
    }
}
