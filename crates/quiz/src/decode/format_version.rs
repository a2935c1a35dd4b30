//! Refuses files that are written in a format newer than this program knows.

use crate::decode::json::Value;
use crate::decode::json_path::Place;
use crate::decode::problem::{Problem, ProblemKind};

/// That a file is written in a newer format than the newest that is known. Such a one may mean anything by anything: to
/// report the rest of it as wrong would mislead.
pub(crate) fn newer_format(value: &Value, known: u32) -> Option<Problem> {
    let Value::Map(entries) = value else { return None };
    match entries.iter().find(|(key, _)| key == "format")?.1 {
        Value::Bounded(found) if found > known.into() => {
            Some(Problem::at(&Place::File.key("format"), ProblemKind::NewerFormat { found, known }))
        }
        _ => None,
    }
}
