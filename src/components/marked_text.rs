//! A text with markup: strong and emphasized words, links and paragraphs. They were parsed when the quiz file was read.

use leptos::prelude::*;
use which_cause_quiz::{Span, SpanStyle, Text};

use super::context::{WidgetContext, fragment};
use super::new_tab_link::NewTabLink;

/// A text with markup.
#[component]
pub(super) fn MarkedText<'a>(
    /// The text.
    text: &'a Text,
) -> AnyView {
    // The text may be in a `<p>` already, which cannot have another one in it.
    let paragraph = |spans: Vec<Span>| {
        let spans: Vec<AnyView> =
            spans.into_iter().map(|span| view! { <SpanText span /> }.into_inner()).collect();
        view! { <span class="paragraph">{fragment(spans)}</span> }.into_any()
    };
    fragment(text.paragraphs().into_iter().map(paragraph).collect())
}

/// A part of a paragraph.
#[component]
fn SpanText(
    /// The part.
    span: Span,
) -> AnyView {
    let text = WidgetContext::get().text(&span.text);
    match span.style {
        SpanStyle::Plain => text,
        SpanStyle::Strong => view! { <strong>{text}</strong> }.into_any(),
        SpanStyle::Emphasis => view! { <em>{text}</em> }.into_any(),
        SpanStyle::Link(address) => view! { <NewTabLink address text /> }.into_inner(),
    }
}
