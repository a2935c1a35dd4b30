//! What is odd about a quiz that is right is told, and what is not odd is not.

mod support;

use serde_json::{Value, json};
use support::{FIVE_CAUSES, checked, five_causes, quiz_of, tick_all};
use which_cause::quiz::odds::Model;
use which_cause::quiz::{findings, hard_texts};

/// The lines about a quiz with these questions, apart from what the rest of it leaves unused.
fn found(causes: &[&str], questions: Value) -> Vec<String> {
    let mut file = quiz_of(causes, questions);
    for part in ["flags", "sources", "safety_sources"] {
        file[part] = json!([]);
    }
    file["verdicts"]["nothing"]["sources"] = json!([]);
    for cause in file["causes"].as_array_mut().expect("causes") {
        cause["sources"] = json!([]);
    }
    lines(&checked(&file))
}

fn lines(quiz: &which_cause::quiz::Quiz) -> Vec<String> {
    let mut random = fastrand::Rng::with_seed(3);
    findings(quiz, Model { tick: 0.25 }, || random.f64()).iter().map(ToString::to_string).collect()
}

#[test]
fn nothing_is_odd_about_the_shipped_quiz() {
    assert_eq!(lines(&five_causes()), [] as [&str; 0]);
}

#[test]
fn a_cause_that_no_answers_can_make_lead_is_found() {
    // Whoever gives a point to a gives one to b: they are always level.
    let q = |id| tick_all(id, &[json!({"a": 1, "b": 1}), json!({"c": 2})]);
    let found = found(&["a", "b", "c"], json!([q("x"), q("y")]));
    for line in ["causes[0]: no answers at all make `a` lead", "causes[1]: no answers at all make `b` lead"] {
        assert!(found.iter().any(|it| it.starts_with(line)), "{found:#?}");
    }
    assert!(!found.iter().any(|it| it.contains("make `c` lead;")), "{found:#?}");
}

#[test]
fn a_cause_that_leads_more_than_twice_as_often_as_another_is_found() {
    let choices = ["a", "a", "a", "b"]
        .iter()
        .enumerate()
        .map(|(i, cause)| json!({"id": format!("c{i}"), "text": "This", "points": {*cause: 3}}));
    let q = json!({"id": "q", "kind": "one", "text": "Which?", "choices": choices.collect::<Vec<_>>()});
    let found = found(&["a", "b"], json!([q]));
    let line = "causes[0]: under random answers `a` leads 75.0 % of the time and `b` 25.0 %; more than twice as often is lopsided";
    assert!(found.iter().any(|it| it == line), "{found:#?}");
}

#[test]
fn a_choice_that_changes_nothing_is_found_and_one_that_is_there_to_say_nothing_fits_is_not() {
    let heavy = |id| tick_all(id, &[json!({"a": 9}), json!({"b": 9})]);
    let mut idle = tick_all("idle", &[json!({"a": 9}), json!({"b": 9}), json!({})]);
    idle["choices"]
        .as_array_mut()
        .expect("choices")
        .push(json!({"id": "no", "text": "No", "exclusive": true}));
    let one = json!({"id": "one", "kind": "one", "text": "Which?", "choices": [
        {"id": "x", "text": "X", "points": {"a": 9}}, {"id": "fine", "text": "Fine"}
    ]});
    let found = found(&["a", "b"], json!([heavy("x"), idle, one]));
    let idle: Vec<&String> = found.iter().filter(|it| it.contains("changes no verdict")).collect();
    assert_eq!(idle, ["questions[1].choices[2]: picking `c2` changes no verdict, whatever else is answered"]);
}

#[test]
fn points_too_few_to_matter_are_found_by_looking_at_every_answer() {
    // Of five questions each gives 9 points to a or to b. One point more moves a by 2 of 100, and whatever the five
    // say the two are further from the margin and from the least score than that.
    let mut questions: Vec<Value> = (0..5)
        .map(|i| {
            json!({"id": format!("q{i}"), "kind": "one", "text": "Which?", "choices": [
                {"id": "x", "text": "X", "points": {"a": 9}}, {"id": "y", "text": "Y", "points": {"b": 9}}
            ]})
        })
        .collect();
    let mut little = tick_all("little", &[json!({"a": 1})]);
    little["choices"]
        .as_array_mut()
        .expect("choices")
        .push(json!({"id": "no", "text": "No", "exclusive": true}));
    questions.push(little);
    let found = found(&["a", "b"], json!(questions));
    let line = "questions[5]: `little` could be left out: no answer to it changes any verdict";
    assert!(found.iter().any(|it| it == line), "{found:#?}");
}

#[test]
fn a_question_that_could_be_left_out_is_found() {
    let real = |id| tick_all(id, &[json!({"a": 3}), json!({"b": 3})]);
    let none = json!({"id": "none", "kind": "one", "text": "How are you?", "choices": [
        {"id": "x", "text": "Well"}, {"id": "y", "text": "Fine"}
    ]});
    let found = found(&["a", "b"], json!([real("x"), none, real("y")]));
    assert!(
        found
            .iter()
            .any(|it| it == "questions[1]: `none` could be left out: no answer to it changes any verdict"),
        "{found:#?}"
    );
}

#[test]
fn a_question_that_can_make_a_cause_lead_alone_is_found() {
    let found = found(
        &["a", "b"],
        json!([
            tick_all("x", &[json!({"a": 3}), json!({"b": 1})]),
            tick_all("y", &[json!({"b": 9}), json!({"a": 1})])
        ]),
    );
    assert!(found.iter().any(|it| it.starts_with("questions[0]: `x` alone can make `a` lead")), "{found:#?}");
    assert!(
        !found.iter().any(|it| it.starts_with("questions[0]: `x` alone can make `b` lead")),
        "{found:#?}"
    );
}

#[test]
fn what_is_declared_and_never_named_is_found() {
    let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    file["flags"].as_array_mut().expect("flags").push(json!({"id": "lost", "text": "Lost."}));
    file["sources"]
        .as_array_mut()
        .expect("sources")
        .push(json!({"id": "book", "name": "A book", "url": "https://example.org/"}));
    let quiz = checked(&file);
    assert_eq!(
        lines(&quiz),
        ["flags[10]: nothing names the flag `lost`", "sources[15]: nothing names the source `book`"]
    );
}

#[test]
fn a_text_that_is_hard_to_read_is_found_in_english_alone() {
    let hard = "Contemporary physiological considerations notwithstanding, musculoskeletal interventions demonstrate \
                heterogeneous effectiveness.";
    let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    file["causes"][0]["means"] = json!(hard);
    let of = |file: &Value| {
        let value: which_cause::quiz::Value = serde_json::from_str(&file.to_string()).expect("JSON");
        hard_texts(&value).iter().map(|it| it.place.to_string()).collect::<Vec<_>>()
    };
    let before = of(&serde_json::from_str(FIVE_CAUSES).expect("JSON"));
    let mut after = of(&file);
    after.retain(|it| !before.contains(it));
    assert_eq!(after, ["causes[0].means"]);
    file["language"] = json!("de");
    assert_eq!(of(&file), [] as [&str; 0]);
}
