//! The five-cause quiz and its test cases, as JSON.

use serde_json::Value;

use crate::harness::server::repository;

/// A file in `quizzes/`.
pub(crate) fn read(name: &str) -> Value {
    let path = repository().join("quizzes").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("JSON")
}

/// The five-cause quiz in one of its languages.
pub(crate) fn quiz_in(tag: &str) -> Value {
    if tag == "en" { read("upper-back-knots.json") } else { read(&format!("upper-back-knots.{tag}.json")) }
}

/// A test case of the five-cause quiz.
pub(crate) fn test_case(id: &str) -> Value {
    let cases = read("upper-back-knots.test-cases.json");
    let cases = cases["test_cases"].as_array().expect("test cases");
    cases.iter().find(|it| it["id"] == id).unwrap_or_else(|| panic!("no test case {id}")).clone()
}
