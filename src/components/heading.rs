//! The heading of a screen, or of the part that comes first on it.

use leptos::prelude::*;

use super::context::{WidgetContext, set_up};
use super::take_focus::{TakesFocus, take_focus};

/// A heading.
#[component]
pub(super) fn Heading(
    /// The end of the element's id, for the labels that name it.
    id: &'static str,
    /// The words.
    text: AnyView,
    /// When the focus moves here.
    takes_focus: TakesFocus,
) -> AnyView {
    view! {
        <h2 class="heading" id=WidgetContext::get().id(id) tabindex="-1" use:set_up=take_focus(takes_focus)>
            // Orca may look for the reader in the first text of a new screen. If that text is the heading itself, Orca does not
            // read the heading again when it gets the focus. So the text is in an element within the heading.
            <span>{text}</span>
        </h2>
    }
    .into_any()
}
