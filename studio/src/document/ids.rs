//! Ids for new parts.

use which_cause_quiz::{JsonPath, Value};

use super::tree::text_at;

/// The id of a part.
fn id_of(item: &Value) -> Option<&str> {
    text_at(item, &JsonPath::to_key("id"))
}

/// An id that no item of the list has: `wanted`, or `wanted` with a number after it.
pub(crate) fn free_id(items: &[Value], wanted: &str) -> String {
    let is_free = |id: &str| items.iter().all(|item| id_of(item) != Some(id));
    let numbered = (2..).map(|n| format!("{wanted}-{n}"));
    [wanted.to_owned()].into_iter().chain(numbered).find(|id| is_free(id)).unwrap_or_default()
}

/// A copy of an item for the same list, with an id of its own if it has one.
pub(crate) fn with_free_id(items: &[Value], item: &Value) -> Value {
    let mut copy = item.clone();
    if let Value::Object(entries) = &mut copy
        && let Some((_, Value::String(id))) = entries.iter_mut().find(|(key, _)| key == "id")
    {
        let (stem, number) = id.rsplit_once('-').unwrap_or((&*id, ""));
        let is_numbered = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        *id = free_id(items, if is_numbered { stem } else { &*id });
    }
    copy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_an_id_of_its_own() {
        let Ok(Value::Array(items)) = Value::parse(r#"[{"id": "soil"}, {"id": "soil-2"}, "text"]"#) else {
            panic!("a list")
        };
        let id = |index: usize| id_of(&with_free_id(&items, &items[index])).map(str::to_owned);
        assert_eq!(id(0).as_deref(), Some("soil-3"));
        assert_eq!(id(1).as_deref(), Some("soil-3"));
        assert_eq!(with_free_id(&items, &items[2]), items[2]);
        assert_eq!(free_id(&items, "question"), "question");
    }
}
