//! `which-cause test`.

use serde_json::json;

use crate::support::{BREAD_PATH, KNOTS_CASES_PATH, KNOTS_PATH, TestFolder, bread, run};

#[test]
fn shipped_quizzes_pass_their_test_cases() {
    run(&["test", KNOTS_PATH, "--cases", KNOTS_CASES_PATH]).assert_exit_code(0);
    run(&["test", BREAD_PATH]).assert_exit_code(0);
}

#[test]
fn failed_test_case_ends_in_1_and_says_what_differs() {
    let folder = TestFolder::new("failed-test-case");
    let mut quiz = bread();
    quiz["test_cases"][0]["expect"]["first"] = json!("oven");
    let path = folder.write("bread.json", quiz.to_string());
    let text = run(&["test", &path]);
    text.assert_exit_code(1);
    text.assert_prints("WRONG  old-packet");
    text.assert_prints("the first cause should be oven but is tired");
    text.assert_prints("6 of 7 test cases passed");
    let json = run(&["test", "--json", &path]).json();
    assert_eq!(json["wrong"], 1);
    let misses = json!(["the first cause should be oven but is tired"]);
    assert_eq!(json["test_cases"][0], json!({"id": "old-packet", "misses": misses}));
}

#[test]
fn invalid_test_case_ends_in_2() {
    let folder = TestFolder::new("invalid-test-case");
    let mut quiz = bread();
    quiz["test_cases"][1]["answers"]["crumb"] = json!("gumy");
    let run = run(&["test", &folder.write("bread.json", quiz.to_string())]);
    run.assert_exit_code(2);
    run.assert_prints("there is no choice `gumy`; did you mean `gummy`?");
}

#[test]
fn quiz_without_test_cases_ends_in_2() {
    let run = run(&["test", KNOTS_PATH]);
    run.assert_exit_code(2);
    run.assert_prints("has no `test_cases`; give a file with test cases with --cases");
}
