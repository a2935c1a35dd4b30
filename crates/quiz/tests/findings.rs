//! Findings about the points and parts of a quiz.

use crate::support::{checked, finding_lines, five_causes, quiz_of, tick_all};
use serde_json::{Value, json};
use which_cause_quiz::{findings, findings_with_progress};

/// The findings about a quiz with these causes and questions, without unused flags and sources.
fn found(causes: &[&str], questions: Value) -> Vec<String> {
    let mut file = quiz_of(causes, questions);
    for part in ["flags", "sources", "safety_sources"] {
        file[part] = json!([]);
    }
    file["verdicts"]["nothing"]["sources"] = json!([]);
    for cause in file["causes"].as_array_mut().expect("causes") {
        cause["sources"] = json!([]);
    }
    finding_lines(&checked(&file))
}

#[test]
fn the_shipped_quiz_has_no_findings() {
    assert_eq!(finding_lines(&five_causes()), [] as [&str; 0]);
}

#[test]
fn a_cause_that_can_never_lead_is_found() {
    // Every choice gives a and b the same points, so they always tie.
    let q = |id| tick_all(id, &[json!({"a": 1, "b": 1}), json!({"c": 2})]);
    let found = found(&["a", "b", "c"], json!([q("x"), q("y")]));
    for line in ["causes[0]: no answers make `a` lead", "causes[1]: no answers make `b` lead"] {
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
    let line = "causes[0]: if readers answer at random and tick 25 % of the boxes, `a` leads 75.0 % of the time and `b` 25.0 %; no cause should lead more than twice as often as another";
    assert!(found.iter().any(|it| it == line), "{found:#?}");
}

#[test]
fn a_choice_that_changes_nothing_is_found_unless_it_says_that_nothing_fits() {
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
    let idle: Vec<&String> = found.iter().filter(|it| it.contains("never changes the result")).collect();
    assert_eq!(idle, ["questions[1].choices[2]: picking `c2` never changes the result"]);
}

#[test]
fn points_too_few_to_matter_are_found() {
    // One question gives 9 points to a or to b, or is skipped. One more point for a is a tenth of its maximum, which never
    // changes the result.
    let mut questions = vec![json!({"id": "q", "kind": "one", "text": "Which?", "choices": [
        {"id": "x", "text": "X", "points": {"a": 9}}, {"id": "y", "text": "Y", "points": {"b": 9}}
    ]})];
    let mut little = tick_all("little", &[json!({"a": 1})]);
    little["choices"]
        .as_array_mut()
        .expect("choices")
        .push(json!({"id": "no", "text": "No", "exclusive": true}));
    questions.push(little);
    let found = found(&["a", "b"], json!(questions));
    let line = "questions[1]: `little` can be removed: no answer to it changes any result";
    assert!(found.iter().any(|it| it == line), "{found:#?}");
}

#[test]
fn a_question_that_can_be_removed_is_found() {
    let real = |id| tick_all(id, &[json!({"a": 3}), json!({"b": 3})]);
    let none = json!({"id": "none", "kind": "one", "text": "How are you?", "choices": [
        {"id": "x", "text": "Well"}, {"id": "y", "text": "Fine"}
    ]});
    let found = found(&["a", "b"], json!([real("x"), none, real("y")]));
    assert!(
        found
            .iter()
            .any(|it| it == "questions[1]: `none` can be removed: no answer to it changes any result"),
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
fn a_cause_that_leads_only_after_a_skip_can_lead() {
    // Every answer to the first question gives points to b. Only a reader who skips it can get a alone.
    let both = json!({"id": "both", "kind": "one", "text": "Which?", "choices": [
        {"id": "x", "text": "X", "points": {"b": 9}}, {"id": "y", "text": "Y", "points": {"b": 8}}
    ]});
    let found = found(&["a", "b"], json!([both, tick_all("x", &[json!({"a": 9}), json!({})])]));
    assert!(!found.iter().any(|it| it.contains("make `a` lead; give")), "{found:#?}");
}

#[test]
fn a_question_that_differs_from_skipping_it_cannot_be_removed() {
    // Both choices give the same points, but a reader can also skip the question.
    let real = |id| tick_all(id, &[json!({"a": 3}), json!({"b": 3})]);
    let one = json!({"id": "one", "kind": "one", "text": "Which?", "choices": [
        {"id": "x", "text": "X", "points": {"a": 9}}, {"id": "y", "text": "Y", "points": {"a": 9, "b": 0}}
    ]});
    let mut one = one;
    one["choices"][1]["points"] = json!({"a": 9});
    let found = found(&["a", "b"], json!([real("x"), one, real("y")]));
    assert!(!found.iter().any(|it| it.starts_with("questions[1]: `one` can be removed")), "{found:#?}");
}

#[test]
fn equal_texts_and_a_missing_none_choice_are_found() {
    let mut twins = tick_all("q", &[json!({"a": 3}), json!({"b": 3})]);
    twins["choices"][1]["text"] = json!("Choice 0");
    let found = found(&["a", "b"], json!([twins, tick_all("r", &[json!({"a": 3}), json!({"b": 3})])]));
    for line in [
        "questions[0].choices[1].text: `c0` has the same text, so readers cannot tell the two apart",
        "questions[0].choices: if nothing fits, a reader can only skip this question; add an `exclusive` choice, like \"None of these\"",
    ] {
        assert!(found.iter().any(|it| it == line), "{found:#?}");
    }
}

#[test]
fn the_tick_chance_decides_whether_odds_are_lopsided() {
    let quiz = five_causes();
    let lopsided = |tick| {
        let mut random = fastrand::Rng::with_seed(3);
        findings(&quiz, tick, || random.f64()).iter().filter(|it| it.kind.code() == "lopsided").count()
    };
    // With a higher tick chance, long tick-all questions outweigh pick-one questions.
    assert_eq!((lopsided(0.25), lopsided(0.5)), (0, 1));
}

#[test]
fn a_quiz_whose_causes_rarely_lead_is_found() {
    // Each choice gives points to both causes, so they are nearly always close.
    let both =
        |id| tick_all(id, &[json!({"a": 3, "b": 2}), json!({"a": 2, "b": 3}), json!({"a": 3, "b": 3})]);
    let found = found(&["a", "b"], json!([both("x"), both("y"), both("z")]));
    assert!(
        found.iter().any(|it| it.starts_with("scoring: if readers answer at random")
            && it.contains("fewer than one in five")),
        "{found:#?}"
    );
    assert!(
        !found.iter().any(|it| it.contains("of the mixed results")),
        "two of two causes are shown: {found:#?}"
    );
}

#[test]
fn a_quiz_whose_mixed_results_mostly_omit_close_causes_is_found() {
    let all = |id| {
        tick_all(
            id,
            &[
                json!({"a": 3, "b": 3, "c": 3, "d": 3}),
                json!({"a": 1}),
                json!({"b": 1}),
                json!({"c": 1, "d": 1}),
            ],
        )
    };
    let mut file = quiz_of(&["a", "b", "c", "d"], json!([all("x"), all("y"), all("z")]));
    file["scoring"]["most_shown"] = json!(2);
    let spread =
        |file: &Value| finding_lines(&checked(file)).iter().any(|it| it.starts_with("scoring.most_shown: "));
    assert!(spread(&file), "{:#?}", finding_lines(&checked(&file)));
    file["scoring"]["most_shown"] = json!(4);
    assert!(!spread(&file));
}

/// A quiz of 40 tick-all questions and 50 causes.
fn large() -> Value {
    let question = |i: usize| {
        let points: Vec<Value> =
            (0..12).map(|j| json!({format!("c{}", (i * 7 + j) % 50): 1 + j % 3})).collect();
        tick_all(&format!("q{i}"), &points)
    };
    let causes: Vec<String> = (0..50).map(|i| format!("c{i}")).collect();
    let causes: Vec<&str> = causes.iter().map(String::as_str).collect();
    quiz_of(&causes, (0..40).map(question).collect())
}

#[test]
fn choices_of_a_large_quiz_share_their_random_readers() {
    // Separate random readers for each of the 480 choices need over a thousand million random numbers, and minutes.
    let (mut drawn, mut random) = (0_u64, fastrand::Rng::with_seed(3));
    let mut file = large();
    // So high that few random readers get a result, and most choices make no difference.
    file["scoring"]["lead_from"] = json!(90);
    let found = findings(&checked(&file), 0.25, || {
        drawn += 1;
        random.f64()
    });
    assert!(!found.is_empty());
    assert!(drawn < 110_000_000, "{drawn}");
}

#[test]
fn progress_is_reported_and_changes_no_findings() {
    let mut random = fastrand::Rng::with_seed(3);
    let mut seen = Vec::new();
    let quiz = checked(&large());
    let with_progress = findings_with_progress(&quiz, 0.25, || random.f64(), |work| seen.push(work));
    assert!(seen.iter().all(|it| it.done < it.total), "{seen:?}");
    assert!(seen.iter().any(|it| it.task == "asking random readers" && it.done > it.total / 2), "{seen:?}");
    let mut random = fastrand::Rng::with_seed(3);
    assert_eq!(with_progress, findings(&quiz, 0.25, || random.f64()), "reporting progress changes nothing");
}

#[test]
fn a_choice_of_a_required_question_changes_something_by_being_picked_instead_of_another() {
    let choices = ["a", "b"].map(|id| json!({"id": id, "text": id, "points": {id: 1}}));
    let question = |required: bool| json!({"id": "q", "kind": "one", "required": required, "text": "Which?", "choices": choices});
    let of = |required: bool| {
        let mut file = quiz_of(&["a", "b"], json!([question(required)]));
        file["scoring"] = json!({"result": "one", "score": "sum"});
        finding_lines(&checked(&file))
            .into_iter()
            .filter(|it| it.starts_with("questions"))
            .collect::<Vec<_>>()
    };
    // Of two tied causes the first one is the result, so `a` is also that of a reader who skips the question.
    assert_eq!(of(false), ["questions[0].choices[0]: picking `a` never changes the result"]);
    assert_eq!(of(true), [] as [&str; 0]);
}
