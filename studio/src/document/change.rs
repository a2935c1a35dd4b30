//! One change of a JSON tree. Applying a change returns the one that takes it back.

use std::mem;

use which_cause_quiz::{JsonPath, Value};

use super::tree::get_mut;

/// A change at a path.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Change {
    /// Another value at a path.
    Replace(JsonPath, Value),
    /// A new entry in the list or object at `into`.
    Insert { into: JsonPath, index: usize, entry: Entry },
    /// The list or object at `from` loses its entry at `index`.
    Remove { from: JsonPath, index: usize },
}

/// An entry of a list or of an object.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Entry {
    /// An item of a list.
    Item(Value),
    /// A key of an object, with its value.
    Key(String, Value),
}

impl Change {
    /// Applies the change, and returns the one that takes it back. A change of a path that is not there does nothing.
    pub(crate) fn apply(self, root: &mut Value) -> Option<Self> {
        match self {
            Self::Replace(path, value) => {
                let before = mem::replace(get_mut(root, &path)?, value);
                Some(Self::Replace(path, before))
            }
            Self::Insert { into, index, entry } => {
                match (get_mut(root, &into)?, entry) {
                    (Value::Array(items), Entry::Item(item)) if index <= items.len() => {
                        items.insert(index, item);
                    }
                    (Value::Object(entries), Entry::Key(key, value)) if index <= entries.len() => {
                        entries.insert(index, (key, value));
                    }
                    _ => return None,
                }
                Some(Self::Remove { from: into, index })
            }
            Self::Remove { from, index } => {
                let entry = match get_mut(root, &from)? {
                    Value::Array(items) if index < items.len() => Entry::Item(items.remove(index)),
                    Value::Object(entries) if index < entries.len() => {
                        let (key, value) = entries.remove(index);
                        Entry::Key(key, value)
                    }
                    _ => return None,
                };
                Some(Self::Insert { into: from, index, entry })
            }
        }
    }
}
