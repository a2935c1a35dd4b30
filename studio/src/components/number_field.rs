//! A field for a whole number.

use leptos::prelude::*;
use which_cause_quiz::{JsonPath, Value};

use super::field_frame::{FieldFrame, described_by, is_invalid, messages_at};
use crate::editor::Editor;
use crate::focus::field_id;

/// A whole number. Text that is not a number stays in the file, and the check says so.
#[component]
pub(crate) fn NumberField(
    /// The path of the number.
    path: JsonPath,
    /// The label of the field.
    label: String,
    /// The line of help below the label.
    help: String,
    /// Whether the file must have it.
    is_required: bool,
) -> impl IntoView {
    let editor = Editor::get();
    let id = field_id(&path);
    let value = editor.value(path.clone());
    let messages = messages_at(&path);
    let on_input = {
        let path = path.clone();
        move |text: String| editor.type_value(&path, number_of(&text))
    };
    let control = view! {
        <input
            type="text"
            inputmode="numeric"
            class="number"
            id=id.clone()
            autocomplete="off"
            aria-required=is_required.to_string()
            aria-describedby=described_by(&id)
            aria-invalid=is_invalid(messages)
            prop:value=move || text_of(value.get().as_ref())
            on:input:target=move |event| on_input(event.target().value())
            on:change=move |_| editor.end_typing()
        />
    };
    view! {
        <FieldFrame path label help>
            {control}
        </FieldFrame>
    }
}

/// The value that a text stands for: nothing, a number, or the text itself.
pub(super) fn number_of(text: &str) -> Option<Value> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    // A minus sign from a text program is one too.
    let number = text.replace('−', "-").parse().map(Value::Integer);
    Some(number.unwrap_or_else(|_| Value::String(text.to_owned())))
}

/// The text that shows a value.
pub(super) fn text_of(value: Option<&Value>) -> String {
    match value {
        Some(Value::Integer(number)) => number.to_string(),
        Some(Value::Float(number)) => number.to_string(),
        Some(Value::String(text)) => text.clone(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stays_as_it_was_typed() {
        for (text, value) in [
            ("", None),
            (" 12 ", Some(Value::Integer(12))),
            ("−3", Some(Value::Integer(-3))),
            ("-", Some(Value::String("-".to_owned()))),
            ("two", Some(Value::String("two".to_owned()))),
        ] {
            assert_eq!(number_of(text), value, "{text}");
        }
        assert_eq!(text_of(number_of("-3").as_ref()), "-3");
        assert_eq!(text_of(number_of("-").as_ref()), "-");
    }
}
