//! A field for picked choices, by their texts: one choice from a list, or checkboxes.

use leptos::prelude::*;
use which_cause_quiz::{JsonPath, Value};

use super::field_frame::{FieldFrame, Messages, described_by, is_invalid, messages_within};
use super::inline_checkbox::InlineCheckbox;
use crate::editor::Editor;
use crate::focus::field_id;
use crate::test_cases::{StepChoice, picked_values, value_of_picks};

/// What a test case answers to a step, or which causes it expects.
#[component]
pub(crate) fn PicksField(
    /// The path of the answer.
    path: JsonPath,
    /// Its name: the text of the question.
    label: String,
    /// The line of help below the label.
    #[prop(optional)]
    help: String,
    /// The choices.
    choices: Memo<Vec<StepChoice>>,
    /// Whether one choice is picked.
    picks_one: bool,
    /// The text of the option for no pick.
    #[prop(default = "Left out")]
    none: &'static str,
) -> impl IntoView {
    if picks_one {
        view! { <PickOne path label help choices none /> }.into_any()
    } else {
        view! { <TickAll path label help choices /> }.into_any()
    }
}

/// The picked values at a path.
fn picked_at(path: &JsonPath) -> Memo<Vec<Value>> {
    let value = Editor::get().value(path.clone());
    Memo::new(move |_| picked_values(value.get().as_ref()))
}

/// A choice that the file names and the step does not have, for the author to see.
fn unknown_text(value: &Value) -> String {
    match value {
        Value::String(id) => format!("“{id}” is not a choice"),
        Value::Integer(step) => format!("“{step}” is not a choice"),
        _ => "This is not a choice".to_owned(),
    }
}

/// One choice from a list.
#[component]
fn PickOne(
    /// The path of the answer.
    path: JsonPath,
    /// The label of the field.
    label: String,
    /// The line of help below the label.
    help: String,
    /// The choices.
    choices: Memo<Vec<StepChoice>>,
    /// The text of the option for no pick.
    none: &'static str,
) -> impl IntoView {
    let editor = Editor::get();
    let id = field_id(&path);
    let picked = picked_at(&path);
    let messages = messages_within(&path);
    let on_change = {
        let path = path.clone();
        move |index: &str| {
            let value = index.parse().ok().and_then(|index: usize| {
                choices.with_untracked(|choices| choices.get(index).map(|choice| choice.value.clone()))
            });
            editor.set(&path, value);
        }
    };
    let options = move || {
        let picked = picked.with(|picked| picked.first().cloned());
        let is_none = picked.is_none();
        let options = choices.with(|choices| {
            let options = choices.iter().enumerate().map(|(index, choice)| {
                let is_picked = picked.as_ref() == Some(&choice.value);
                view! { <option value=index.to_string() prop:selected=is_picked>{choice.text.clone()}</option> }
            });
            options.collect_view()
        });
        let unknown =
            picked.filter(|picked| choices.with(|choices| choices.iter().all(|it| it.value != *picked)));
        view! {
            <option value="" prop:selected=is_none>{none}</option>
            {unknown.map(|value| view! { <option value="unknown" prop:selected=true>{unknown_text(&value)}</option> })}
            {options}
        }
    };
    let control = view! {
        <select
            id=id.clone()
            dir="auto"
            aria-describedby=described_by(&id)
            aria-invalid=is_invalid(messages)
            on:change:target=move |event| on_change(&event.target().value())
        >
            {options}
        </select>
    };
    view! {
        <FieldFrame path label help>
            {control}
        </FieldFrame>
    }
}

/// Checkboxes.
#[component]
fn TickAll(
    /// The path of the answer.
    path: JsonPath,
    /// The label of the field.
    label: String,
    /// The line of help below the label.
    help: String,
    /// The choices.
    choices: Memo<Vec<StepChoice>>,
) -> impl IntoView {
    let editor = Editor::get();
    let id = field_id(&path);
    let picked = picked_at(&path);
    let messages = messages_within(&path);
    let toggle = move |choice: &Value, is_checked: bool| {
        let mut values = picked.get_untracked();
        values.retain(|value| value != choice);
        if is_checked {
            values.push(choice.clone());
        }
        let value = choices.with_untracked(|choices| value_of_picks(choices, false, values));
        editor.set(&path, value);
    };
    // A choice that the step does not have can be unticked.
    let shown = Memo::new(move |_| {
        let mut shown = choices.get();
        let unknown = picked
            .get()
            .into_iter()
            .filter(|value| choices.with(|it| it.iter().all(|it| it.value != *value)));
        shown.extend(unknown.map(|value| StepChoice { text: unknown_text(&value), value }));
        shown
    });
    let boxes = move || {
        let boxes = shown.get().into_iter().map(|StepChoice { value, text }| {
            let (own, toggle) = (value.clone(), toggle.clone());
            let is_checked = Signal::derive(move || picked.with(|picked| picked.contains(&own)));
            view! {
                <InlineCheckbox is_checked on_change=move |is_on| toggle(&value, is_on)>
                    <span dir="auto">{text}</span>
                </InlineCheckbox>
            }
        });
        boxes.collect_view()
    };
    view! {
        <fieldset class="fieldset checkboxes" id=id.clone() aria-describedby=described_by(&id)>
            <legend dir="auto">{label}</legend>
            <p class="help" id=format!("{id}-help")>{help}</p>
            {boxes}
            <Messages messages id=format!("{id}-problems") />
        </fieldset>
    }
}
