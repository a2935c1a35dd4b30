//! The focus: which element takes it, and when.

use leptos::prelude::*;
use web_sys::Element;
use which_cause_quiz::Session;

use super::context::{WidgetContext, after_rendering};

/// When an element takes the focus.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TakesFocus {
    /// When its screen appears, and whenever the focus has to return. Not while there is an error message.
    OnScreen,
    /// When a reader goes on without an answer.
    OnError,
    /// Never.
    Never,
}

/// A directive: moves the focus to an element at its time.
pub(super) fn take_focus(element: Element, takes_focus: TakesFocus) {
    let context = WidgetContext::get();
    if takes_focus == TakesFocus::Never {
        return;
    }
    after_rendering(Box::new(move || {
        context.focus.refocus.track();
        let has_error = context.session.with_untracked(Session::missing_answer);
        let is_time = has_error == (takes_focus == TakesFocus::OnError);
        if is_time && context.focus.may_move.get_untracked() {
            context.host().focus(&element);
        }
    }));
}
