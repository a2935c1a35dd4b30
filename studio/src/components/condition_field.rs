//! On which earlier answers a question is asked.

use leptos::prelude::*;
use which_cause_quiz::{JsonPath, PathSegment, Value};

use super::field_frame::{Fieldset, Messages};
use super::inline_checkbox::InlineCheckbox;
use super::number_field::text_of;
use crate::document::get;
use crate::editor::Editor;
use crate::part::List;
use crate::test_cases::{StepChoice, StepOfFile, picked_values, question_at, value_of_picks};

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
        let earlier = (0..question).map(|index| {
            let item = List::Questions.path().item(index);
            let step = Memo::new(move |_| {
                editor.with_file_at(&item, |file| question_at(file, index)).unwrap_or_default()
            });
            view! { <EarlierQuestion path=path.clone() step /> }
        });
        view! {
            <fieldset class="fieldset">
                <legend>{legend}</legend>
                {earlier.collect_view()}
                <UnknownQuestions path=path.clone() question />
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

/// The questions that a condition names and that are not earlier ones. Their choices can be unticked.
#[component]
fn UnknownQuestions(
    /// The path of this half of the condition.
    path: JsonPath,
    /// The question with the condition.
    question: usize,
) -> impl IntoView {
    let editor = Editor::get();
    let (ids, keys) = (editor.ids(List::Questions.path()), editor.keys(path.clone()));
    let unknown = Memo::new(move |_| {
        let earlier: Vec<String> = ids.get().into_iter().take(question).collect();
        keys.get().into_iter().filter(|key| !earlier.contains(key)).collect::<Vec<_>>()
    });
    view! {
        <For each=move || unknown.get() key=String::clone let(id)>
            {
                let step = StepOfFile { text: id.clone(), id, ..StepOfFile::default() };
                view! { <EarlierQuestion path=path.clone() step=Memo::new(move |_| step.clone()) /> }
            }
        </For>
    }
}

/// The choices of an earlier question.
#[component]
fn EarlierQuestion(
    /// The path of this half of the condition.
    path: JsonPath,
    /// The earlier question.
    step: Memo<StepOfFile>,
) -> impl IntoView {
    let editor = Editor::get();
    let own_path = move || step.with(|step| path.key(&step.id));
    let picked = {
        let own_path = own_path.clone();
        Memo::new(move |_| {
            let path = own_path();
            editor.with_file_at(&path, |file| picked_values(get(file, &path)))
        })
    };
    // A choice that the question does not have can be unticked.
    let choices = Memo::new(move |_| {
        let mut choices = step.with(|step| step.choices.clone());
        for value in picked.get() {
            if !choices.iter().any(|choice| choice.value == value) {
                choices.push(StepChoice { text: text_of(Some(&value)), value });
            }
        }
        choices
    });
    let toggle = move |choice: &Value, is_checked: bool| {
        let mut values = picked.get_untracked();
        values.retain(|it| it != choice);
        if is_checked {
            values.push(choice.clone());
        }
        let value = choices.with_untracked(|choices| value_of_picks(choices, true, values));
        editor.set(&untrack(&own_path), value);
    };
    view! {
        <details class="earlier" open=picked.with_untracked(|it| !it.is_empty())>
            <summary>
                {move || step.with(|step| step.text.clone())}
                {move || match picked.with(Vec::len) {
                    0 => String::new(),
                    count => format!(" ({count})"),
                }}
            </summary>
            {move || {
                choices
                    .get()
                    .into_iter()
                    .map(|StepChoice { value, text }| {
                        let (own, toggle) = (value.clone(), toggle.clone());
                        let is_checked = Signal::derive(move || picked.with(|picked| picked.contains(&own)));
                        view! { <InlineCheckbox is_checked on_change=move |is_on| toggle(&value, is_on)>{text}</InlineCheckbox> }
                    })
                    .collect_view()
            }}
        </details>
    }
}
