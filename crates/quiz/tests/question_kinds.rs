//! Kinds of questions: a scale, a limit of ticks, a required question, "none of these" in a pick-one question.

use std::rc::Rc;
use std::sync::Arc;

use crate::support::{Reader, checked, lines, quiz_of, tick_all};
use serde_json::{Value, json};
use which_cause_quiz::{Answers, Placeholders, PlainDigits, Quiz, Regions, Session, read};

/// "I plan my week": five steps, whose high end speaks for `a` and whose low end speaks for `b`.
fn scale() -> Value {
    json!({"id": "plans", "kind": "scale", "text": "I plan my week.", "scale": {
        "steps": 5,
        "low": {"text": "Never", "points": {"b": 2}},
        "high": {"text": "Always", "points": {"a": 1}}
    }})
}

/// Three boxes of 3, 2 and 1 points, of which a reader can tick two.
fn limited() -> Value {
    let mut question = tick_all("likes", &[json!({"a": 3}), json!({"a": 2}), json!({"a": 1, "b": 1})]);
    question["at_most"] = json!(2);
    question
}

fn quiz(questions: Value) -> Arc<Quiz> {
    let mut file = quiz_of(&["a", "b"], questions);
    file["words"]["tick_at_most"] = json!("Tick up to {n}.");
    checked(&file)
}

/// The points of each cause, and the most that it could have.
fn points(reader: &Reader) -> Vec<(i32, i32)> {
    let mut ranking = reader.result().ranking;
    ranking.sort_by_key(|it| it.cause.id.clone());
    ranking.iter().map(|it| (it.raw, it.max)).collect()
}

fn placeholders(quiz: &Quiz) -> Placeholders {
    quiz.placeholders(Regions::default(), Rc::new(PlainDigits))
}

#[test]
fn each_step_of_a_scale_gives_the_points_of_an_end_once_more() {
    let quiz = quiz(json!([scale()]));
    for (step, expected) in [("1", [0, 8]), ("2", [1, 6]), ("3", [2, 4]), ("4", [3, 2]), ("5", [4, 0])] {
        let reader = Reader::of(&quiz).picks(&[step]).goes_on();
        assert_eq!(points(&reader), [(expected[0], 4), (expected[1], 8)], "step {step}");
    }
}

#[test]
fn a_scale_takes_one_step() {
    let reader = Reader::of(&quiz(json!([scale()]))).picks(&["2", "4"]);
    assert_eq!(reader.has_picked(), ["4"]);
}

#[test]
fn an_answer_on_a_scale_names_the_ends() {
    let quiz = quiz(json!([scale()]));
    let said = |step| {
        let reader = Reader::of(&quiz).picks(&[step]).goes_on();
        reader.result().sheet(&placeholders(&quiz), None).to_text()
    };
    assert!(said("1").contains("- I plan my week. – 1 = Never\n"), "{}", said("1"));
    assert!(said("4").contains("- I plan my week. – 4 (1 = Never … 5 = Always)\n"), "{}", said("4"));
}

