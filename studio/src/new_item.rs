//! New items of lists, with all that the format requires.

use which_cause_quiz::{JsonPath, Value};

use crate::document::free_id;
use crate::format::{Format, Kind};
use crate::part::item_name_of;

/// A new item of a list, with an id that no other item has. A question and a safety screen start with two choices.
pub(crate) fn new_item(format: &Format, kind: &Kind, items: &[Value], list: &JsonPath) -> Value {
    let mut item = format.blank(kind);
    let (Value::Object(entries), Kind::Object(object)) = (&mut item, kind) else { return item };
    let name = item_name_of(list);
    let stem = name.rsplit(' ').next().unwrap_or_default();
    for (key, value) in entries.iter_mut() {
        if key == "id" {
            *value = Value::String(free_id(items, &format!("{stem}-{}", items.len() + 1)));
        }
    }
    let (choice, choices) = (Kind::Object("ChoiceFile".to_owned()), JsonPath::to_key("choices"));
    if format.object(object).key("choices").is_some() {
        let first = new_item(format, &choice, &[], &choices);
        let second = if object == "ScreenFile" {
            none_of_these()
        } else {
            new_item(format, &choice, std::slice::from_ref(&first), &choices)
        };
        entries.push(("choices".to_owned(), Value::Array(vec![first, second])));
    }
    item
}

/// The choice by which a reader passes a safety screen.
fn none_of_these() -> Value {
    let text = |text: &str| Value::String(text.to_owned());
    let entries = [("id", text("none")), ("text", text("None of these")), ("exclusive", Value::Bool(true))];
    Value::Object(entries.map(|(key, value)| (key.to_owned(), value)).into())
}
