//! Tells quiz files from the other JSON files that lie beside them, so that `check *.json` checks what it can.

use which_cause_quiz::Value;

/// What a JSON file is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum FileKind {
    /// A quiz, or a file that is not JSON.
    Quiz,
    /// The drawings of a quiz.
    Drawings,
    /// Test cases in a file of their own.
    TestCases,
    /// Something else, as a sentence.
    Other(&'static str),
}

impl FileKind {
    /// The kind of a file, by its outermost keys.
    pub(super) fn of(json: &str) -> Self {
        let file = match Value::parse(json) {
            Ok(file @ Value::Object(_)) => file,
            Ok(_) => return Self::Other("this is not a quiz; a quiz is an object in braces, { }"),
            Err(_) => return Self::Quiz,
        };
        let has = |keys: &[&str]| keys.iter().any(|key| file.get(key).is_some());
        if matches!(file.get("$schema"), Some(Value::String(of)) if of.contains("json-schema.org")) {
            Self::Other("this is a JSON Schema")
        } else if matches!(file.get("drawings"), Some(Value::Object(_))) {
            Self::Drawings
        } else if has(&["questions", "causes", "format", "verdicts", "bands", "words"]) {
            Self::Quiz
        } else if has(&["test_cases"]) {
            Self::TestCases
        } else if has(&["answers", "safety"]) {
            Self::Other("these are a reader's answers")
        } else {
            Self::Other("this is not a quiz; it has neither `questions` nor `causes`")
        }
    }
}
