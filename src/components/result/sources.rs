//! What the result rests on.

use leptos::prelude::*;
use which_cause_quiz::Source;

use crate::components::context::WidgetContext;
use crate::components::list::List;

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
        view! {
            <a href=source.url.as_str().to_owned() target="_blank" rel="noopener">
                {context.text(&source.name)}
                " "
                {context.text(&words.new_tab)}
            </a>
        }
        .into_any()
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
