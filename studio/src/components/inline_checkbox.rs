//! A checkbox of a list of checkboxes.

use leptos::prelude::*;

/// A checkbox with its label.
#[component]
pub(crate) fn InlineCheckbox(
    /// Whether it is ticked.
    #[prop(into)]
    is_checked: Signal<bool>,
    /// Called when the author ticks or unticks it.
    on_change: impl Fn(bool) + 'static,
    /// The label.
    children: Children,
) -> impl IntoView {
    view! {
        <label class="inline-checkbox">
            <input
                type="checkbox"
                prop:checked=move || is_checked.get()
                on:change:target=move |event| on_change(event.target().checked())
            />
            {children()}
        </label>
    }
}
