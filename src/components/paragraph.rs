//! A paragraph.

use leptos::prelude::*;

/// A paragraph of one text.
#[component]
pub(super) fn Paragraph(
    /// The text.
    text: AnyView,
    /// The class of the style sheet.
    #[prop(optional)]
    class: &'static str,
) -> AnyView {
    view! { <p class=class>{text}</p> }.into_any()
}
