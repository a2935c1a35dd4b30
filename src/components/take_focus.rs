//! The focus: which element takes it, and when.

use std::rc::Rc;

use leptos::prelude::*;
use which_cause_quiz::Session;

use super::context::{Setup, WidgetContext, after_rendering};

/// When an element takes the focus.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TakesFocus {
    /// When its screen appears, and whenever the focus has to return. Not while there is an error message.
    OnScreen,
    /// When a reader goes on with an invalid answer.
    OnError,
    /// Never.
    Never,
}

/// Moves the focus to an element at its time.
pub(super) fn take_focus(takes_focus: TakesFocus) -> Setup {
    let context = WidgetContext::get();
    Rc::new(move |element| {
        if takes_focus == TakesFocus::Never {
            return;
        }
        after_rendering(Box::new(move || {
            context.focus.refocus.track();
            let has_error = context.session.with_untracked(Session::invalid_answer);
            let is_time = has_error == (takes_focus == TakesFocus::OnError);
            if is_time && context.focus.may_move.get_untracked() {
                context.host().focus(&element);
            }
        }));
    })
}
