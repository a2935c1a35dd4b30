//! The heading of a screen, or of the part that comes first on it.

use leptos::prelude::*;
use web_sys::Element;
use which_cause_quiz::Session;

use super::context::{WidgetContext, Words};

/// A heading. With `takes_focus`, the focus moves to it when the screen appears and whenever it has to return.
#[component]
pub(super) fn Heading(
    /// The element's id, for the labels that name it.
    id: &'static str,
    /// The words.
    text: Words,
    /// Whether the focus moves here.
    takes_focus: bool,
) -> AnyView {
    view! {
        <h2 class="heading" id=id tabindex=takes_focus.then_some("-1") use:take_focus=takes_focus>
            // Orca may look for the reader in the first text of a new screen. If that text is the heading itself, Orca does not
            // read the heading again when it gets the focus. So the text is in an element within the heading.
            <span>{text}</span>
        </h2>
    }
    .into_any()
}

/// Moves the focus to a heading when its screen stands, and whenever the focus has to return.
fn take_focus(heading: Element, takes_focus: bool) {
    let context = WidgetContext::get();
    if !takes_focus {
        return;
    }
    context.effect(Box::new(move || {
        context.refocus.track();
        // An error message takes the focus itself.
        let has_error = context.session.with_untracked(Session::missing_answer);
        if context.may_move_focus.get_untracked() && !has_error {
            context.host().focus(&heading);
        }
    }));
}
