//! A field for yes, no or neither.

use leptos::prelude::*;
use which_cause_quiz::{JsonPath, Value};

use super::field_frame::{FieldFrame, described_by, is_invalid, messages_at};
use crate::editor::Editor;
use crate::focus::field_id;

/// Yes, no, or left out. A checkbox could not tell no from left out.
#[component]
pub(crate) fn YesNoField(
    /// The path of the value.
    path: JsonPath,
    /// The label of the field.
    label: String,
    /// The line of help below the label.
    help: String,
) -> impl IntoView {
    let editor = Editor::get();
    let id = field_id(&path);
    let value = editor.value(path.clone());
    let messages = messages_at(&path);
    let on_change = {
        let path = path.clone();
        move |word: &str| {
            editor.set(
                &path,
                match word {
                    "yes" => Some(Value::Bool(true)),
                    "no" => Some(Value::Bool(false)),
                    _ => None,
                },
            );
        }
    };
    let is = move |expected: Option<bool>| {
        value.with(|value| value.as_ref().map(|it| *it == Value::Bool(true)) == expected)
    };
    let control = view! {
        <select
            id=id.clone()
            aria-describedby=described_by(&id)
            aria-invalid=is_invalid(messages)
            on:change:target=move |event| on_change(&event.target().value())
        >
            <option value="" prop:selected=move || is(None)>"Left out"</option>
            <option value="yes" prop:selected=move || is(Some(true))>"Yes"</option>
            <option value="no" prop:selected=move || is(Some(false))>"No"</option>
        </select>
    };
    view! {
        <FieldFrame path label help>
            {control}
        </FieldFrame>
    }
}
