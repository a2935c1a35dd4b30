//! Finds drawings that no picture of a quiz names.

use crate::analysis::finding::{Finding, FindingKind};
use crate::decode::json_path::PathRef;
use crate::file::drawing::Drawings;
use crate::model::pictures::visit_pictures;
use crate::model::quiz::Quiz;

/// Findings about drawings that no picture of these quizzes uses. The paths are those of the drawings file.
#[must_use]
pub fn unused_drawing_findings(quizzes: &[&Quiz], drawings: &Drawings) -> Vec<Finding> {
    let mut named = Vec::new();
    for quiz in quizzes {
        visit_pictures(quiz, &mut |_, source| named.extend(source.drawing().cloned()));
    }
    let path = PathRef::Root;
    let path = path.key("drawings");
    let unused = drawings.ids().filter(|name| !named.contains(name));
    unused
        .map(|name| Finding {
            path: path.key(name.as_str()).to_path(),
            kind: FindingKind::Unused { what: "drawing", id: name.to_string() },
        })
        .collect()
}
