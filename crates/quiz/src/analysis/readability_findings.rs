//! Finds texts of an English quiz file that are hard to read.

use crate::analysis::finding::{Finding, FindingKind};
use crate::analysis::readability::reading_grade;
use crate::analysis::translation_update::language_of;
use crate::decode::from_json::is_note;
use crate::decode::json::Value;
use crate::decode::json_path::{JsonPath, PathRef, PathSegment};
use crate::file::markup::without_markup;

/// The highest school grade without a finding.
pub const MAX_READING_GRADE: f64 = 9.0;

/// Findings about texts of an English quiz file above [`MAX_READING_GRADE`]. `file` is the JSON of a quiz file, which may have
/// problems. A file in another language has none.
#[must_use]
pub fn readability_findings(file: &Value) -> Vec<Finding> {
    let mut found = Vec::new();
    if is_english(file) {
        find_hard_texts(file, &PathRef::Root, &mut found);
    }
    found
}

/// The school grade of the text at a path of a quiz file, by [`reading_grade`]. `None` where it does not
/// count: the file is in another language, readers do not see the text, or it is too short.
#[must_use]
pub fn reading_grade_at(file: &Value, path: &JsonPath) -> Option<f64> {
    let is_for_readers =
        |segment: &PathSegment| !matches!(segment, PathSegment::Key(key) if !is_for_readers(key));
    if !is_english(file) || !path.segments().iter().all(is_for_readers) {
        return None;
    }
    reading_grade(&without_markup(file.at(path)?.as_str()?))
}

fn is_english(file: &Value) -> bool {
    language_of(file).is_some_and(|tag| tag.split('-').next() == Some("en"))
}

/// Whether readers see the texts of a key.
fn is_for_readers(key: &str) -> bool {
    !(is_note(key) || ["reason", "test_cases", "url"].contains(&key))
}

fn find_hard_texts(value: &Value, path: &PathRef<'_>, found: &mut Vec<Finding>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries.iter().filter(|(key, _)| is_for_readers(key)) {
                find_hard_texts(value, &path.key(key), found);
            }
        }
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                find_hard_texts(item, &path.item(i), found);
            }
        }
        Value::String(text) => {
            let grade = reading_grade(&without_markup(text)).filter(|grade| *grade > MAX_READING_GRADE);
            if let Some(grade) = grade {
                found.push(Finding { path: path.to_path(), kind: FindingKind::HardToRead { grade } });
            }
        }
        _ => {}
    }
}
