//! A field for one of some words.

use leptos::prelude::*;
use which_cause_quiz::{JsonPath, Value};

use super::field_frame::{FieldFrame, described_by, is_invalid, messages_at};
use crate::editor::Editor;
use crate::focus::field_id;
use crate::format::Keyword;

/// A list of words to choose from, with what each means.
#[component]
pub(crate) fn KeywordField(
    /// The path of the word.
    path: JsonPath,
    /// The label of the field.
    label: String,
    /// The line of help below the label.
    help: String,
    /// Whether the file must have it.
    is_required: bool,
    /// The words.
    words: Vec<Keyword>,
) -> impl IntoView {
    let editor = Editor::get();
    let id = field_id(&path);
    let word = editor.text(path.clone());
    let messages = messages_at(&path);
    let on_change = {
        let path = path.clone();
        move |word: String| editor.set(&path, (!word.is_empty()).then_some(Value::String(word)))
    };
    let known: Vec<String> = words.iter().map(|word| word.word.clone()).collect();
    // The property: once the author has chosen an option, browsers ignore the attribute.
    let options = words
        .into_iter()
        .map(|Keyword { word: value, help }| {
            let own = value.clone();
            view! {
                <option value=value.clone() prop:selected=move || word.get() == own>
                    {format!("{value}: {}", help.trim_end_matches('.'))}
                </option>
            }
        })
        .collect_view();
    let control = view! {
        <select
            id=id.clone()
            aria-describedby=described_by(&id)
            aria-invalid=is_invalid(messages)
            on:change:target=move |event| on_change(event.target().value())
        >
            {(!is_required).then(|| view! { <option value="" prop:selected=move || word.with(String::is_empty)>"Left out"</option> })}
            // A word of the file that the format does not have.
            {move || {
                let word = word.get();
                (!word.is_empty() && !known.contains(&word)).then(|| view! { <option value=word.clone() prop:selected=true>{word.clone()}</option> })
            }}
            {options}
        </select>
    };
    view! {
        <FieldFrame path label help>
            {control}
        </FieldFrame>
    }
}
