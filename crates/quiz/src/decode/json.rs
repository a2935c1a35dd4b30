//! JSON as a tree, before anyone asks what it means. Knows nothing of quizzes.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use crate::decode::json_mistakes::explain;
use crate::decode::json_path::Place;
use crate::decode::problem::{Problem, ProblemKind};

/// The most bytes a file may have.
pub const MAX_FILE_BYTES: usize = 1 << 20;

/// How deep lists and objects may stand in each other: as deep as `serde_json` goes.
pub(crate) const DEEPEST: usize = 128;

/// A JSON value. Maps keep the order of the file, and keep a key that stands in it twice, so that both can be
/// reported.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number without a fraction, however it is written: 3, 3.0 and 3e0 are the same, as they are for JSON Schema.
    Bounded(i64),
    /// Any other number, and those far too large for anything in a quiz.
    Fraction(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// Reads JSON.
    ///
    /// A byte order mark before it is passed over.
    ///
    /// # Errors
    ///
    /// Where it is larger than [`MAX_FILE_BYTES`], is no JSON, or is nested deeper than 128.
    pub fn from_json(json: &str) -> Result<Self, Problem> {
        let json = json.strip_prefix('\u{feff}').unwrap_or(json);
        if json.len() > MAX_FILE_BYTES {
            return Err(Problem::at(&Place::File, ProblemKind::TooLarge));
        }
        serde_json::from_str(json).map_err(|error| Problem::at(&Place::File, kind(&error, json)))
    }

    /// What an author would call it, for a message: "a list", "text".
    pub(crate) fn noun(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Bounded(_) => "a whole number",
            Self::Fraction(it) if it.fract() == 0.0 => "a number that is far too large",
            Self::Fraction(_) => "a number with a fraction",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Map(_) => "an object",
        }
    }
}

/// What the JSON reader has come upon. It counts columns in bytes, and an author in characters.
fn kind(error: &serde_json::Error, json: &str) -> ProblemKind {
    let line = error.line();
    let bytes = error.column();
    let start: usize = json.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let text = json.get(start..).unwrap_or_default().split('\n').next().unwrap_or_default();
    let column = text.char_indices().take_while(|(i, _)| *i < bytes).count().max(1);
    // The reader's own words end in the place, which is told apart from them here.
    let words = error.to_string();
    let message = words.split(" at line ").next().unwrap_or_default();
    if message == "recursion limit exceeded" {
        return ProblemKind::TooDeep { line, column };
    }
    let message = explain(json, start + bytes.saturating_sub(1), message);
    ProblemKind::NotJson { message, line, column }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, it: bool) -> Result<Value, E> {
        Ok(Value::Bool(it))
    }

    fn visit_i64<E>(self, it: i64) -> Result<Value, E> {
        Ok(Value::Bounded(it))
    }

    fn visit_u64<E>(self, it: u64) -> Result<Value, E> {
        #[allow(clippy::cast_precision_loss)] // No number in a quiz file comes near this.
        Ok(i64::try_from(it).map_or(Value::Fraction(it as f64), Value::Bounded))
    }

    fn visit_f64<E>(self, it: f64) -> Result<Value, E> {
        /// Up to this every whole number is one as a fraction too.
        const MOST: f64 = 9_007_199_254_740_992.0;
        #[allow(clippy::cast_possible_truncation)] // It has been looked at.
        Ok(if it.fract() == 0.0 && it.abs() <= MOST {
            Value::Bounded(it as i64)
        } else {
            Value::Fraction(it)
        })
    }

    fn visit_str<E>(self, it: &str) -> Result<Value, E> {
        Ok(Value::Text(it.to_owned()))
    }

    fn visit_string<E>(self, it: String) -> Result<Value, E> {
        Ok(Value::Text(it))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Value::Map(map))
    }
}
