//! `docs/accessibility.md` has a row for every criterion of WCAG. It and `docs/threat-model.md` name only tests that exist.

use std::collections::HashSet;
use std::process::Command;

const DOCUMENT: &str = include_str!("../../../../docs/accessibility.md");
const THREAT_MODEL: &str = include_str!("../../../../docs/threat-model.md");

/// The criteria of WCAG 2.2 of levels A and AA: <https://www.w3.org/TR/WCAG22/>.
const A: &str = "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 \
    2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2";
const AA: &str = "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 \
    3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3";

/// The rows of the tables: the number of the criterion, its level, and how the quiz meets it.
fn rows() -> Vec<(&'static str, &'static str, &'static str)> {
    let rows = DOCUMENT.lines().filter_map(|line| {
        let cells: Vec<&str> = line.strip_prefix("| ")?.split(" | ").map(str::trim).collect();
        let number = cells.first().filter(|it| it.starts_with(|it: char| it.is_ascii_digit()))?;
        Some((*number, *cells.get(2)?, *cells.get(3)?))
    });
    rows.collect()
}

#[test]
fn every_criterion_has_a_row_that_says_how_the_quiz_meets_it() {
    let mut found: Vec<_> = rows().into_iter().map(|(number, level, _)| (number, level)).collect();
    let mut expected: Vec<_> = [(A, "A"), (AA, "AA")]
        .iter()
        .flat_map(|(numbers, level)| numbers.split_whitespace().map(|number| (number, *level)))
        .collect();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
    assert!(rows().iter().all(|(.., how)| !how.is_empty()));
}

/// The names of this program's tests in a folder, such as `widget`.
fn tests_in(folder: &str) -> HashSet<String> {
    let list = Command::new(std::env::current_exe().expect("this program")).arg("--list").output();
    let list = String::from_utf8(list.expect("a list").stdout).expect("text");
    let prefix = format!("{folder}::");
    list.lines()
        .filter_map(|line| line.strip_prefix(&prefix)?.strip_suffix(": test"))
        .map(str::to_owned)
        .collect()
}

/// The names of the tests of the widget, without the engine and the input device.
fn tests() -> HashSet<String> {
    // They are listed as `widget::layout::in_landscape_every_screen_fits::firefox`.
    tests_in("widget")
        .iter()
        .filter_map(|name| name.rsplit_once("::"))
        .map(|(name, _engine)| {
            name.trim_end_matches("::by_mouse").trim_end_matches("::by_keyboard").to_owned()
        })
        .collect()
}

/// The names of tests in a text.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2).filter(|it| it.contains("::") && !it.contains('…'))
}

#[test]
fn every_test_that_the_document_names_exists() {
    let tests = tests();
    assert!(names(DOCUMENT).count() > 30, "the document names {} tests", names(DOCUMENT).count());
    for name in names(DOCUMENT) {
        assert!(tests.contains(name), "{name} does not exist");
    }
}

#[test]
fn every_browser_test_that_the_threat_model_names_exists() {
    for (kind, tests, at_least) in [("widget", tests(), 10), ("wordpress", tests_in("wordpress"), 2)] {
        let before = format!("| {kind}: ");
        let shown_by =
            THREAT_MODEL.lines().filter_map(|line| line.trim_end_matches(" |").rsplit_once(&before));
        let named: Vec<&str> = shown_by.flat_map(|(_, shown_by)| names(shown_by)).collect();
        assert!(named.len() > at_least, "the threat model names {} tests of {kind}", named.len());
        for name in named {
            assert!(tests.contains(name), "{name} does not exist");
        }
    }
}
