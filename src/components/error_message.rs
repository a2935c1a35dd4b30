//! The error message of a step with an invalid answer.

use leptos::prelude::*;
use which_cause_quiz::{Session, Text};

use super::context::{WidgetContext, Words, set_up};
use super::take_focus::{TakesFocus, take_focus};

/// Tells a reader who goes on with an invalid answer what to do, and takes the focus. It stays until the reader goes on: if it
/// went with the first tick, the choices would move under the reader's finger.
#[component]
pub(super) fn ErrorMessage(
    /// The text of the message.
    text: Text,
) -> AnyView {
    let context = WidgetContext::get();
    // Asked when the reader presses Next, and not at their next tick. A memo, so that other texts of the page that change while the
    // message is shown do not ask again.
    let is_shown = Memo::new(move |_| {
        context.focus.refocus.track();
        context.session.with_untracked(Session::invalid_answer)
    });
    let quiz = context.quiz();
    // Empty while it is hidden: the group's description has it in any case.
    let words: Words = Box::new(move || {
        if is_shown.get() {
            let placeholders = context.placeholders();
            [&quiz.words().error, &text].map(|text| placeholders.render(text)).join(" ")
        } else {
            String::new()
        }
    });
    let hidden = move || !is_shown.get();
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
