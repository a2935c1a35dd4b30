//! Makes translations as the engine and a translator do.

use serde_json::{Value, json};
use which_cause_quiz::{ChangedTexts, PlainDigits, TranslationUpdate, Value as Json, update_translation};

pub(crate) const SMALL: &str = include_str!("../../../../quizzes/starter.json");

pub(crate) fn small() -> Value {
    serde_json::from_str(SMALL).expect("JSON")
}

pub(crate) fn engine_value(value: &Value) -> Json {
    Json::parse(&value.to_string()).expect("JSON")
}

pub(crate) fn update(original: &Value, before: Option<&Value>, language: &str) -> (Value, TranslationUpdate) {
    let update = update_translation(
        &engine_value(original),
        before.map(engine_value).as_ref(),
        language,
        ChangedTexts::HoldTheOriginal,
        &PlainDigits,
    );
    (serde_value(&update.file), update)
}

/// The JSON of the engine as that of `serde_json`.
pub(crate) fn serde_value(value: &Json) -> Value {
    match value {
        Json::Null => Value::Null,
        Json::Bool(it) => json!(it),
        Json::Integer(it) => json!(it),
        Json::Float(it) => json!(it),
        Json::String(it) => json!(it),
        Json::Array(items) => items.iter().map(serde_value).collect(),
        Json::Object(entries) => entries
            .iter()
            .map(|(key, value)| (key.clone(), serde_value(value)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
    }
}

/// A German translation in which every text that is left to translate has been translated: it begins with `de:`.
pub(crate) fn german(original: &Value) -> Value {
    let (mut file, _) = update(original, None, "de");
    translate_rest(&mut file);
    file
}

/// Does the work of a translator.
fn translate_rest(file: &mut Value) {
    let names: Vec<String> = match &file["untranslated"] {
        Value::Object(map) => map.keys().cloned().collect(),
        _ => return,
    };
    for name in names {
        let text = text_mut(file, &name);
        *text = json!(format!("de:{}", text.as_str().expect("a text")));
    }
    file.as_object_mut().expect("an object").remove("untranslated");
}

/// The text with a name.
fn text_mut<'v>(file: &'v mut Value, name: &str) -> &'v mut Value {
    let mut value = file;
    for part in name.split('.') {
        let (key, index) = match part.split_once('[') {
            Some((key, index)) => {
                (key, Some(index.trim_end_matches(']').parse::<usize>().expect("an index")))
            }
            None => (part, None),
        };
        value = match value {
            Value::Array(items) => items.iter_mut().find(|it| it["id"] == key).expect("an item"),
            other => &mut other[key],
        };
        if let Some(index) = index {
            value = &mut value[index];
        }
    }
    if value.is_object() { &mut value["text"] } else { value }
}
