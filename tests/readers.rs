//! Every reader of the shipped quizzes gets the result they must.

mod support;

use std::sync::Arc;

use serde::Deserialize;
use support::five_causes;
use which_cause::quiz::Case;

#[derive(Deserialize)]
struct Readers {
    readers: Vec<Case>,
}

#[test]
fn every_reader_of_the_five_cause_quiz_gets_the_result_they_must() {
    let readers: Readers =
        serde_json::from_str(include_str!("../quizzes/upper-back-knots.readers.json")).expect("readers");
    assert!(readers.readers.len() >= 16);
    let quiz = five_causes();
    for case in readers.readers {
        assert_eq!(case.misses(&quiz), [] as [&str; 0], "{}", case.id);
    }
}

#[test]
fn every_reader_of_the_quiz_about_bread_gets_the_result_they_must() {
    let text = include_str!("../quizzes/dense-bread.json");
    let Readers { readers } = serde_json::from_str(text).expect("readers");
    assert!(readers.len() >= 7);
    let quiz = Arc::new(which_cause::quiz::read(text).expect("a quiz"));
    for case in readers {
        assert_eq!(case.misses(&quiz), [] as [&str; 0], "{}", case.id);
    }
}

#[test]
fn what_a_reader_gets_instead_is_told() {
    let mut readers: Readers =
        serde_json::from_str(include_str!("../quizzes/upper-back-knots.readers.json")).expect("readers");
    let mut case = readers.readers.remove(1);
    case.expect.first = Some("weak".to_owned());
    case.expect.gap = Some(100);
    case.expect.course = Some(false);
    case.expect.shown = vec!["tilt".to_owned()];
    assert_eq!(
        case.misses(&five_causes()),
        [
            "the first cause should be weak and is posture",
            "course should be false and is true",
            "the gap should be 100 or more and is 85",
            "tilt should be shown and is not",
        ]
    );
}
