//! The fields of an object of the file, one for each key of its format.

use leptos::prelude::*;
use which_cause_quiz::{JsonPath, PathSegment};

use super::field::Field;
use super::field_frame::Messages;
use crate::editor::Editor;
use crate::format::KeyFormat;

/// The keys whose values are written elsewhere: points in their table, and the format by the studio.
const WRITTEN_ELSEWHERE: [&str; 2] = ["format", "points"];

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
    if let Some(only) = only {
        keys.sort_by_key(|key| only.iter().position(|it| *it == key.name));
    }
    let known: Vec<String> = object.keys.iter().map(|key| key.name.clone()).collect();
    let is_whole = only.is_none();
    let own = path.clone();
    // Problems with the object itself, and with keys that have no field.
    let messages = Memo::new(move |_| {
        editor.check.with(|check| {
            let depth = own.segments().len();
            let own = own.segments();
            check.messages(|path| {
                let segments = path.segments();
                segments.starts_with(own)
                    && match segments.get(depth) {
                        None => is_whole,
                        Some(PathSegment::Key(key)) => is_whole && !known.contains(key) && !key.starts_with('_'),
                        Some(PathSegment::Item(_)) => false,
                    }
            })
        })
    });
    view! {
        <div class="fields">
            <Messages messages id=String::new() />
            {keys.into_iter().map(|key| view! { <Field path=path.key(&key.name) key=key /> }).collect_view()}
        </div>
    }
    .into_any()
}
