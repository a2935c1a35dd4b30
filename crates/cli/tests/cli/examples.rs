//! The examples in `quizzes/examples/`: each is valid and fair, its test cases pass, and the README lists it.

use std::path::Path;

use crate::support::{ROOT, run_in};

const README: &str = include_str!("../../../../quizzes/examples/README.md");

/// The names of the examples, without `.json`.
fn examples() -> Vec<String> {
    let folder = std::fs::read_dir(Path::new(ROOT).join("quizzes/examples")).expect("the examples");
    let names = folder.map(|file| file.expect("a file").file_name().into_string().expect("UTF-8"));
    let mut names: Vec<String> =
        names.filter_map(|name| Some(name.strip_suffix(".json")?.to_owned())).collect();
    names.retain(|name| !name.contains('.'));
    names.sort();
    names
}

#[test]
fn every_example_is_valid_and_fair_and_its_test_cases_pass() {
    let folder = Path::new(ROOT).join("quizzes/examples");
    assert!(examples().len() >= 5);
    for name in examples() {
        let [quiz, cases] = ["json", "test-cases.json"].map(|ending| format!("{name}.{ending}"));
        let check = run_in(&folder, &["check", "--strict", &quiz, &cases]);
        check.assert_exit_code(0);
        check.assert_prints(&format!("{quiz}: 0 problems, 0 findings"));
        check.assert_prints(&format!("{cases}: 0 problems"));
        run_in(&folder, &["test", &quiz, "--cases", &cases]).assert_exit_code(0);
    }
}

#[test]
fn the_list_of_examples_names_each() {
    let listed: Vec<&str> = README
        .lines()
        .filter_map(|line| line.strip_prefix("| [`")?.split_once(".json`]"))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(listed, examples());
}
