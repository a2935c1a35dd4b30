//! The fields of an object of the file, one for each key of its format.

use leptos::prelude::*;
use which_cause_quiz::{JsonPath, PathSegment, is_note};

use super::field::Field;
use super::field_frame::Messages;
use crate::document::get;
use crate::editor::Editor;
use crate::format::KeyFormat;

/// The keys whose values are written elsewhere: points in their table, and the format by the studio.
const WRITTEN_ELSEWHERE: [&str; 2] = ["format", "points"];

/// The keys that an author writes first, and in this order.
const FIRST: [&str; 7] = ["text", "help", "level", "kind", "choices", "scale", "card"];

/// The keys that an author seldom changes.
const LAST: [&str; 2] = ["from", "id"];

/// The keys of a choice that few choices have. They are folded up.
const FOLDED: [&str; 3] = ["picture", "flags", "id"];

/// The fields of an object.
#[component]
pub(crate) fn ObjectFields(
    /// The path of the object.
    path: JsonPath,
    /// The name of its format.
    object: String,
    /// Only these keys.
    #[prop(optional)]
    only: Option<&'static [&'static str]>,
) -> AnyView {
    let editor = Editor::get();
    let format = editor.format();
    let object = format.object(&object);
    let mut keys: Vec<KeyFormat> = object
        .keys
        .iter()
        .filter(|key| !WRITTEN_ELSEWHERE.contains(&key.name.as_str()))
        .filter(|key| only.is_none_or(|only| only.contains(&key.name.as_str())))
        .cloned()
        .collect();
    match only {
        Some(only) => keys.sort_by_key(|key| only.iter().position(|it| *it == key.name)),
        // A stable sort: the other keys keep the order of the format.
        None => keys.sort_by_key(|key| {
            let first = FIRST.iter().position(|it| *it == key.name);
            (LAST.contains(&key.name.as_str()), first.unwrap_or(FIRST.len()))
        }),
    }
    let is_choice = object.name() == "ChoiceFile";
    let (folded, keys): (Vec<KeyFormat>, Vec<KeyFormat>) =
        keys.into_iter().partition(|key| is_choice && FOLDED.contains(&key.name.as_str()));
    let known: Vec<String> = object.keys.iter().map(|key| key.name.clone()).collect();
    let is_whole = only.is_none();
    let own = path.clone();
    // Messages about the object itself, and about keys that have no field.
    let messages = Memo::new(move |_| {
        let depth = own.segments().len();
        let own = own.segments();
        editor.messages_at(|path| {
            let segments = path.segments();
            segments.starts_with(own)
                && match segments.get(depth) {
                    None => is_whole,
                    Some(PathSegment::Key(key)) => is_whole && !known.contains(key) && !is_note(key),
                    Some(PathSegment::Item(_)) => false,
                }
        })
    });
    view! {
        <div class="fields">
            <Messages messages id=String::new() />
            {keys.into_iter().map(|key| view! { <Field path=path.key(&key.name) key=key /> }).collect_view()}
            {(!folded.is_empty()).then(|| view! { <FoldedFields path=path keys=folded /> })}
        </div>
    }
    .into_any()
}

/// Fields that are open only if the file has something there, or if there is a problem or a finding.
#[component]
fn FoldedFields(
    /// The path of the object.
    path: JsonPath,
    /// The keys.
    keys: Vec<KeyFormat>,
) -> impl IntoView {
    let editor = Editor::get();
    let labels: Vec<String> = keys.iter().map(|key| key.label.clone()).collect();
    let is_used = editor.document.with_untracked(|document| {
        let optional = keys.iter().filter(|key| !key.is_required);
        optional.into_iter().any(|key| get(document.value(), &path.key(&key.name)).is_some())
    });
    let paths: Vec<JsonPath> = keys.iter().map(|key| path.key(&key.name)).collect();
    let has_messages = Memo::new(move |_| {
        let is_here =
            |other: &JsonPath| paths.iter().any(|path| other.segments().starts_with(path.segments()));
        !editor.messages_at(is_here).is_empty()
    });
    view! {
        <details class="folded" prop:open=move || is_used || has_messages.get()>
            <summary>{labels.join(", ")}</summary>
            <div class="fields">
                {keys.into_iter().map(|key| view! { <Field path=path.key(&key.name) key=key /> }).collect_view()}
            </div>
        </details>
    }
}
