//! An object whose keys the author chooses.

use crate::decode::codec::{Codec, Decoder};
use crate::decode::diagnostics::Diagnostics;
use crate::decode::from_json::{FromJson, is_note};
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::problem::ProblemKind;
use crate::decode::schema::{Definitions, Schema};

/// The most keys that such an object can have.
const MAX_ENTRIES: usize = 10_000;

/// An object whose keys the author chooses, in the order of the file, each key once. Keys that start with `$` or `_` are
/// notes and are left out.
#[derive(Debug, Clone)]
pub struct Entries<T>(pub Vec<(String, T)>);

impl<T> Entries<T> {
    /// The value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }
}

impl<T: Codec> Codec for Entries<T> {
    fn encode(&self, bytes: &mut Vec<u8>) {
        self.0.encode(bytes);
    }

    fn decode(decoder: &mut Decoder<'_>) -> Self {
        Self(Codec::decode(decoder))
    }
}

impl<T: FromJson> FromJson for Entries<T> {
    const EXPECTED: &'static str = "an object in braces, { }";

    const OPTIONAL: bool = true;

    fn fallback() -> Self {
        Self(Vec::new())
    }

    fn schema(definitions: &mut Definitions) -> Schema {
        serde_json::json!({
            "type": "object",
            "patternProperties": {"^[$_]": true},
            "additionalProperties": T::schema(definitions),
        })
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        let Value::Object(object) = value else { return diagnostics.wrong_type(path, &value) };
        // Each key is compared with all keys before it, so their number is limited first.
        if object.len() > MAX_ENTRIES {
            diagnostics.check_count("keys", object.len(), 0..=MAX_ENTRIES, path);
            return Self::fallback();
        }
        let mut entries: Vec<(String, T)> = Vec::with_capacity(object.len());
        for (key, value) in object.into_iter().filter(|(key, _)| !is_note(key)) {
            let path = path.key(&key);
            if entries.iter().any(|(known, _)| *known == key) {
                diagnostics.report(&path, ProblemKind::RepeatedKey);
            } else {
                let value = T::from_json(value, &path, diagnostics);
                entries.push((key, value));
            }
        }
        Self(entries)
    }

    fn missing(_: &PathRef<'_>, _: &mut Diagnostics) -> Self {
        Self::fallback()
    }
}
