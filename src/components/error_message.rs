//! The error message of a step without an answer.

use leptos::html::H3;
use leptos::prelude::*;
use which_cause_quiz::{Session, Text};

use super::context::WidgetContext;

/// Says what is missing to a reader who goes on without an answer, and takes the focus. It stays until the reader goes on: if it
/// went with the first tick, the choices would move under the reader's finger.
#[component]
pub(super) fn ErrorMessage(
    /// What is missing.
    text: Text,
) -> impl IntoView {
    let context = WidgetContext::get();
    let is_missing = Memo::new(move |_| context.session.with(Session::missing_answer));
    let message = NodeRef::<H3>::new();
    context.effect(Box::new(move || {
        context.refocus.track();
        if let Some(message) = message.get() {
            context.host().focus(&message);
        }
    }));
    // A heading: a screen reader says the whole of a heading that gets the focus, and only the first line of a paragraph.
    move || {
        is_missing.get().then(|| {
            let [label, text] = [&context.quiz().words().error, &text].map(|text| context.text(text));
            view! { <h3 class="error" id="error" tabindex="-1" node_ref=message>{label} " " {text}</h3> }
        })
    }
}
