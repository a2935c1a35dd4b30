//! A list.

use leptos::prelude::*;

use super::context::fragment;

/// A list of items. An empty one renders nothing.
#[component]
pub(super) fn List(
    /// The items.
    items: Vec<AnyView>,
    /// The class of the style sheet.
    #[prop(optional)]
    class: &'static str,
) -> AnyView {
    if items.is_empty() {
        return ().into_any();
    }
    let items: Vec<AnyView> = items.into_iter().map(|item| view! { <li>{item}</li> }.into_any()).collect();
    // WebKit takes a list without markers for no list: https://bugs.webkit.org/show_bug.cgi?id=170179
    view! { <ul class=class role="list">{fragment(items)}</ul> }.into_any()
}
