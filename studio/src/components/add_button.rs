//! A button that adds an item to a list, as long as the list can have more.

use leptos::prelude::*;
use which_cause_quiz::JsonPath;

use crate::editor::Editor;

/// The button. If the list has as many items as the format allows, it says so in place of adding one.
#[component]
pub(crate) fn AddButton(
    /// The path of the list.
    list: JsonPath,
    /// What it adds: "a question".
    what: String,
    /// The id of the button; empty if it has none.
    #[prop(optional)]
    id: String,
    /// Called to add an item.
    on_press: impl Fn() + Send + Sync + 'static,
) -> impl IntoView {
    let editor = Editor::get();
    let max = editor.format().max_items(&list);
    let count = editor.count(list);
    let full = Memo::new(move |_| max.filter(|max| count.get() >= *max));
    view! {
        <button
            type="button"
            class="small add"
            id=(!id.is_empty()).then_some(id)
            aria-disabled=move || full.get().is_some().to_string()
            on:click=move |_| match full.get_untracked() {
                Some(max) => editor.message.set(limit_text(max)),
                None => on_press(),
            }
        >
            {format!("Add {what}")}
        </button>
        {move || full.get().map(|max| view! { <p class="quiet">{limit_text(max)}</p> })}
    }
}

fn limit_text(max: usize) -> String {
    format!("There are {max}, and there can be no more.")
}
