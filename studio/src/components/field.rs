//! The field for a key of the file, with the control for the kind of its value.

use leptos::prelude::*;
use which_cause_quiz::{JsonPath, PathSegment, Value};

use super::condition_field::ConditionField;
use super::field_frame::{FieldFrame, Fieldset};
use super::id_checkboxes::IdCheckboxes;
use super::id_field::IdField;
use super::keyword_field::KeywordField;
use super::list_field::ListField;
use super::map_field::MapField;
use super::number_field::NumberField;
use super::object_fields::ObjectFields;
use super::photo_field::PhotoField;
use super::text_field::{CodeField, TextField};
use crate::document::get;
use crate::editor::Editor;
use crate::format::{KeyFormat, Kind};

/// The field for a key. A list or an object that the file does not have is a button that adds it.
#[component]
pub(crate) fn Field(
    /// The path of the value.
    path: JsonPath,
    /// The key.
    key: KeyFormat,
) -> AnyView {
    if key.kind.is_single() {
        return view! { <Control path key /> }.into_any();
    }
    let editor = Editor::get();
    // The field is rendered anew only if the value becomes one of another kind.
    let kind = {
        let (path, kind) = (path.clone(), key.kind.clone());
        Memo::new(move |_| {
            editor.with_file_at(&path, |file| get(file, &path).map(|value| kind.for_value(value)))
        })
    };
    (move || match kind.get() {
        Some(kind) => {
            view! { <Control path=path.clone() key=KeyFormat { kind, ..key.clone() } /> }.into_any()
        }
        None => view! { <MissingValue path=path.clone() key=key.clone() /> }.into_any(),
    })
    .into_any()
}

/// Buttons that add a value.
#[component]
fn MissingValue(
    /// The path of the value.
    path: JsonPath,
    /// Its key.
    key: KeyFormat,
) -> impl IntoView {
    let editor = Editor::get();
    let kinds = match &key.kind {
        Kind::Either(kinds) => kinds.clone(),
        Kind::List(item) => vec![Kind::List(item.clone())],
        kind => vec![kind.clone()],
    };
    let has_choice = kinds.len() > 1;
    let name = key.label.to_lowercase();
    let buttons = kinds
        .into_iter()
        .map(|kind| {
            let what = if has_choice { kind_name(&kind) } else { name.clone() };
            let path = path.clone();
            view! {
                <button type="button" class="small add" on:click=move |_| match &kind {
                    Kind::List(item) if !is_of_ids(&path, item) => editor.add_item(&path, item),
                    kind => editor.add(&path, kind),
                }>{format!("Add {what}")}</button>
            }
        })
        .collect_view();
    view! {
        <FieldFrame path=path.clone() label=key.label help=key.help has_control=false>
            <div class="list-buttons">{buttons}</div>
        </FieldFrame>
    }
}

/// What one of several kinds is, for its button.
fn kind_name(kind: &Kind) -> String {
    match kind {
        Kind::Object(name) if name.contains("Photo") => "a photo".to_owned(),
        Kind::Object(name) if name == "PicturedText" => "a text with a picture".to_owned(),
        Kind::Code => "a drawing".to_owned(),
        Kind::Text { .. } => "a text".to_owned(),
        _ => "it".to_owned(),
    }
}

/// The control for a value that the file has, or can have.
#[component]
fn Control(
    /// The path of the value.
    path: JsonPath,
    /// The key, with one kind.
    key: KeyFormat,
) -> AnyView {
    let KeyFormat { name, label, help, is_required, kind, .. } = key;
    match kind {
        Kind::Code | Kind::Text { .. } if name == "id" && is_in_a_list(&path) => {
            view! { <IdField path label help /> }.into_any()
        }
        Kind::Code if name == "photo" => view! { <PhotoField path label help is_required /> }.into_any(),
        Kind::Code => view! { <CodeField path label help is_required /> }.into_any(),
        Kind::Text { max_length, has_markup } => {
            view! { <TextField path label help is_required max_length has_markup /> }.into_any()
        }
        Kind::Number { .. } => view! { <NumberField path label help is_required /> }.into_any(),
        Kind::Flag => view! { <FlagField path label help /> }.into_any(),
        Kind::Keyword(words) => view! { <KeywordField path label help is_required words /> }.into_any(),
        Kind::Object(object) if object == "ConditionFile" => {
            view! { <ConditionField path label help /> }.into_any()
        }
        Kind::Object(object) => view! {
            <Fieldset path=path.clone() label help is_required>
                <ObjectFields path=path.clone() object=object.clone() />
            </Fieldset>
        }
        .into_any(),
        Kind::List(item) if is_of_ids(&path, &item) => view! { <IdCheckboxes path label help /> }.into_any(),
        Kind::List(item) => view! { <ListField path label help is_required item=*item /> }.into_any(),
        Kind::Map(inner) => view! { <MapField path label help is_required inner=*inner /> }.into_any(),
        // One of them was chosen before.
        Kind::Either(_) => ().into_any(),
    }
}

fn is_in_a_list(path: &JsonPath) -> bool {
    path.segments().len() > 1
}

/// Whether a list names other parts by their ids.
fn is_of_ids(path: &JsonPath, item: &Kind) -> bool {
    *item == Kind::Code && matches!(path.segments().last(), Some(PathSegment::Key(_)))
}

/// A checkbox. Without a tick, the key is left out.
#[component]
fn FlagField(
    /// The path of the value.
    path: JsonPath,
    /// The label of the field.
    label: String,
    /// The line of help below the label.
    help: String,
) -> impl IntoView {
    let editor = Editor::get();
    let value = editor.value(path.clone());
    let id = crate::focus::field_id(&path);
    let on_change = {
        let path = path.clone();
        move |is_checked: bool| editor.set(&path, is_checked.then_some(Value::Bool(true)))
    };
    let control = view! {
        <input
            type="checkbox"
            id=id.clone()
            aria-describedby=super::field_frame::described_by(&id)
            prop:checked=move || value.get() == Some(Value::Bool(true))
            on:change:target=move |event| on_change(event.target().checked())
        />
    };
    view! {
        <FieldFrame path label help is_checkbox=true>
            {control}
        </FieldFrame>
    }
}
