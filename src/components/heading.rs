//! The heading of a screen, or of the part that comes first on it.

use leptos::html::H2;
use leptos::prelude::*;
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
    let context = WidgetContext::get();
    let heading = NodeRef::<H2>::new();
    if takes_focus {
        context.effect(Box::new(move || {
            context.refocus.track();
            // An error message takes the focus itself.
            let may = context.may_move_focus.get_untracked() && !context.session.with_untracked(Session::missing_answer);
            if let Some(heading) = heading.get().filter(|_| may) {
                context.host().focus(&heading);
            }
        }));
    }
    view! {
        <h2 class="heading" id=id tabindex=takes_focus.then_some("-1") node_ref=heading>
            // Orca may look for the reader in the first text of a new screen. If that text is the heading itself, Orca does not
            // read the heading again when it gets the focus. So the text is in an element within the heading.
            <span>{text}</span>
        </h2>
    }
    .into_any()
}
