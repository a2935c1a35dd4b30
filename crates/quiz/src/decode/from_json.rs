//! Builds a part of a file from a JSON value, and reports every problem on the way.
//!
//! Serde's derived deserializers stop at the first error, but an author wants all of them at once. So every part implements
//! [`FromJson`]: how it is read, and the fallback that takes its place when it cannot be read. A file with a problem never
//! becomes a checked quiz, so fallbacks are never seen.

use crate::decode::diagnostics::Diagnostics;
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::nearest::nearest;
use crate::decode::problem::ProblemKind;
use crate::decode::schema::{Definitions, Schema};

/// A part of a file that can be read from a JSON value.
pub(crate) trait FromJson: Sized {
    /// What is expected, in words, for messages.
    const EXPECTED: &'static str;

    /// Whether the part can be left out.
    const OPTIONAL: bool = false;

    /// The value that takes the part's place when it cannot be read.
    fn fallback() -> Self;

    /// The JSON Schema of the part. Objects go into `definitions` and are referred to.
    fn schema(definitions: &mut Definitions) -> Schema;

    /// Reads the part at `path`, and reports every problem with it.
    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self;

    /// The value of a part that is not there. Reports a problem, unless the part can be left out.
    fn missing(path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        diagnostics.report(path, ProblemKind::Missing { expected: Self::EXPECTED });
        Self::fallback()
    }
}

impl Diagnostics {
    /// Reports a value that is not a `T`, and returns the fallback.
    pub(crate) fn wrong_type<T: FromJson>(&mut self, path: &PathRef<'_>, found: &Value) -> T {
        let kind = ProblemKind::WrongType { expected: T::EXPECTED, found: found.type_name() };
        self.report(path, kind);
        T::fallback()
    }
}

impl<T: FromJson> FromJson for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    const OPTIONAL: bool = true;

    fn fallback() -> Self {
        None
    }

    fn schema(definitions: &mut Definitions) -> Schema {
        T::schema(definitions)
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        Some(T::from_json(value, path, diagnostics))
    }

    fn missing(_: &PathRef<'_>, _: &mut Diagnostics) -> Self {
        None
    }
}

/// A list that is left out is empty. The check reports an empty list where there must be items.
impl<T: FromJson> FromJson for Vec<T> {
    const EXPECTED: &'static str = "a list in brackets, [ ]";

    const OPTIONAL: bool = true;

    fn fallback() -> Self {
        Vec::new()
    }

    fn schema(definitions: &mut Definitions) -> Schema {
        serde_json::json!({"type": "array", "items": T::schema(definitions)})
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        match value {
            Value::Array(items) => items
                .into_iter()
                .enumerate()
                .map(|(i, item)| T::from_json(item, &path.item(i), diagnostics))
                .collect(),
            other => diagnostics.wrong_type(path, &other),
        }
    }

    fn missing(_: &PathRef<'_>, _: &mut Diagnostics) -> Self {
        Self::fallback()
    }
}

/// A boolean that is left out is false.
impl FromJson for bool {
    const EXPECTED: &'static str = "true or false";

    const OPTIONAL: bool = true;

    fn fallback() -> Self {
        false
    }

    fn schema(_: &mut Definitions) -> Schema {
        serde_json::json!({"type": "boolean"})
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        match value {
            Value::Bool(value) => value,
            other => diagnostics.wrong_type(path, &other),
        }
    }

    fn missing(_: &PathRef<'_>, _: &mut Diagnostics) -> Self {
        Self::fallback()
    }
}

/// A value that other code reads. It is not looked at here.
#[derive(Debug, Clone)]
pub(crate) struct Ignored;

impl FromJson for Ignored {
    const EXPECTED: &'static str = "anything";

    fn fallback() -> Self {
        Self
    }

    fn schema(_: &mut Definitions) -> Schema {
        serde_json::json!({})
    }

    fn from_json(_: Value, _: &PathRef<'_>, _: &mut Diagnostics) -> Self {
        Self
    }
}

/// Whether a key of a file is a note of its author or meant for an editor: it starts with `_` or `$`. It means nothing to the quiz.
#[must_use]
pub fn is_note(key: &str) -> bool {
    key.starts_with(['$', '_'])
}

/// An object with known keys, whose values are taken out one by one.
pub(crate) struct ObjectFields<'p, 'r> {
    entries: Vec<(String, Value)>,
    /// The values of misspelled keys: the key that each must mean, and the key as it is written.
    misspelled: Vec<(String, String, Value)>,
    path: &'p PathRef<'p>,
    diagnostics: &'r mut Diagnostics,
}

impl<'p, 'r> ObjectFields<'p, 'r> {
    /// Opens an object. Reports repeated and unknown keys, and skips notes.
    pub(crate) fn open(
        object: Vec<(String, Value)>,
        known: &[&str],
        path: &'p PathRef<'p>,
        diagnostics: &'r mut Diagnostics,
    ) -> Self {
        let mut entries: Vec<(String, Value)> = Vec::new();
        let mut misspelled = Vec::new();
        for (key, value) in object.into_iter().filter(|(key, _)| !is_note(key)) {
            if !known.contains(&key.as_str()) {
                let nearest = if diagnostics.is_full() { None } else { nearest(&key, known.iter().copied()) };
                diagnostics.report(&path.key(&key), ProblemKind::UnknownKey { nearest: nearest.clone() });
                if let Some(meant) = nearest {
                    misspelled.push((meant, key, value));
                }
            } else if entries.iter().any(|(taken, _)| *taken == key) {
                diagnostics.report(&path.key(&key), ProblemKind::RepeatedKey);
            } else {
                entries.push((key, value));
            }
        }
        Self { entries, misspelled, path, diagnostics }
    }

    /// Takes the value of a key out and reads it. It is not inlined: a quiz file has over a hundred keys, and the parser's
    /// module would grow with each.
    #[inline(never)]
    pub(crate) fn take<T: FromJson>(&mut self, key: &str) -> T {
        let (value, misspelled) = self.remove(key);
        let path = self.path.key(misspelled.as_deref().unwrap_or(key));
        match value {
            Some(value) => T::from_json(value, &path, self.diagnostics),
            None => T::missing(&path, self.diagnostics),
        }
    }

    /// Takes out the value of a key, and the key as it is written if that is misspelled.
    #[inline(never)]
    fn remove(&mut self, key: &str) -> (Option<Value>, Option<String>) {
        if let Some(i) = self.entries.iter().position(|(known, _)| known == key) {
            return (Some(self.entries.swap_remove(i).1), None);
        }
        let misspelled = self.misspelled.iter().position(|(meant, ..)| meant == key);
        match misspelled.map(|i| self.misspelled.swap_remove(i)) {
            Some((_, written, value)) => (Some(value), Some(written)),
            None => (None, None),
        }
    }
}
