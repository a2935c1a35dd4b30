//! Where the reader's focus goes after their own press.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::effect::effect;
use super::ui::Ui;
use which_cause_quiz::Session;

/// Moves focus to a screen's heading once it stands, and again whenever the reader is called back to it; a
/// missing_answer step has a line of its own that takes it then.
pub(super) fn bring_forward(ui: Ui, heading: HtmlElement) {
    effect(Box::new(move || {
        ui.recall.track();
        if !ui.session.with_untracked(Session::missing_answer) && ui.is_attended() {
            ui.bring_into_focus(&heading);
        }
    }));
}
