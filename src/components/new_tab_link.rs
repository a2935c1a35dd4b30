//! A link that opens in a new tab, so that the reader's answers stay.

use leptos::prelude::*;

use super::context::WidgetContext;

/// A link that opens in a new tab, and says so.
#[component]
pub(super) fn NewTabLink(
    /// The page that it leads to.
    address: String,
    /// Its words.
    text: AnyView,
) -> AnyView {
    let context = WidgetContext::get();
    let quiz = context.quiz();
    view! {
        <a href=address target="_blank" rel="noopener">
            {text}
            " "
            {context.text(&quiz.words().new_tab)}
        </a>
    }
    .into_any()
}
