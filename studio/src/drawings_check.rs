//! The check of the drawings file beside a quiz, as `which-cause check` has it. All messages are at paths of the quiz file.

use std::sync::Arc;

use leptos::prelude::*;
use which_cause_quiz::{Drawings, JsonPath, Problem, Quiz, drawing_problems, unused_drawing_findings};

use crate::by_address::ByAddress;
use crate::check::{Check, FieldMessage};
use crate::document::{Document, File};
use crate::document_signal::DocumentSignal;
use crate::page::drawings_file;

/// The drawings file that a quiz names.
#[derive(Debug, Clone, PartialEq)]
struct DrawingsFile {
    name: String,
    /// Its text, if it is in the draft.
    text: Option<String>,
}

/// The problems and findings about the drawings, after each check of the quiz.
pub(crate) fn drawings_messages(
    document: DocumentSignal,
    check: RwSignal<Check>,
) -> Memo<Vec<(JsonPath, FieldMessage)>> {
    let file = Memo::new(move |_| {
        check.track();
        document.with_untracked(drawings_of)
    });
    // A drawings file is large, and seldom changes.
    let read = Memo::new(move |_| file.get().map(|file| read(&file)));
    Memo::new(move |_| {
        let Some(read) = read.get() else { return Vec::new() };
        match read {
            Ok(ByAddress(drawings)) => check
                .with(|check| check.quiz.as_ref().map(|quiz| compare(quiz, &drawings)).unwrap_or_default()),
            Err(messages) => messages.into_iter().map(|message| (drawings_path(), message)).collect(),
        }
    })
}

fn drawings_path() -> JsonPath {
    JsonPath::to_key("drawings")
}

/// The drawings file of a document. One on another server is not looked at.
fn drawings_of(document: &Document) -> Option<DrawingsFile> {
    let (address, index) = drawings_file(document).filter(|(address, _)| !address.contains("//"))?;
    let name = address.rsplit('/').next().unwrap_or(address).to_owned();
    Some(DrawingsFile { name, text: index.map(|index| File::to_text(&document.files()[index])) })
}

fn read(file: &DrawingsFile) -> Result<ByAddress<Drawings>, Vec<FieldMessage>> {
    let Some(text) = &file.text else {
        let why = format!("{} is not in this draft, so its drawings are not checked", file.name);
        return Err(vec![FieldMessage::Finding(why)]);
    };
    let line = |problem: Problem| FieldMessage::Problem(format!("in {}, {problem}", file.name));
    Drawings::read(text)
        .map(|drawings| ByAddress(Arc::new(drawings)))
        .map_err(|problems| problems.into_iter().map(line).collect())
}

/// The problems between a quiz and its drawings, and the drawings that it does not use.
fn compare(quiz: &Quiz, drawings: &Drawings) -> Vec<(JsonPath, FieldMessage)> {
    let problems = drawing_problems(quiz, drawings).into_iter();
    let problems = problems.map(|problem| (problem.path, FieldMessage::Problem(problem.kind.to_string())));
    let findings = unused_drawing_findings(&[quiz], drawings).into_iter();
    let findings = findings.map(|finding| (drawings_path(), FieldMessage::Finding(finding.kind.to_string())));
    problems.chain(findings).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use which_cause_quiz::read as read_quiz;

    const QUIZ: &str = include_str!("../../quizzes/upper-back-knots.json");
    const DRAWINGS: &str = include_str!("../../quizzes/upper-back-knots.drawings.json");

    fn messages(drawings: &str) -> Vec<(String, FieldMessage)> {
        let quiz = read_quiz(QUIZ).expect("a quiz");
        let drawings = Drawings::read(drawings).expect("drawings");
        compare(&quiz, &drawings).into_iter().map(|(path, message)| (path.to_string(), message)).collect()
    }

    #[test]
    fn a_drawing_that_the_quiz_names_must_be_there_and_one_that_it_does_not_name_is_odd() {
        assert_eq!(messages(DRAWINGS), []);
        let first = Drawings::read(DRAWINGS).expect("drawings").ids().next().expect("a drawing").to_string();
        let renamed = DRAWINGS.replacen(&format!("\"{first}\":"), "\"another\":", 1);
        let messages = messages(&renamed);
        assert!(messages.iter().any(|(path, it)| path != "drawings" && it.is_problem()), "{messages:?}");
        let (path, last) = messages.last().expect("a finding");
        assert!(path == "drawings" && !last.is_problem(), "{messages:?}");
        assert!(matches!(last, FieldMessage::Finding(text) if text.contains("another")), "{messages:?}");
    }

    #[test]
    fn a_drawings_file_that_is_missing_or_wrong_is_named() {
        let file =
            |text: Option<&str>| DrawingsFile { name: "leaf.json".to_owned(), text: text.map(str::to_owned) };
        let why = |text| read(&file(text)).expect_err("a message").remove(0);
        assert!(
            matches!(why(None), FieldMessage::Finding(text) if text.starts_with("leaf.json is not in this draft"))
        );
        assert!(matches!(why(Some("{")), FieldMessage::Problem(text) if text.starts_with("in leaf.json, ")));
    }
}
