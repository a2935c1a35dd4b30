//! A button.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A button. As a form's button (`submit`) Enter presses it as well.
#[component]
pub(super) fn Button(
    /// The class of the style sheet: how much the button stands out.
    class: &'static str,
    /// The label.
    label: AnyView,
    /// Whether it is the form's button.
    #[prop(optional)]
    submit: bool,
    /// Called when it is pressed.
    #[prop(into)]
    on_press: Callback<()>,
) -> AnyView {
    let press = move |event: MouseEvent| {
        // The form itself is not submitted: a sandbox without `allow-forms` would forbid it.
        event.prevent_default();
        on_press.run(());
    };
    // It captures. For a listener that bubbles, Leptos links its event delegation, which is switched off: 2 KB of the app.
    view! { <button class=class type=if submit { "submit" } else { "button" } on:click:capture=press>{label}</button> }.into_any()
}
