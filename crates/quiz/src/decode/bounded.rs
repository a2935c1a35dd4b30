//! Bounded numbers within bounds.

use crate::decode::codec::{Bytes, Compact};
use crate::decode::from_json::{Reading, Shape};
use crate::decode::json::Value;
use crate::decode::json_path::Place;
use crate::decode::problem::ProblemKind;

/// A whole number from `LEAST` to `MOST`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bounded<const LEAST: u32, const MOST: u32>(u32);

impl<const LEAST: u32, const MOST: u32> Bounded<LEAST, MOST> {
    /// The number.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

impl<const LEAST: u32, const MOST: u32> Compact for Bounded<LEAST, MOST> {
    fn pack(&self, to: &mut Vec<u8>) {
        self.0.pack(to);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        Self(u32::unpack(from))
    }
}

impl<const LEAST: u32, const MOST: u32> Shape for Bounded<LEAST, MOST> {
    const WANTED: &'static str = "a whole number";

    fn schema(_: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
        serde_json::json!({"type": "integer", "minimum": LEAST, "maximum": MOST})
    }

    fn stand_in() -> Self {
        Self(LEAST)
    }

    fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self {
        let Value::Bounded(found) = value else { return reading.wrong_shape(at, &value) };
        match u32::try_from(found) {
            Ok(number) if (LEAST..=MOST).contains(&number) => Self(number),
            _ => {
                let (least, most) = (LEAST.into(), MOST.into());
                reading.report(at, ProblemKind::OutOfRange { least, most, found });
                Self::stand_in()
            }
        }
    }
}
