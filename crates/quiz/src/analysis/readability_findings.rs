//! Looks for texts of a quiz file that are hard to read. Knows nothing of what they are for.

use crate::analysis::finding::{Finding, FindingKind};
use crate::analysis::readability::grade;
use crate::decode::json::Value;
use crate::decode::json_path::Place;

/// The hardest grade that is no finding.
const HARDEST: f64 = 9.0;

/// The texts of an English quiz file that are harder to read than the ninth grade.
#[must_use]
pub fn readability_findings(file: &Value) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Value::Map(entries) = file {
        let english = |(key, value): &(String, Value)| {
            key == "language" && matches!(value, Value::Text(tag) if tag.split('-').next() == Some("en"))
        };
        if entries.iter().any(english) {
            look_for_hard_texts(file, &Place::File, &mut found);
        }
    }
    found
}

fn look_for_hard_texts(value: &Value, at: &Place<'_>, found: &mut Vec<Finding>) {
    match value {
        Value::Map(entries) => {
            for (key, value) in entries {
                // No reader sees these.
                if !(key.starts_with(['$', '_']) || ["reason", "test_cases", "url"].contains(&key.as_str())) {
                    look_for_hard_texts(value, &at.key(key), found);
                }
            }
        }
        Value::List(items) => {
            for (i, item) in items.iter().enumerate() {
                look_for_hard_texts(item, &at.item(i), found);
            }
        }
        Value::Text(text) => {
            if let Some(grade) = grade(text).filter(|grade| *grade > HARDEST) {
                found.push(Finding { place: at.path(), kind: FindingKind::HardToRead { grade } });
            }
        }
        _ => {}
    }
}
