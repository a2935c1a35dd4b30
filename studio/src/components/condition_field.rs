//! On which earlier answers a question is asked.

use leptos::prelude::*;
use which_cause_quiz::{JsonPath, PathSegment, Value};

use super::field_frame::{Fieldset, Messages};
use super::inline_checkbox::InlineCheckbox;
use crate::document::{children, get, text_at};
use crate::editor::Editor;
use crate::part::List;
use crate::test_cases::picked_values;

/// The two halves of a condition.
#[component]
pub(crate) fn ConditionField(
    /// The path of the condition.
    path: JsonPath,
    /// The label of the field.
    label: String,
    /// The line of help below the label.
    help: String,
) -> impl IntoView {
    let editor = Editor::get();
    let question = match path.segments() {
        [_, PathSegment::Item(question), ..] => *question,
        _ => 0,
    };
    let messages = {
        let path = path.clone();
        Memo::new(move |_| {
            let own = path.segments();
            editor.messages_at(|it| it.segments().starts_with(own) && it.segments().len() > own.len())
        })
    };
    let half = |key: &'static str, legend: &'static str| {
        let path = path.key(key);
        let earlier =
            (0..question).map(|earlier| view! { <EarlierQuestion path=path.clone() question=earlier /> });
        view! {
            <fieldset class="fieldset">
                <legend>{legend}</legend>
                {earlier.collect_view()}
            </fieldset>
        }
    };
    let halves =
        (half("any_of", "At least one of these is picked"), half("none_of", "None of these is picked"));
    view! {
        <Fieldset path=path.clone() label help is_required=false>
            {if question == 0 {
                view! { <p class="quiet">"There is no earlier question."</p> }.into_any()
            } else {
                halves.into_any()
            }}
            <Messages messages id=String::new() />
        </Fieldset>
    }
}

/// The choices of an earlier question.
#[component]
fn EarlierQuestion(
    /// The path of this half of the condition.
    path: JsonPath,
    /// The earlier question.
    question: usize,
) -> impl IntoView {
    let editor = Editor::get();
    let item = List::Questions.path().item(question);
    let text = editor.text(item.key("text"));
    let id = editor.text(item.key("id"));
    let choices = Memo::new(move |_| editor.with_file_at(&item, |file| choices_of(file, &item)));
    let picked = {
        let path = path.clone();
        Memo::new(move |_| {
            let path = path.key(&id.get());
            editor.with_file_at(&path, |file| picked_values(get(file, &path)))
        })
    };
    let toggle = move |choice: &Value, is_checked: bool| {
        let mut values = picked.get_untracked();
        values.retain(|it| it != choice);
        if is_checked {
            values.push(choice.clone());
        }
        let value = match values.len() {
            0 => None,
            1 => values.pop(),
            _ => Some(Value::Array(values)),
        };
        editor.set(&path.key(&id.get_untracked()), value);
    };
    view! {
        <details class="earlier" open=picked.with_untracked(|it| !it.is_empty())>
            <summary>
                {move || text.get()}
                {move || match picked.with(Vec::len) {
                    0 => String::new(),
                    count => format!(" ({count})"),
                }}
            </summary>
            {move || {
                choices
                    .get()
                    .into_iter()
                    .map(|(value, label)| {
                        let (own, toggle) = (value.clone(), toggle.clone());
                        let is_checked = Signal::derive(move || picked.with(|picked| picked.contains(&own)));
                        view! { <InlineCheckbox is_checked on_change=move |is_on| toggle(&value, is_on)>{label}</InlineCheckbox> }
                    })
                    .collect_view()
            }}
        </details>
    }
}

/// The choices of a question as a condition names them, with their texts. Those of a scale are its steps.
fn choices_of(file: &Value, question: &JsonPath) -> Vec<(Value, String)> {
    if let Some(Value::Integer(steps)) = get(file, &question.key("scale").key("steps")) {
        return (1..=*steps).map(|step| (Value::Integer(step), format!("Step {step}"))).collect();
    }
    let choices = children(file, &question.key("choices")).iter();
    let text = |choice, key| text_at(choice, &JsonPath::to_key(key)).unwrap_or_default().to_owned();
    choices.map(|choice| (Value::String(text(choice, "id")), text(choice, "text"))).collect()
}
