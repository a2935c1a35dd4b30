//! Finds texts that readers must tell apart and cannot. Translations need this too: two words can have
//! one translation.

use crate::analysis::finding::{Finding, FindingKind};
use crate::decode::json_path::PathRef;
use crate::model::quiz::Quiz;

/// The choices of a question that have the same text, and the causes that have the same label.
#[must_use]
pub fn same_text_findings(quiz: &Quiz) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut find = |path: PathRef<'_>, other: String| {
        found.push(Finding { path: path.to_path(), kind: FindingKind::SameText { other } });
    };
    let root = PathRef::Root;
    let path = root.key("questions");
    for (i, question) in quiz.questions.iter().enumerate() {
        let path = path.item(i);
        for (j, choice) in question.choices.iter().enumerate() {
            if let Some(other) = question.choices[..j].iter().find(|it| it.text == choice.text) {
                find(path.key("choices").item(j).key("text"), other.id.to_string());
            }
        }
    }
    let path = root.key("causes");
    for (i, cause) in quiz.causes.iter().enumerate() {
        if let Some(other) = quiz.causes[..i].iter().find(|it| it.label == cause.label) {
            find(path.item(i).key("label"), other.id.to_string());
        }
    }
    found
}
