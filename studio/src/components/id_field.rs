//! The field for the id of a part. References follow when the author leaves the field.

use leptos::prelude::*;
use which_cause_quiz::JsonPath;

use super::field_frame::{FieldFrame, described_by, messages_at};
use crate::editor::Editor;
use crate::focus::field_id;

/// The id of a part.
#[component]
pub(crate) fn IdField(
    /// The path of the id.
    path: JsonPath,
    /// Its name.
    label: String,
    /// What it is for.
    help: String,
) -> impl IntoView {
    let editor = Editor::get();
    let id = field_id(&path);
    let text = editor.text(path.clone());
    let messages = messages_at(&path);
    let part: JsonPath = path.segments()[..path.segments().len() - 1].iter().cloned().collect();
    let control = view! {
        <input
            type="text"
            class="code"
            id=id.clone()
            spellcheck="false"
            autocomplete="off"
            aria-describedby=described_by(&id)
            aria-invalid=move || (!messages.with(Vec::is_empty)).to_string()
            prop:value=move || text.get()
            on:change:target=move |event| {
                editor.rename(&part, event.target().value().trim());
                // An id that is taken is not used.
                event.target().set_value(&text.get_untracked());
            }
        />
    };
    view! {
        <FieldFrame path label help>
            {control}
        </FieldFrame>
    }
}
