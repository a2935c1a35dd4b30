//! Finds values in a JSON tree.

use which_cause_quiz::{JsonPath, PathSegment, Value, is_note};

/// The value at a path. Of a repeated key it is the first.
pub(crate) fn get<'v>(root: &'v Value, path: &JsonPath) -> Option<&'v Value> {
    root.at(path)
}

/// The same, to change it.
pub(super) fn get_mut<'v>(root: &'v mut Value, path: &JsonPath) -> Option<&'v mut Value> {
    path.segments().iter().try_fold(root, |value, segment| match (segment, value) {
        (PathSegment::Key(key), Value::Object(entries)) => {
            entries.iter_mut().find(|(known, _)| known == key).map(|(_, value)| value)
        }
        (PathSegment::Item(index), Value::Array(items)) => items.get_mut(*index),
        _ => None,
    })
}

/// The text at a path.
pub(crate) fn text_at<'v>(root: &'v Value, path: &JsonPath) -> Option<&'v str> {
    root.at(path)?.as_str()
}

/// The items of the list at a path; none if there is no list.
pub(crate) fn children<'v>(root: &'v Value, path: &JsonPath) -> &'v [Value] {
    match get(root, path) {
        Some(Value::Array(items)) => items,
        _ => &[],
    }
}

/// The entries of the object at a path; none if there is no object.
pub(crate) fn object_entries<'v>(root: &'v Value, path: &JsonPath) -> &'v [(String, Value)] {
    match get(root, path) {
        Some(Value::Object(entries)) => entries,
        _ => &[],
    }
}

/// The paths of the values that a pattern matches.
pub(super) fn paths_matching(root: &Value, pattern: &str) -> Vec<JsonPath> {
    let mut paths = vec![JsonPath::default()];
    for part in pattern.split('.') {
        paths = paths
            .iter()
            .flat_map(|path| match part {
                "*" => (0..children(root, path).len()).map(|index| path.item(index)).collect(),
                key => vec![path.key(key)],
            })
            .filter(|path| get(root, path).is_some())
            .collect();
    }
    paths
}

/// Where a new key belongs among the entries of an object, by the order of the known keys.
pub(super) fn key_order_index(entries: &[(String, Value)], key: &str, known: &[&str]) -> usize {
    let rank = |key: &str| known.iter().position(|it| *it == key);
    let own = rank(key);
    // After the last of the keys that come before it.
    entries
        .iter()
        .rposition(|(other, _)| rank(other).is_some_and(|other| own.is_none_or(|own| other < own)))
        .map_or_else(|| entries.iter().take_while(|(key, _)| is_note(key)).count(), |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_key_comes_after_those_that_come_before_it() {
        let Ok(Value::Object(entries)) = Value::parse(r#"{"_note": 1, "id": 2, "text": 3, "mine": 4}"#)
        else {
            panic!("an object")
        };
        let known = ["id", "kind", "text", "help"];
        assert_eq!(key_order_index(&entries, "kind", &known), 2);
        assert_eq!(key_order_index(&entries, "help", &known), 3);
        assert_eq!(key_order_index(&entries[..1], "id", &known), 1);
        assert_eq!(key_order_index(&[], "id", &known), 0);
    }
}
