//! Parses JSON into a tree of values.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use crate::decode::json_mistakes::explain;
use crate::decode::json_path::PathRef;
use crate::decode::problem::{Problem, ProblemKind};

/// The most bytes that a file can have: 1 MiB.
pub const MAX_FILE_BYTES: usize = 1 << 20;

/// How deep lists and objects can be nested: the limit of `serde_json`.
pub(crate) const MAX_DEPTH: usize = 128;

/// A JSON value. Objects keep the order of the file, and both entries of a repeated key, so that it can be reported.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number: 3, 3.0 and 3e0 are the same, as in JSON Schema.
    Integer(i64),
    /// Any other number, and whole numbers beyond 2^53 that are written with a fraction or an exponent.
    Float(f64),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// Parses JSON. A byte order mark is skipped.
    ///
    /// ```
    /// use which_cause_quiz::Value;
    ///
    /// assert_eq!(Value::parse("[1.0]"), Ok(Value::Array(vec![Value::Integer(1)])));
    /// assert!(Value::parse("{a: 1}").unwrap_err().to_string().contains("a key without quotes"));
    /// ```
    ///
    /// # Errors
    ///
    /// The text is larger than [`MAX_FILE_BYTES`], is not JSON, or is nested more than 128 deep.
    pub fn parse(json: &str) -> Result<Self, Problem> {
        let json = json.strip_prefix('\u{feff}').unwrap_or(json);
        if json.len() > MAX_FILE_BYTES {
            return Err(Problem::at(&PathRef::Root, ProblemKind::TooLarge));
        }
        serde_json::from_str(json).map_err(|error| Problem::at(&PathRef::Root, syntax_problem(&error, json)))
    }

    /// The type in words, for messages: "a list", "text".
    pub(crate) fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Integer(_) => "a whole number",
            Self::Float(it) if it.fract() == 0.0 => "a number that is far too large",
            Self::Float(_) => "a number with a fraction",
            Self::String(_) => "text",
            Self::Array(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

/// The problem for an error of `serde_json`. Its columns count bytes; an author's columns count characters.
fn syntax_problem(error: &serde_json::Error, json: &str) -> ProblemKind {
    let line = error.line();
    let bytes = error.column();
    let start: usize = json.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let text = json.get(start..).unwrap_or_default().split('\n').next().unwrap_or_default();
    let column = text.char_indices().take_while(|(i, _)| *i < bytes).count().max(1);
    // The message of `serde_json` ends in the line and column, which are reported by themselves.
    let full_message = error.to_string();
    let message = full_message.split(" at line ").next().unwrap_or_default();
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
        Ok(Value::Integer(it))
    }

    fn visit_u64<E>(self, it: u64) -> Result<Value, E> {
        #[allow(clippy::cast_precision_loss, reason = "no number of a quiz file is that large")]
        Ok(i64::try_from(it).map_or(Value::Float(it as f64), Value::Integer))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        /// 2^53: up to this, every whole number is exact as a float.
        const MAX_EXACT: f64 = 9_007_199_254_740_992.0;
        #[allow(clippy::cast_possible_truncation, reason = "the range was checked")]
        Ok(if number.fract() == 0.0 && number.abs() <= MAX_EXACT {
            Value::Integer(number as i64)
        } else {
            Value::Float(number)
        })
    }

    fn visit_str<E>(self, it: &str) -> Result<Value, E> {
        Ok(Value::String(it.to_owned()))
    }

    fn visit_string<E>(self, it: String) -> Result<Value, E> {
        Ok(Value::String(it))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Value::Object(map))
    }
}
