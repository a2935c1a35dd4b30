//! Refuses files that are written in a format newer than this program knows.

use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::problem::{Problem, ProblemKind};

/// The problem with a file whose `format` is newer than the newest known one. It is the only problem to report: the rest of
/// the file can have another meaning in that format.
pub(crate) fn newer_format(value: &Value, known: i32) -> Option<Problem> {
    match value.get("format")? {
        Value::Integer(found) if *found > known.into() => {
            let kind = ProblemKind::NewerFormat { found: *found, known };
            Some(Problem::at(&PathRef::Root.key("format"), kind))
        }
        _ => None,
    }
}
