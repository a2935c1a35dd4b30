//! The field for the id of a part. References follow when the author leaves the field.

use leptos::prelude::*;
use which_cause_quiz::JsonPath;

use super::field_frame::{FieldFrame, described_by, is_invalid, messages_at};
use crate::document::IdError;
use crate::editor::Editor;
use crate::focus::field_id;

/// The id of a part.
#[component]
pub(crate) fn IdField(
    /// The path of the id.
    path: JsonPath,
    /// The label of the field.
    label: String,
    /// The line of help below the label.
    help: String,
) -> impl IntoView {
    let editor = Editor::get();
    let id = field_id(&path);
    let text = editor.text(path.clone());
    let messages = messages_at(&path);
    let part: JsonPath = path.segments()[..path.segments().len() - 1].iter().cloned().collect();
    // Why the last id was not used.
    let refused = RwSignal::new(None::<String>);
    let control = view! {
        <input
            type="text"
            class="code"
            id=id.clone()
            spellcheck="false"
            autocomplete="off"
            aria-describedby=described_by(&id)
            aria-invalid=is_invalid(messages)
            prop:value=move || text.get()
            on:change:target=move |event| {
                let id = event.target().value();
                let id = id.trim();
                refused.set(editor.rename(&part, id).err().map(|error| reason(error, id)));
                // The part can be gone: a browser can report a field that is removed.
                if let Some(text) = text.try_get_untracked() {
                    event.target().set_value(&text);
                }
            }
        />
    };
    view! {
        <FieldFrame path label help>
            {control}
            <div role="alert">
                {move || refused.get().map(|reason| view! { <p class="problem">{reason} " The id was not changed."</p> })}
            </div>
        </FieldFrame>
    }
}

fn reason(error: IdError, id: &str) -> String {
    match error {
        IdError::Empty => "An id cannot be empty.".to_owned(),
        IdError::Taken => format!("“{id}” is the id of another part."),
    }
}
