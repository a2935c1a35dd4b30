//! A list of ids of other parts, as checkboxes.

use leptos::prelude::*;
use which_cause_quiz::{JsonPath, PathSegment, Value};

use super::field_frame::{Messages, described_by, messages_within};
use super::inline_checkbox::InlineCheckbox;
use crate::document::children;
use crate::editor::Editor;
use crate::focus::field_id;

/// Which flags or which sources belong to a part.
#[component]
pub(crate) fn IdCheckboxes(
    /// The path of the list of ids.
    path: JsonPath,
    /// The label of the field.
    label: String,
    /// The line of help below the label.
    help: String,
) -> impl IntoView {
    let editor = Editor::get();
    let id = field_id(&path);
    let is_flags = matches!(path.segments().last(), Some(PathSegment::Key(key)) if key == "flags");
    let list = if is_flags { "flags" } else { "sources" };
    let known = editor.ids(JsonPath::to_key(list));
    let named = {
        let path = path.clone();
        Memo::new(move |_| {
            editor.with_file_at(&path, |file| {
                let ids = children(file, &path).iter();
                ids.filter_map(|id| if let Value::String(id) = id { Some(id.clone()) } else { None })
                    .collect::<Vec<_>>()
            })
        })
    };
    // An id that no part has can be unticked.
    let shown = Memo::new(move |_| {
        let mut ids = known.get();
        ids.extend(named.get().into_iter().filter(|id| !known.with(|known| known.contains(id))));
        ids
    });
    let messages = messages_within(&path);
    let toggle = move |id: &str, is_checked: bool| {
        let mut ids = named.get_untracked();
        ids.retain(|it| it != id);
        if is_checked {
            ids.push(id.to_owned());
        }
        let ids: Vec<Value> = ids.into_iter().map(Value::String).collect();
        editor.set(&path, (!ids.is_empty()).then_some(Value::Array(ids)));
    };
    view! {
        <fieldset class="fieldset checkboxes" id=id.clone() aria-describedby=described_by(&id)>
            <legend>{label}</legend>
            <p class="help" id=format!("{id}-help")>{help}</p>
            <Show when=move || shown.with(Vec::is_empty)>
                <p class="quiet">{format!("There are no {list} yet.")}</p>
            </Show>
            <For each=move || shown.get() key=String::clone let(id)>
                <InlineCheckbox
                    is_checked={
                        let id = id.clone();
                        Signal::derive(move || named.with(|named| named.contains(&id)))
                    }
                    on_change={
                        let (id, toggle) = (id.clone(), toggle.clone());
                        move |is_on| toggle(&id, is_on)
                    }
                >
                    <span class="code">{id.clone()}</span>
                </InlineCheckbox>
            </For>
            <Messages messages id=format!("{id}-problems") />
        </fieldset>
    }
}
