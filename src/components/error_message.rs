//! The error message of a step with an invalid answer.

use std::sync::Arc;

use leptos::prelude::*;
use which_cause_quiz::{Placeholders, Session, Text};

use super::context::{WidgetContext, set_up, text_view};
use super::take_focus::{TakesFocus, take_focus};

/// Tells a reader who goes on with an invalid answer what to do, and takes the focus. It stays until the reader goes on: if it
/// went with the first tick, the choices would move under the reader's finger.
#[component]
pub(super) fn ErrorMessage(
    /// The text of the message.
    text: Text,
) -> AnyView {
    let context = WidgetContext::get();
    // Asked when the reader presses Next, and not at their next tick.
    let is_invalid = move || {
        context.focus.refocus.track();
        context.session.with_untracked(Session::invalid_answer)
    };
    let hidden = move || !is_invalid();
    let quiz = context.quiz();
    // Empty while it is hidden: the group's description has it in any case. The words are a closure of their own, because they follow
    // the region, and that must not ask again whether the answer is invalid.
    let words = move || {
        if !is_invalid() {
            return ().into_any();
        }
        let (quiz, text) = (Arc::clone(&quiz), text.clone());
        let join = move |placeholders: &Placeholders| {
            [&*placeholders.render(&quiz.words().error), " ", &placeholders.render(&text)].concat()
        };
        text_view(context.reactive_text(join))
    };
    // A heading: a screen reader says the whole of a heading that gets the focus, and only the first line of a paragraph.
    view! {
        <h3
            class="error"
            id=context.id("-error")
            tabindex="-1"
            prop:hidden=hidden
            use:set_up=take_focus(TakesFocus::OnError)
        >
            {words}
        </h3>
    }
    .into_any()
}
