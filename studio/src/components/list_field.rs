//! A list of texts or of parts: each item with its fields, and with buttons that move, duplicate and remove it.

use leptos::prelude::*;
use which_cause_quiz::JsonPath;

use super::add_button::AddButton;
use super::field_frame::{Messages, described_by, messages_at};
use super::object_fields::ObjectFields;
use super::reorder::{MoveButtons, ReorderableList};
use super::text_field::TextArea;
use crate::document::get;
use crate::editor::Editor;
use crate::focus::{field_id, focus_on};
use crate::format::{self, Kind};
use crate::part::item_name_of;

/// A list.
#[component]
pub(crate) fn ListField(
    /// The path of the list.
    path: JsonPath,
    /// The label of the field.
    label: String,
    /// The line of help below the label.
    help: String,
    /// Whether the file must have it.
    is_required: bool,
    /// The kind of an item.
    item: Kind,
) -> impl IntoView {
    let editor = Editor::get();
    let id = field_id(&path);
    let count = editor.count(path.clone());
    let messages = messages_at(&path);
    let name = item_name_of(&path);
    let items = {
        let (path, item, name) = (path.clone(), item.clone(), name.clone());
        move || {
            let list = path.clone();
            let items = (0..count.get()).map(|index| {
                view! { <ListItem list=list.clone() index count kind=item.clone() name=name.clone() /> }
            });
            items.collect_view()
        }
    };
    let on_move = {
        let list = StoredValue::new(path.clone());
        move |from, to| list.with_value(|list| editor.move_item(list, from, to))
    };
    let buttons = match &item {
        Kind::Either(kinds) => kinds.clone(),
        kind => vec![kind.clone()],
    };
    let has_choice = buttons.len() > 1;
    let buttons = buttons
        .into_iter()
        .map(|kind| {
            let what = match &kind {
                Kind::Object(_) if has_choice => "a text with a picture".to_owned(),
                _ => format!("a {name}"),
            };
            let path = path.clone();
            view! { <AddButton list=path.clone() what on_press=move || editor.add_item(&path, &kind) /> }
        })
        .collect_view();
    let remove = {
        let path = path.clone();
        move |_| editor.remove(&path)
    };
    let remove_label = format!("Remove {}", label.to_lowercase());
    view! {
        <fieldset class="fieldset list" id=id.clone() aria-describedby=described_by(&id)>
            <legend>{label}</legend>
            <p class="help" id=format!("{id}-help")>{help}</p>
            <Messages messages id=format!("{id}-problems") />
            <ReorderableList class="items" handle=".drag-handle" on_move>
                {items}
            </ReorderableList>
            <div class="list-buttons">
                {buttons}
                <Show when=move || !is_required && count.get() == 0>
                    <button type="button" class="small" on:click=remove.clone()>{remove_label.clone()}</button>
                </Show>
            </div>
        </fieldset>
    }
}

/// An item of a list.
#[component]
fn ListItem(
    /// The path of the list.
    list: JsonPath,
    /// The item.
    index: usize,
    /// How many items the list has.
    count: Memo<usize>,
    /// The kind of an item.
    kind: Kind,
    /// The name of an item: "choice".
    name: String,
) -> impl IntoView {
    let editor = Editor::get();
    let path = list.item(index);
    let id = field_id(&path);
    let title = format!("{} {}", format::label(&name), index + 1);
    // The kind of an item that can be a text or an object changes when another item takes its index.
    let kind_now = {
        let path = path.clone();
        Memo::new(move |_| {
            editor.with_file_at(&path, |file| get(file, &path).map(|value| kind.for_value(value)))
        })
    };
    let fields = {
        let (path, title) = (path.clone(), title.clone());
        move || match kind_now.get() {
            Some(Kind::Object(object)) => view! { <ObjectFields path=path.clone() object /> }.into_any(),
            Some(Kind::Text { max_length, has_markup }) => {
                let messages = messages_at(&path);
                view! {
                    <TextArea path=path.clone() is_required=true max_length has_markup name=title.clone() />
                    <Messages messages id=format!("{}-problems", field_id(&path)) />
                }
                .into_any()
            }
            _ => ().into_any(),
        }
    };
    // The fields of an object have ids of their own below that of the item. A single text has the item's.
    let is_object = matches!(kind_now.get_untracked(), Some(Kind::Object(_)));
    let duplicate = {
        let list = list.clone();
        move |_| editor.duplicate(&list, index)
    };
    let remove = move |_| {
        editor.remove(&path);
        focus_on(&field_id(&list));
    };
    view! {
        <li class="item">
            <div
                class="item-fields"
                role=is_object.then_some("group")
                aria-label=is_object.then(|| title.clone())
                id=is_object.then(|| id.clone())
            >
                {fields}
            </div>
            <div class="item-buttons">
                <span class="drag-handle" aria-hidden="true" title="Drag to move">"⠿"</span>
                <MoveButtons title=title.clone() index count />
                <button type="button" class="small" aria-label=format!("Duplicate {title}") on:click=duplicate>"Duplicate"</button>
                <button type="button" class="small" aria-label=format!("Remove {title}") on:click=remove>"Remove"</button>
            </div>
        </li>
    }
}