#[test]
fn a_test_case_answers_a_scale_with_a_number() {
    let quiz = quiz(json!([scale()]));
    let answers = Answers::read(r#"{"answers": {"plans": 4}}"#, &quiz).expect("valid answers");
    assert_eq!(points(&Reader(answers.replay(quiz.clone()))), [(3, 4), (2, 8)]);
    let problems = Answers::read(r#"{"answers": {"plans": 6}}"#, &quiz).expect_err("a problem");
    assert_eq!(
        lines(&problems),
        "answers.plans: there is no choice `6`; it must be `1` or `2` or `3` or `4` or `5`"
    );
}

#[test]
fn a_reader_with_too_many_ticks_stays_and_is_told_the_limit() {
    let quiz = quiz(json!([limited(), scale()]));
    let reader = Reader::of(&quiz).picks(&["c0", "c1", "c2"]).goes_on();
    assert_eq!(reader.is_at(), "question likes");
    assert!(reader.0.invalid_answer());
    let question = &quiz.questions()[0];
    assert_eq!(question.hint(quiz.words()).as_written(), "Tick up to 2.");
    assert_eq!(question.error(quiz.words()).as_written(), "Tick up to 2.");
    let reader = reader.unpicks("c1").goes_on();
    assert_eq!(reader.is_at(), "question plans");
}

#[test]
fn only_the_best_ticks_within_the_limit_count_as_reachable() {
    let quiz = quiz(json!([limited()]));
    assert_eq!(points(&Reader::of(&quiz).picks(&["c0", "c2"]).goes_on()), [(4, 5), (1, 1)]);
}

#[test]
fn a_stored_session_does_not_pass_a_question_with_too_many_ticks() {
    let quiz = quiz(json!([limited(), scale()]));
    let session = Session::restore(quiz, "questions.plans\nquestions.likes 3 c0 c1 c2");
    assert_eq!(Reader(session).is_at(), "question likes");
}

#[test]
fn a_session_with_too_many_ticks_has_its_error_message_in_a_translation() {
    let [original, translation] = [(); 2].map(|()| quiz(json!([limited(), scale()])));
    let reader = Reader::of(&original).picks(&["c0", "c1", "c2"]).goes_on();
    assert!(reader.0.clone().in_quiz(&translation).invalid_answer());
    // With an answer the reader stays where they are.
    let reader = Reader(reader.unpicks("c1").0.in_quiz(&translation));
    assert_eq!(reader.is_at(), "question likes");
}

#[test]
fn a_required_question_cannot_be_skipped() {
    let mut required = scale();
    required["required"] = json!(true);
    let quiz = quiz(json!([required, limited()]));
    let reader = Reader::of(&quiz).skips();
    assert_eq!(reader.is_at(), "question plans");
    assert!(reader.clone().goes_on().0.invalid_answer());
    // The file's own message for a pick-one question goes on with "or skip this one".
    assert_eq!(quiz.questions()[0].error(quiz.words()).as_written(), "Pick the one that fits best.");
    assert_eq!(reader.picks(&["3"]).goes_on().is_at(), "question likes");
    // Neither by a session that was stored before the question became a required one.
    let session = Session::restore(quiz, "questions.likes\nquestions.plans 5");
    assert_eq!(Reader(session).is_at(), "question plans");
}

#[test]
fn none_of_these_in_a_pick_one_question_is_no_problem() {
    let question = json!({"id": "q", "kind": "one", "text": "Which?", "choices": [
        {"id": "x", "text": "X", "points": {"a": 1, "b": 1}}, {"id": "none", "text": "None", "exclusive": true}
    ]});
    let reader = Reader::of(&quiz(json!([question]))).picks(&["x", "none"]);
    assert_eq!(reader.has_picked(), ["none"]);
}

/// The problems with a quiz of these questions, in a language without built-in words and without those for a limit of ticks.
fn problems(questions: Value) -> String {
    let mut file = quiz_of(&["a", "b"], questions);
    file["language"] = json!("la");
    read(&file.to_string()).map_or_else(|problems| lines(&problems), |_| String::new())
}

#[test]
fn keys_of_another_kind_of_question_are_reported() {
    let (mut one, mut steps, mut ticks) = (scale(), scale(), limited());
    one["kind"] = json!("one");
    one["at_most"] = json!(1);
    one["choices"] =
        json!([{"id": "x", "text": "X", "points": {"a": 1}}, {"id": "y", "text": "Y", "points": {"b": 1}}]);
    steps["id"] = json!("steps");
    steps["choices"] = one["choices"].clone();
    ticks["required"] = json!(true);
    ticks["at_most"] = json!(3);
    assert_eq!(
        problems(json!([one, steps, ticks, {"id": "none", "kind": "scale", "text": "And?"}])),
        "words.tick_at_most: missing, but required by a question with `at_most`\n\
         questions[0].at_most: only a question of kind `all` has this; remove it, or change `kind`\n\
         questions[0].scale: only a question of kind `scale` has this; remove it, or change `kind`\n\
         questions[1].choices: only a question of kind `one` or `all` has this; remove it, or change `kind`\n\
         questions[2].at_most: a reader can tick at most 3 here anyway; write a lower number, or remove `at_most`\n\
         questions[2].choices: a reader without any of these cannot continue; add an `exclusive` choice, like \"None of these\"\n\
         questions[3].scale: missing, but required by kind `scale`"
    );
}

#[test]
fn a_scale_has_three_to_eleven_steps_and_two_labels() {
    let mut question = scale();
    question["scale"]["steps"] = json!(12);
    question["scale"]["low"] = json!({"points": {"weak": 1}});
    assert_eq!(
        problems(json!([question])),
        "questions[0].scale.steps: 12 is out of range; it must be from 3 to 11\n\
         questions[0].scale.low.text: missing; expected text\n\
         questions[0].scale.low.points.weak: there is no cause `weak`; if it was renamed, write its new id: `b`"
    );
}
