//! What the result rests on.

use leptos::prelude::*;
use which_cause_quiz::Source;

use crate::components::context::WidgetContext;
use crate::components::list::List;
use crate::components::new_tab_link::NewTabLink;

/// The sources, in a fold. Their links open in a new tab, so that the result stays.
#[component]
pub(super) fn Sources<'a>(
    /// The sources.
    sources: Vec<&'a Source>,
) -> AnyView {
    let context = WidgetContext::get();
    if sources.is_empty() {
        return ().into_any();
    }
    let quiz = context.quiz();
    let words = quiz.words();
    let item = sources.iter().map(|source| {
        let (address, text) = (source.url.as_str().to_owned(), context.text(&source.name));
        view! { <NewTabLink address text /> }.into_inner()
    });
    let items: Vec<AnyView> = item.collect();
    view! {
        <details class="sources">
            <summary>{context.text(&words.sources)}</summary>
            <List items />
        </details>
    }
    .into_any()
}
