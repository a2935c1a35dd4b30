//! A paragraph.

use leptos::prelude::*;

use super::context::Words;

/// A paragraph of one text.
#[component]
pub(super) fn Paragraph(
    /// The text.
    text: Words,
    /// The class of the style sheet.
    #[prop(optional)]
    class: &'static str,
) -> AnyView {
    view! { <p class=class>{text}</p> }.into_any()
}
