//! Finds texts of an English quiz file that are hard to read.

use crate::analysis::finding::{Finding, FindingKind};
use crate::analysis::readability::reading_grade;
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::file::markup::without_markup;

/// The highest grade without a finding.
const MAX_GRADE: f64 = 9.0;

/// Findings about texts of an English quiz file above school grade 9. `file` is the JSON of a valid quiz file. A file in another
/// language has none.
#[must_use]
pub fn readability_findings(file: &Value) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Value::Object(entries) = file {
        let english = |(key, value): &(String, Value)| {
            key == "language" && matches!(value, Value::String(tag) if tag.split('-').next() == Some("en"))
        };
        if entries.iter().any(english) {
            find_hard_texts(file, &PathRef::Root, &mut found);
        }
    }
    found
}

fn find_hard_texts(value: &Value, path: &PathRef<'_>, found: &mut Vec<Finding>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                // Readers do not see these.
                if !(key.starts_with(['$', '_']) || ["reason", "test_cases", "url"].contains(&key.as_str())) {
                    find_hard_texts(value, &path.key(key), found);
                }
            }
        }
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                find_hard_texts(item, &path.item(i), found);
            }
        }
        Value::String(text) => {
            if let Some(grade) = reading_grade(&without_markup(text)).filter(|grade| *grade > MAX_GRADE) {
                found.push(Finding { path: path.to_path(), kind: FindingKind::HardToRead { grade } });
            }
        }
        _ => {}
    }
}
