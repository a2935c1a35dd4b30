//! Refuses files that are written in a format newer than this program knows.

use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::problem::{Problem, ProblemKind};

/// The problem with a file whose `format` is newer than the newest known one. It is the only problem to report: the rest of
/// the file can have another meaning in that format.
pub(crate) fn newer_format(value: &Value, known: i32) -> Option<Problem> {
    let Value::Object(entries) = value else { return None };
    match entries.iter().find(|(key, _)| key == "format")?.1 {
        Value::Integer(found) if found > known.into() => {
            Some(Problem::at(&PathRef::Root.key("format"), ProblemKind::NewerFormat { found, known }))
        }
        _ => None,
    }
}
