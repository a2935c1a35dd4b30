//! Every reader of the shipped quizzes gets the result they must.

mod support;

use std::sync::Arc;

use serde_json::{Value, json};
use support::{five_causes, lines};
use which_cause_quiz::{Quiz, TestCase, test_cases};

const KNOTS: &str = include_str!("../../../quizzes/upper-back-knots.test-cases.json");

fn cases_in(text: &str, quiz: &Quiz) -> Vec<TestCase> {
    test_cases(text, quiz).unwrap_or_else(|problems| panic!("{}", lines(&problems)))
}

#[test]
fn every_reader_of_the_five_cause_quiz_gets_the_result_they_must() {
    let quiz = five_causes();
    let test_cases = cases_in(KNOTS, &quiz);
    assert!(test_cases.len() >= 16);
    for case in test_cases {
        assert_eq!(case.misses(&quiz), [] as [&str; 0], "{}", case.id);
    }
}

#[test]
fn every_reader_of_the_quiz_about_bread_gets_the_result_they_must() {
    let text = include_str!("../../../quizzes/dense-bread.json");
    let quiz = Arc::new(which_cause_quiz::read(text).expect("a quiz"));
    let test_cases = cases_in(text, &quiz);
    assert!(test_cases.len() >= 7);
    for case in test_cases {
        assert_eq!(case.misses(&quiz), [] as [&str; 0], "{}", case.id);
    }
}

/// The first reader who gets a verdict, after a change to what they must get.
fn misses_of(verdict: &str, expect: Value) -> Vec<String> {
    let quiz = five_causes();
    let mut file: Value = serde_json::from_str(KNOTS).expect("JSON");
    let readers = file["test_cases"].as_array_mut().expect("test cases");
    readers.retain(|it| it["expect"]["verdict"] == verdict);
    readers.truncate(1);
    readers[0]["expect"] = expect;
    cases_in(&file.to_string(), &quiz)[0].misses(&quiz)
}

#[test]
fn what_a_reader_gets_instead_is_told() {
    let expect = json!({
        "verdict": "mixed", "level": "urgent", "first": "weak", "gap": 100, "course": true, "visit": false, "spread": true,
        "shown": ["tilt"]
    });
    assert_eq!(
        misses_of("leads", expect),
        [
            "the verdict should be mixed and is leads",
            "the level should be urgent and is none",
            "the first cause should be weak and is body",
            "spread should be true and is false",
            "visit should be false and is true",
            "course should be true and is false",
            "the gap should be 100 or more and is 47",
            "tilt should be shown and is not",
        ]
    );
}

#[test]
fn of_a_reader_who_is_stopped_everything_is_held_as_well() {
    let expect = json!({
        "verdict": "leads", "level": "urgent", "first": "weak", "gap": 1, "course": true, "visit": true, "spread": true,
        "shown": ["tilt"]
    });
    assert_eq!(
        misses_of("stopped", expect),
        [
            "the verdict should be leads and is stopped",
            "the level should be urgent and is emergency",
            "the first cause should be weak and is none",
            "spread should be true and is false",
            "visit should be true and is false",
            "course should be true and is false",
            "the gap should be 1 or more and there is none",
            "tilt should be shown and is not",
        ]
    );
}

#[test]
fn everything_that_is_wrong_with_readers_is_told_with_its_place() {
    let quiz = five_causes();
    let file = json!({"test_cases": [
        {"id": "a", "answers": {"wher": "both", "where": "bth", "signs": ["none", "tired", "tired"], "builds": ["any_time", "screen"]}, "expect": {}},
        {"id": "a", "safety": {"nw": [], "now": ["chst"]}, "expect": {"verdict": "lead", "level": "now", "first": "pos", "shown": ["weak", "wek"], "gap": 101}},
        {"story": "No id and nothing to expect.", "anwers": {}},
        {"id": "b", "_note": "Fine.", "answers": {"_note": "Fine.", "where": 7}, "expect": {"firs": "weak", "visit": 1}},
    ]});
    let problems = test_cases(&file.to_string(), &quiz).expect_err("problems");
    let mut told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    told.sort();
    assert_eq!(
        told,
        [
            "test_cases[0].answers.builds: choices: 2; of this question one is picked",
            "test_cases[0].answers.signs[0]: an exclusive choice beside others; it stands alone",
            "test_cases[0].answers.signs[2]: `tired` stands here twice; once is enough",
            "test_cases[0].answers.wher: no question is called `wher`; did you mean `where`?",
            "test_cases[0].answers.where: no choice is called `bth`; did you mean `both`?",
            "test_cases[1].expect.first: no cause is called `pos`",
            "test_cases[1].expect.gap: 101 is out of range; it may be 0 to 100",
            "test_cases[1].expect.level: `now` is not known here; it may be `soon` or `urgent` or `emergency`",
            "test_cases[1].expect.shown[1]: no cause is called `wek`; did you mean `weak`?",
            "test_cases[1].expect.verdict: `lead` is not known here; it may be `leads` or `mixed` or `nothing` or `stopped`",
            "test_cases[1].id: `a` stands here a second time; each test case needs an id of its own",
            "test_cases[1].safety.now[0]: no choice is called `chst`; did you mean `chest`?",
            "test_cases[1].safety.nw: no screen is called `nw`; did you mean `now`?",
            "test_cases[2].anwers: nothing reads a key of this name; did you mean `answers`?",
            "test_cases[2].expect: missing; here belongs an object: the result that the reader must get",
            "test_cases[2].id: missing; here belongs text",
            "test_cases[3].answers.where: here is a whole number; here belongs a choice's id, or a list of them",
            "test_cases[3].expect.firs: nothing reads a key of this name; did you mean `first`?",
            "test_cases[3].expect.visit: here is a whole number; here belongs true or false",
        ]
    );
}
