//! One choice of a question or of a safety screen.

use leptos::prelude::*;
use which_cause_quiz::{Action, Choice, Session};

use super::context::WidgetContext;
use super::picture::Picture;

/// One choice: its control, its text and, where it has one, its picture. The whole of it can be pressed.
#[component]
pub(super) fn ChoiceOption<'a>(
    /// The choice.
    choice: &'a Choice,
    /// The choice's place among its question's.
    index: usize,
    /// Whether the question takes one choice only.
    picks_one: bool,
    /// Whether it is a step between the ends of a scale, which shows only its number.
    is_step: bool,
    /// The name that groups the question's controls.
    group: String,
) -> AnyView {
    let context = WidgetContext::get();
    let class = if choice.exclusive { "choice exclusive" } else { "choice" };
    let control = if picks_one { "radio" } else { "checkbox" };
    let text = if is_step { choice.id.to_string().into_any() } else { context.text(&choice.text) };
    let picture = choice.picture.as_ref().map(|picture| view! { <Picture picture /> }.into_inner());
    let picked = move || context.session.with(Session::picks).has(index);
    let id = choice.id.clone();
    let change = move |is_picked| {
        let id = id.clone();
        context.apply(&if is_picked { Action::Pick(id) } else { Action::Unpick(id) });
    };
    // The listener captures, as in `Button`.
    view! {
        <label class=class part="choice">
            <input
                type=control
                name=group
                value=choice.id.to_string()
                prop:checked=picked
                on:change:target:capture=move |event| change(event.target().checked())
            />
            <span>{text}</span>
            {picture}
        </label>
    }
    .into_any()
}
