//! Test cases: those of the shipped quizzes pass, and failures and problems are listed.

use std::sync::Arc;

use crate::support::{FIVE_CAUSES, checked, five_causes, lines};
use serde_json::{Value, json};
use which_cause_quiz::{Action, ActualResult, Answers, Quiz, Session, TestCase, TestFailure, test_cases};

const KNOTS: &str = include_str!("../../../quizzes/upper-back-knots.test-cases.json");

fn cases_in(text: &str, quiz: &Quiz) -> Vec<TestCase> {
    test_cases(text, quiz).unwrap_or_else(|problems| panic!("{}", lines(&problems)))
}

#[test]
fn a_quiz_without_a_course_offers_none() {
    let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    file.as_object_mut().expect("an object").remove("course");
    let quiz = checked(&file);
    let failures = |course: bool| {
        let cases = json!({"test_cases": [{"id": "all", "answers": {}, "expect": {"course": course}}]});
        test_cases(&cases.to_string(), &quiz).expect("valid test cases")[0].failures(&quiz)
    };
    assert_eq!(failures(false), []);
    assert_eq!(failures(true), [TestFailure::Course { expected: true }]);
}

#[test]
fn every_test_case_of_the_five_cause_quiz_passes() {
    let quiz = five_causes();
    let test_cases = cases_in(KNOTS, &quiz);
    assert!(test_cases.len() >= 16);
    for case in test_cases {
        assert_eq!(case.failures(&quiz), [], "{}", case.id);
    }
}

#[test]
fn every_test_case_of_the_bread_quiz_passes() {
    let text = include_str!("../../../quizzes/dense-bread.json");
    let quiz = Arc::new(which_cause_quiz::read(text).expect("a quiz"));
    let test_cases = cases_in(text, &quiz);
    assert!(test_cases.len() >= 7);
    for case in test_cases {
        assert_eq!(case.failures(&quiz), [], "{}", case.id);
    }
}

/// The failures of the first test case with a verdict, after its expected result is replaced.
fn failures_of(verdict: &str, expect: Value) -> Vec<String> {
    let quiz = five_causes();
    let mut file: Value = serde_json::from_str(KNOTS).expect("JSON");
    let test_cases = file["test_cases"].as_array_mut().expect("test cases");
    test_cases.retain(|it| it["expect"]["verdict"] == verdict);
    test_cases.truncate(1);
    test_cases[0]["expect"] = expect;
    cases_in(&file.to_string(), &quiz)[0].failures(&quiz).iter().map(ToString::to_string).collect()
}

#[test]
fn every_difference_from_the_expected_result_is_listed() {
    let expect = json!({
        "verdict": "mixed", "level": "urgent", "first": "weak", "gap": 100, "course": true, "visit": false, "spread": true,
        "shown": ["tilt"]
    });
    assert_eq!(
        failures_of("leads", expect),
        [
            "the verdict should be mixed but is leads",
            "the level should be urgent but is none",
            "the first cause should be weak but is body",
            "spread should be true but is false",
            "visit should be false but is true",
            "course should be true but is false",
            "the gap should be 100 or more but is 47",
            "tilt should be shown but is not",
        ]
    );
}

#[test]
fn every_difference_is_listed_for_a_stopped_quiz() {
    let expect = json!({
        "verdict": "leads", "level": "urgent", "first": "weak", "gap": 1, "course": true, "visit": true, "spread": true,
        "shown": ["tilt"]
    });
    assert_eq!(
        failures_of("stopped", expect),
        [
            "the verdict should be leads but is stopped",
            "the level should be urgent but is emergency",
            "the first cause should be weak but is none",
            "spread should be true but is false",
            "visit should be true but is false",
            "course should be true but is false",
            "the gap should be 1 or more but there is none",
            "tilt should be shown but is not",
        ]
    );
}

#[test]
fn every_problem_of_test_cases_is_reported_with_its_path() {
    let quiz = five_causes();
    let file = json!({"test_cases": [
        {"id": "a", "answers": {"wher": "both", "where": "bth", "signs": ["none", "tired", "tired"], "builds": ["any_time", "screen"]}, "expect": {}},
        {"id": "a", "safety": {"nw": [], "now": ["chst"]}, "expect": {"verdict": "lead", "level": "now", "first": "pos", "shown": ["weak", "wek"], "gap": 100_001}},
        {"story": "No id and nothing to expect.", "anwers": {}},
        {"id": "b", "_note": "Fine.", "answers": {"_note": "Fine.", "where": true}, "expect": {"firs": "weak", "visit": 1}},
    ]});
    let problems = test_cases(&file.to_string(), &quiz).expect_err("problems");
    let mut reported: Vec<String> = problems.iter().map(ToString::to_string).collect();
    reported.sort();
    assert_eq!(
        reported,
        [
            "test_cases[0].answers.builds: 2 choices are picked, but a reader can pick only one here",
            "test_cases[0].answers.signs[0]: an exclusive choice cannot be combined with others",
            "test_cases[0].answers.signs[2]: `tired` is listed twice; list it once",
            "test_cases[0].answers.wher: there is no question `wher`; did you mean `where`?",
            "test_cases[0].answers.where: there is no choice `bth`; did you mean `both`?",
            "test_cases[1].expect.first: there is no cause `pos`; it must be `body` or `posture` or `weak` or `hold` or `tilt`",
            "test_cases[1].expect.gap: 100001 is out of range; it must be from 0 to 100000",
            "test_cases[1].expect.level: `now` is not allowed here; expected `soon` or `stop` or `urgent` or `emergency`",
            "test_cases[1].expect.shown[1]: there is no cause `wek`; did you mean `weak`?",
            "test_cases[1].expect.verdict: `lead` is not allowed here; expected `leads` or `mixed` or `nothing` or `stopped`; did you mean `leads`?",
            "test_cases[1].id: `a` is already used; each test case needs its own id",
            "test_cases[1].safety.now[0]: there is no choice `chst`; did you mean `chest`?",
            "test_cases[1].safety.nw: there is no screen `nw`; did you mean `now`?",
            "test_cases[2].anwers: unknown key; did you mean `answers`?",
            "test_cases[2].expect: missing; expected an object: the result that the reader must get",
            "test_cases[2].id: missing; expected text",
            "test_cases[3].answers.where: found true or false; expected a choice's id, a step of a scale, or a list of choices",
            "test_cases[3].expect.firs: unknown key; did you mean `first`?",
            "test_cases[3].expect.visit: found a whole number; expected true or false",
        ]
    );
}

#[test]
fn the_answers_of_a_session_lead_to_the_same_result() {
    let quiz = five_causes();
    for case in cases_in(KNOTS, &quiz) {
        let session = case.answers.replay(Arc::clone(&quiz));
        let answers = Answers::of_session(&session);
        let again = answers.replay(Arc::clone(&quiz));
        assert_eq!(ActualResult::of_session(&again), ActualResult::of_session(&session), "{}", case.id);
        assert_eq!(again.serialize(), session.serialize(), "{}", case.id);
    }
}

#[test]
fn the_answers_of_a_session_in_the_middle_are_those_that_the_reader_has_passed() {
    let quiz = five_causes();
    let passed = Session::new(quiz).apply(&Action::Pick("none".into())).apply(&Action::Next);
    let answers = Answers::of_session(&passed);
    assert!(answers.safety.0.is_empty() && answers.answers.0.is_empty());
    assert_eq!(ActualResult::of_session(&passed).verdict, None);
}
