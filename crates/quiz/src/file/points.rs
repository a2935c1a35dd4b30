//! The points that a choice gives, as an author writes them.

use crate::decode::bounded::Bounded;
use crate::decode::diagnostics::Diagnostics;
use crate::decode::entries::Entries;
use crate::decode::from_json::FromJson;
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::schema::{Definitions, Schema};

/// The most points of one sign.
pub(crate) const MAX_POINTS: i32 = 99;

/// A number of points.
pub(crate) type Points = Bounded<{ -MAX_POINTS }, MAX_POINTS>;

/// The points of a choice.
#[derive(Debug, Clone)]
pub(crate) enum PointsFile {
    /// Points for causes, by their ids.
    OfCauses(Entries<Points>),
    /// Points for the total, in a quiz with the score `total`.
    OfTotal(Points),
}

impl PointsFile {
    /// Whether no cause and no total gets a point.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::OfCauses(points) => points.0.is_empty(),
            Self::OfTotal(points) => points.get() == 0,
        }
    }

    /// The named causes.
    pub(crate) fn causes(&self) -> impl Iterator<Item = &str> + Clone {
        let points = match self {
            Self::OfCauses(points) => &*points.0,
            Self::OfTotal(_) => &[],
        };
        points.iter().map(|(cause, _)| cause.as_str())
    }
}

impl FromJson for PointsFile {
    const EXPECTED: &'static str = "an object in braces, { }, with points for causes";

    const OPTIONAL: bool = true;

    fn fallback() -> Self {
        Self::OfCauses(Entries::fallback())
    }

    fn schema(definitions: &mut Definitions) -> Schema {
        let of_causes = Entries::<Points>::schema(definitions);
        serde_json::json!({"anyOf": [of_causes, Points::schema(definitions)]})
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        match value {
            Value::Integer(_) => Self::OfTotal(Points::from_json(value, path, diagnostics)),
            Value::Object(_) => Self::OfCauses(Entries::from_json(value, path, diagnostics)),
            other => diagnostics.wrong_type(path, &other),
        }
    }

    fn missing(_: &PathRef<'_>, _: &mut Diagnostics) -> Self {
        Self::fallback()
    }
}
