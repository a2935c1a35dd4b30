//! `which-cause new`: the quiz to start from.

use crate::support::{TestFolder, run};

#[test]
fn new_quiz_has_no_problems_and_no_findings_and_passes_its_test_cases() {
    let folder = TestFolder::new("new");
    let path = folder.file("quiz.json");
    run(&["new", &path]).assert_exit_code(0);
    run(&["check", "--strict", &path]).assert_exit_code(0);
    run(&["test", &path]).assert_exit_code(0);
}

#[test]
fn new_does_not_overwrite_a_file() {
    let folder = TestFolder::new("new-exists");
    let run = run(&["new", &folder.write("quiz.json", "mine")]);
    run.assert_exit_code(2);
    run.assert_prints("this file already exists");
    assert_eq!(folder.read("quiz.json"), "mine");
}

#[test]
fn new_needs_a_file_name() {
    let run = run(&["new", "-"]);
    run.assert_exit_code(2);
    run.assert_prints("give a file name: `new` does not write to standard output");
}
