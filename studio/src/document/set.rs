//! The changes that set or remove the value at a path.

use which_cause_quiz::{JsonPath, PathSegment, Value};

use super::change::{Change, Entry};
use super::tree::{get, key_order_index, object_entries};

/// The changes that set the value at a path. Objects on the way that are missing are added, and replace values of another type. `order`
/// has the keys of the object at a path in their order; a new key of an object without an order is the last one.
pub(crate) fn set(
    root: &Value,
    path: &JsonPath,
    value: Value,
    order: impl Fn(&JsonPath) -> Vec<String>,
) -> Vec<Change> {
    if get(root, path).is_some() {
        return vec![Change::Replace(path.clone(), value)];
    }
    let Some((PathSegment::Key(key), parent)) = split_last(path) else { return Vec::new() };
    if !matches!(get(root, &parent), Some(Value::Object(_))) {
        return set(root, &parent, Value::Object(vec![(key.clone(), value)]), order);
    }
    let entries = object_entries(root, &parent);
    let order = order(&parent);
    let order: Vec<&str> = order.iter().map(String::as_str).collect();
    let index = if order.is_empty() { entries.len() } else { key_order_index(entries, key, &order) };
    vec![Change::Insert { into: parent, index, entry: Entry::Key(key.clone(), value) }]
}

/// The changes that remove the value at a path. With `and_empty_parents`, an object that would be empty is removed with it.
pub(crate) fn remove(root: &Value, path: &JsonPath, and_empty_parents: bool) -> Vec<Change> {
    let Some((segment, parent)) = split_last(path) else { return Vec::new() };
    if get(root, path).is_none() {
        return Vec::new();
    }
    let index = match segment {
        PathSegment::Item(index) => *index,
        PathSegment::Key(key) => {
            let entries = object_entries(root, &parent);
            if and_empty_parents && entries.len() == 1 {
                return remove(root, &parent, true);
            }
            entries.iter().position(|(known, _)| known == key).unwrap_or_default()
        }
    };
    vec![Change::Remove { from: parent, index }]
}

/// The last segment of a path, and the path before it.
fn split_last(path: &JsonPath) -> Option<(&PathSegment, JsonPath)> {
    let (last, parent) = path.segments().split_last()?;
    Some((last, parent.iter().cloned().collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apply(root: &mut Value, changes: Vec<Change>) {
        for change in changes {
            change.apply(root).expect("the path is there");
        }
    }

    #[test]
    fn missing_objects_are_added_and_empty_ones_removed() {
        let before = Value::parse(r#"{"id": "low", "flags": []}"#).expect("JSON");
        let mut choice = before.clone();
        let points = JsonPath::to_key("points");
        let order = |path: &JsonPath| {
            let keys: &[&str] =
                if path.segments().is_empty() { &["id", "points", "flags"] } else { &["wet", "dark"] };
            keys.iter().map(|&key| key.to_owned()).collect()
        };
        for (cause, n) in [("dark", 2), ("wet", 1), ("wet", 3)] {
            let changes = set(&choice, &points.key(cause), Value::Integer(n), order);
            apply(&mut choice, changes);
        }
        let expected =
            Value::parse(r#"{"id": "low", "points": {"wet": 3, "dark": 2}, "flags": []}"#).expect("JSON");
        assert_eq!(choice, expected);
        for cause in ["wet", "dark"] {
            let changes = remove(&choice, &points.key(cause), true);
            apply(&mut choice, changes);
        }
        assert_eq!(choice, before);
    }

    #[test]
    fn a_value_of_another_type_gives_way_to_an_object() {
        let mut choice = Value::parse(r#"{"id": "low", "points": 1}"#).expect("JSON");
        let wet = JsonPath::to_key("points").key("wet");
        let changes = set(&choice, &wet, Value::Integer(3), |_| Vec::new());
        apply(&mut choice, changes);
        assert_eq!(choice, Value::parse(r#"{"id": "low", "points": {"wet": 3}}"#).expect("JSON"));
    }
}
