//! Finds drawings that no picture of a quiz names.

use crate::analysis::finding::{Finding, FindingKind};
use crate::decode::json_path::Place;
use crate::file::drawing::Drawings;
use crate::model::pictures::each_picture;
use crate::model::quiz::Quiz;

/// Drawings that no picture of any of these quizzes names, by their places in the drawings file.
#[must_use]
pub fn unused_drawing_findings(quizzes: &[&Quiz], drawings: &Drawings) -> Vec<Finding> {
    let mut named = Vec::new();
    for quiz in quizzes {
        each_picture(quiz, &mut |_, name| named.push(name.clone()));
    }
    let at = Place::File;
    let at = at.key("drawings");
    let unused = drawings.names().filter(|name| !named.contains(name));
    unused
        .map(|name| Finding {
            place: at.key(name.as_str()).path(),
            kind: FindingKind::Unused { what: "drawing", id: name.to_string() },
        })
        .collect()
}
