//! Parses JSON into a tree of values.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use crate::decode::json_mistakes::{Mistake, explain};
use crate::decode::json_path::{JsonPath, PathRef, PathSegment};
use crate::decode::problem::{Problem, ProblemKind};
use crate::decode::text_position::line_and_column;

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
        parse_json(json).map_err(|failure| {
            Problem::at(
                &PathRef::Root,
                match failure {
                    ParseFailure::Problem(kind) => kind,
                    ParseFailure::Mistake(Mistake { offset, message, .. }) => not_json(json, offset, message),
                },
            )
        })
    }

    /// The value of a key of an object. Of a repeated key it is the first.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(entries) = self else { return None };
        entries.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// The value at a path.
    #[must_use]
    pub fn at(&self, path: &JsonPath) -> Option<&Self> {
        path.segments().iter().try_fold(self, Self::child)
    }

    /// The part that one segment of a path leads to.
    pub(crate) fn child(&self, segment: &PathSegment) -> Option<&Self> {
        match (self, segment) {
            (_, PathSegment::Key(key)) => self.get(key),
            (Self::Array(items), PathSegment::Item(i)) => items.get(*i),
            _ => None,
        }
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The type in words, for messages: "a list", "text".
    pub(crate) fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Integer(_) => "a whole number",
            Self::Float(it) if it.fract() == 0.0 => "a number that is far too large",
            Self::Float(_) => "a number with a fraction",
            Self::String(it)
                if it.starts_with(|c: char| c.is_ascii_digit()) && it.bytes().all(|b| b.is_ascii_digit()) =>
            {
                "a number in quotes"
            }
            Self::String(it) if matches!(it.as_str(), "true" | "false") => "true or false in quotes",
            Self::String(_) => "text",
            Self::Array(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

/// Why a text cannot be parsed.
pub(crate) enum ParseFailure {
    /// A mistake in the JSON.
    Mistake(Mistake),
    /// Lists and objects that are nested too deeply.
    Problem(ProblemKind),
}

/// Parses JSON without a byte order mark.
pub(crate) fn parse_json(json: &str) -> Result<Value, ParseFailure> {
    serde_json::from_str(json).map_err(|error| {
        // The columns of `serde_json` count bytes.
        let start: usize =
            json.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let offset = start + error.column().saturating_sub(1);
        // Its message ends in the line and column, which are reported by themselves.
        let full_message = error.to_string();
        let words = full_message.split(" at line ").next().unwrap_or_default();
        if words == "recursion limit exceeded" {
            let (line, column) = line_and_column(json, offset);
            return ParseFailure::Problem(ProblemKind::TooDeep { line, column });
        }
        ParseFailure::Mistake(explain(json, offset, words))
    })
}

/// The problem for a mistake at an offset.
pub(crate) fn not_json(json: &str, offset: usize, message: String) -> ProblemKind {
    let (line, column) = line_and_column(json, offset);
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
