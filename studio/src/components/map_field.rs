//! An object whose keys the author chooses, such as the numbers by region.

use leptos::prelude::*;
use which_cause_quiz::JsonPath;

use super::field::Field;
use super::field_frame::{Messages, described_by, messages_at};
use crate::editor::Editor;
use crate::focus::field_id;
use crate::format::{KeyFormat, Kind};

/// The entries of an object, and a field for a new key. It is closed at first: there can be a hundred regions.
#[component]
pub(crate) fn MapField(
    /// The path of the object.
    path: JsonPath,
    /// The label of the field.
    label: String,
    /// The line of help below the label.
    help: String,
    /// Whether the file must have it.
    is_required: bool,
    /// The kind of an entry.
    inner: Kind,
) -> impl IntoView {
    let editor = Editor::get();
    let id = field_id(&path);
    let messages = messages_at(&path);
    let keys = editor.keys(path.clone());
    let add = {
        let (path, inner) = (path.clone(), inner.clone());
        move |key: String| {
            let is_new = !key.is_empty() && !keys.with_untracked(|keys| keys.contains(&key));
            if is_new {
                editor.add(&path.key(&key), &inner);
            }
            is_new
        }
    };
    let fields = {
        let path = path.clone();
        move |name: String| {
            let key = KeyFormat {
                label: name.clone(),
                help: String::new(),
                is_required: false,
                kind: inner.clone(),
                max_items: None,
                name: name.clone(),
            };
            view! { <Field path=path.key(&name) key /> }
        }
    };
    let remove = {
        let path = path.clone();
        move |_| editor.remove(&path)
    };
    let what = label.to_lowercase();
    view! {
        <fieldset class="fieldset map" id=id.clone() aria-describedby=described_by(&id)>
            <legend>{label}</legend>
            <p class="help" id=format!("{id}-help")>{help}</p>
            <Messages messages id=format!("{id}-problems") />
            <details>
                <summary>{move || format!("{} of them", keys.with(Vec::len))}</summary>
                <For each=move || keys.get() key=String::clone children=fields />
            </details>
            <div class="list-buttons">
                <NewKey id=format!("{id}-new") add />
                {(!is_required)
                    .then(|| view! { <button type="button" class="small" on:click=remove>{format!("Remove {what}")}</button> })}
            </div>
        </fieldset>
    }
}

/// The field for a new key, and the button that adds it.
#[component]
fn NewKey(
    /// The id of the field.
    id: String,
    /// Adds the key. Returns whether it is a new one.
    add: impl Fn(String) -> bool + 'static,
) -> impl IntoView {
    let key = RwSignal::new(String::new());
    let press = move |_| {
        if add(key.get_untracked().trim().to_owned()) {
            key.set(String::new());
        }
    };
    view! {
        <label for=id.clone()>"New key"</label>
        <input
            type="text"
            class="code number"
            id=id
            prop:value=move || key.get()
            on:input:target=move |event| key.set(event.target().value())
        />
        <button type="button" class="small add" on:click=press>"Add it"</button>
    }
}
