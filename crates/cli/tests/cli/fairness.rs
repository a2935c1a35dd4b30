//! `which-cause check`: advice on causes that lead too often, and causes without a test case.

use serde_json::{Value, json};

use crate::support::{STARTER, TestFolder, bread, run};

/// The starter's quiz in which every choice speaks for a cause.
fn unfair() -> Value {
    let mut quiz: Value = serde_json::from_str(STARTER).expect("JSON");
    quiz["questions"][0]["choices"][3]["points"] = json!({"hungry": 3});
    quiz["questions"][1]["choices"][1]["points"] = json!({"hungry": 1});
    quiz
}

#[test]
fn advice_is_printed_under_the_finding() {
    let folder = TestFolder::new("advice");
    let run = run(&["check", &folder.write("quiz.json", format!("{:#}", unfair()))]);
    run.assert_exit_code(0);
    let text = run.text();
    let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
    let position = |start: &str| {
        lines.iter().position(|line| line.contains(start)).unwrap_or_else(|| panic!("{start} in\n{text}"))
    };
    let finding = position("warning: causes[2]: if readers answer at random");
    let driver = position("= help: mostly from `where` (questions[0]): without it, `hungry` leads ");
    let example = position("for example: questions[");
    assert!(finding < driver && driver < example, "{text}");
    assert!(lines[example + 1].starts_with("then each cause leads between "), "{text}");
    run.assert_prints("quiz.json: 0 problems, 1 finding");
}

#[test]
fn change_in_the_json_mends_the_finding() {
    let folder = TestFolder::new("advice-json");
    let mut quiz = unfair();
    let json = run(&["check", "--json", &folder.write("quiz.json", quiz.to_string())]).json();
    let advice = &json["files"][0]["findings"][0]["advice"];
    assert_eq!(advice["mostly_from"][0]["place"], "questions[0]");
    assert!(advice["mostly_from"][0]["without"]["hungry"].is_f64(), "{advice:#}");
    for change in advice["changes"].as_array().expect("changes") {
        let place = change["place"].as_str().expect("a place");
        let pointer = format!("/{}", place.replace(['.', '['], "/").replace(']', ""));
        *quiz.pointer_mut(&pointer).expect("the points") = change["after"].clone();
    }
    let run = run(&["check", &folder.write("quiz.json", quiz.to_string())]);
    run.assert_prints("quiz.json: 0 problems, 0 findings");
}

#[test]
fn cause_without_a_test_case_is_found_with_strict_only() {
    let folder = TestFolder::new("untested");
    let mut quiz = bread();
    let cases = quiz.as_object_mut().expect("an object").remove("test_cases").expect("test cases");
    let path = folder.write("bread.json", quiz.to_string());
    let strict = run(&["check", "--strict", &path]);
    strict.assert_exit_code(1);
    strict.assert_prints("the quiz has no test cases");
    run(&["check", &path]).assert_prints("bread.json: 0 problems, 0 findings");
    // The file with test cases beside the quiz counts.
    let some = cases.as_array().expect("test cases").iter().filter(|it| it["expect"]["first"] != "oven");
    let some: Vec<&Value> = some.collect();
    folder.write("bread.test-cases.json", json!({"test_cases": some}).to_string());
    let strict = run(&["check", "--strict", &path]);
    strict.assert_exit_code(1);
    strict.assert_prints("no test case expects `oven`");
    strict.assert_prints("bread.json: 0 problems, 1 finding");
}
