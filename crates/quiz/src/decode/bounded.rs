//! Whole numbers within bounds that are part of the type.

use crate::decode::codec::{Codec, Decoder};
use crate::decode::diagnostics::Diagnostics;
use crate::decode::from_json::FromJson;
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::problem::ProblemKind;
use crate::decode::schema::{Definitions, Schema};

/// A whole number from `LEAST` to `MOST`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bounded<const LEAST: i32, const MOST: i32>(i32);

impl<const LEAST: i32, const MOST: i32> Bounded<LEAST, MOST> {
    /// The number.
    #[must_use]
    pub fn get(self) -> i32 {
        self.0
    }
}

impl<const LEAST: i32, const MOST: i32> Codec for Bounded<LEAST, MOST> {
    fn encode(&self, bytes: &mut Vec<u8>) {
        self.0.encode(bytes);
    }

    fn decode(decoder: &mut Decoder<'_>) -> Self {
        Self(i32::decode(decoder))
    }
}

impl<const LEAST: i32, const MOST: i32> FromJson for Bounded<LEAST, MOST> {
    const EXPECTED: &'static str = "a whole number";

    fn schema(_: &mut Definitions) -> Schema {
        serde_json::json!({"type": "integer", "minimum": LEAST, "maximum": MOST})
    }

    fn fallback() -> Self {
        Self(LEAST)
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        let Value::Integer(found) = value else { return diagnostics.wrong_type(path, &value) };
        match i32::try_from(found) {
            Ok(number) if (LEAST..=MOST).contains(&number) => Self(number),
            _ => {
                let (least, most) = (LEAST.into(), MOST.into());
                diagnostics.report(path, ProblemKind::OutOfRange { least, most, found });
                Self::fallback()
            }
        }
    }
}
