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
    let most = editor.format().most_items(&list);
    let count = editor.count(list);
    let full = Memo::new(move |_| most.filter(|most| count.get() >= *most));
    view! {
        <button
            type="button"
            class="small add"
            id=(!id.is_empty()).then_some(id)
            aria-disabled=move || full.get().is_some().to_string()
            on:click=move |_| match full.get_untracked() {
                Some(most) => editor.message.set(limit_text(most)),
                None => on_press(),
            }
        >
            {format!("Add {what}")}
        </button>
        {move || full.get().map(|most| view! { <p class="quiet">{limit_text(most)}</p> })}
    }
}

fn limit_text(most: usize) -> String {
    format!("There are {most}, and there can be no more.")
}
