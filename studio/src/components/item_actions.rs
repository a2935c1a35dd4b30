//! The buttons in the form of an item.

use leptos::prelude::*;
use which_cause_quiz::JsonPath;

use crate::editor::Editor;
use crate::focus::focus_on;

/// The buttons that move, duplicate and remove an item.
#[component]
pub(crate) fn ItemActions(
    /// The list.
    list: JsonPath,
    /// The index of the item.
    index: usize,
    /// Called with the index of the item to show next: the moved one or the copy.
    #[prop(into)]
    on_go: UnsyncCallback<usize>,
    /// Called when the item is gone.
    #[prop(into)]
    on_removed: UnsyncCallback<()>,
) -> impl IntoView {
    let editor = Editor::get();
    let count = editor.count(list.clone());
    let list = StoredValue::new(list);
    let move_to = move |to: usize, button: &'static str| {
        let is_at_end = to == 0 || to + 1 == count.get_untracked();
        list.with_value(|list| editor.move_item(list, index, to));
        on_go.run(to);
        // At an end of the list the button is gone.
        focus_on(if is_at_end { "part" } else { button });
    };
    let duplicate = move |_| {
        list.with_value(|list| editor.duplicate(list, index));
        on_go.run(index + 1);
    };
    let remove = move |_| {
        list.with_value(|list| editor.remove(&list.item(index)));
        on_removed.run(());
        focus_on("part");
    };
    view! {
        <Show when=move || index != 0>
            <button type="button" id="move-up" class="small" on:click=move |_| move_to(index - 1, "move-up")>"Move up"</button>
        </Show>
        <Show when=move || index + 1 < count.get()>
            <button type="button" id="move-down" class="small" on:click=move |_| move_to(index + 1, "move-down")>"Move down"</button>
        </Show>
        <button type="button" class="small" on:click=duplicate>"Duplicate"</button>
        <button type="button" class="small" on:click=remove>"Remove"</button>
    }
}
