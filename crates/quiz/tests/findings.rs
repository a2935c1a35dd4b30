//! What is odd about a quiz that is right is told, and what is not odd is not.

mod support;

use serde_json::{Value, json};
use support::{FIVE_CAUSES, checked, five_causes, quiz_of, tick_all};
use which_cause_quiz::{findings, findings_with_progress, readability_findings};

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

fn lines(quiz: &which_cause_quiz::Quiz) -> Vec<String> {
    let mut random = fastrand::Rng::with_seed(3);
    findings(quiz, 0.25, || random.f64()).iter().map(ToString::to_string).collect()
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
    let line = "causes[0]: with random answers and a tick chance of 0.25, `a` leads 75.0 % of the time and `b` 25.0 %; no cause should lead more than twice as often as another";
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
    let idle: Vec<&String> = found.iter().filter(|it| it.contains("never changes the result")).collect();
    assert_eq!(idle, ["questions[1].choices[2]: picking `c2` never changes the result"]);
}

#[test]
fn points_too_few_to_matter_are_found_by_looking_at_every_answer() {
    // One question gives 9 points to a or to b, or is skipped. One point more moves a by a tenth, which is never enough
    // for anything.
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
fn a_question_that_could_be_left_out_is_found() {
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
        ["flags[10]: nothing uses the flag `lost`", "sources[15]: nothing uses the source `book`"]
    );
}

#[test]
fn a_text_that_is_hard_to_read_is_found_in_english_alone() {
    let hard = "Contemporary physiological considerations notwithstanding, musculoskeletal interventions demonstrate \
                heterogeneous effectiveness.";
    let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    file["causes"][0]["means"] = json!(hard);
    let of = |file: &Value| {
        let value: which_cause_quiz::Value = serde_json::from_str(&file.to_string()).expect("JSON");
        readability_findings(&value).iter().map(|it| it.path.to_string()).collect::<Vec<_>>()
    };
    let before = of(&serde_json::from_str(FIVE_CAUSES).expect("JSON"));
    let mut after = of(&file);
    after.retain(|it| !before.contains(it));
    assert_eq!(after, ["causes[0].means"]);
    file["language"] = json!("de");
    assert_eq!(of(&file), [] as [&str; 0]);
}

#[test]
fn a_cause_that_leads_only_for_those_who_skip_is_not_said_never_to_lead() {
    // Whoever answers the first question gives a and b as much as each other; whoever skips it can have a alone.
    let both = json!({"id": "both", "kind": "one", "text": "Which?", "choices": [
        {"id": "x", "text": "X", "points": {"b": 9}}, {"id": "y", "text": "Y", "points": {"b": 8}}
    ]});
    let found = found(&["a", "b"], json!([both, tick_all("x", &[json!({"a": 9}), json!({})])]));
    assert!(!found.iter().any(|it| it.contains("make `a` lead; give")), "{found:#?}");
}

#[test]
fn what_can_be_skipped_decides_whether_a_question_could_be_left_out() {
    // One choice alone, of a question that everyone can skip: it still says something.
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
fn what_readers_cannot_tell_apart_and_what_leaves_them_no_answer_is_found() {
    let mut twins = tick_all("q", &[json!({"a": 3}), json!({"b": 3})]);
    twins["choices"][1]["text"] = json!("Choice 0");
    let found = found(&["a", "b"], json!([twins, tick_all("r", &[json!({"a": 3}), json!({"b": 3})])]));
    for line in [
        "questions[0].choices[1].text: `c0` has the same text, so readers cannot tell the two apart",
        "questions[0].choices: a reader can only skip this if nothing fits; add an `exclusive` choice, like \"None of these\"",
    ] {
        assert!(found.iter().any(|it| it == line), "{found:#?}");
    }
}

#[test]
fn what_nothing_shows_is_found() {
    let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    file.as_object_mut().expect("an object").remove("course");
    let quiz = checked(&file);
    let lines = lines(&quiz);
    let shown: Vec<&String> = lines.iter().filter(|it| it.contains("no reader will see this")).collect();
    let with_line =
        file["causes"].as_array().expect("causes").iter().filter(|it| it["course"].is_string()).count();
    assert!(with_line > 0);
    assert_eq!(shown.len(), with_line, "{lines:#?}");
    assert!(shown[0].ends_with("no reader will see this: the quiz has no `course`"), "{shown:?}");
}

#[test]
fn drawings_that_no_picture_names_are_found() {
    let bread = include_str!("../../../quizzes/dense-bread.json");
    let mut file: Value = serde_json::from_str(bread).expect("JSON");
    file["drawings"] = json!("bread.drawings.json");
    let lines = lines(&checked(&file));
    assert!(
        lines.contains(&"drawings: no reader will see this: no `picture` uses a drawing".to_owned()),
        "{lines:#?}"
    );
}

#[test]
fn how_often_boxes_are_ticked_decides_what_is_lopsided() {
    let quiz = five_causes();
    let lopsided = |tick| {
        let mut random = fastrand::Rng::with_seed(3);
        findings(&quiz, tick, || random.f64()).iter().filter(|it| it.kind.code() == "lopsided").count()
    };
    // Between even odds by a quarter and by a half, long lists of ticks drown what is picked once.
    assert_eq!((lopsided(0.25), lopsided(0.5)), (0, 1));
}

#[test]
fn a_quiz_that_seldom_names_a_single_cause_is_found() {
    // Each choice gives both causes points, so they are nearly always close.
    let both =
        |id| tick_all(id, &[json!({"a": 3, "b": 2}), json!({"a": 2, "b": 3}), json!({"a": 3, "b": 3})]);
    let found = found(&["a", "b"], json!([both("x"), both("y"), both("z")]));
    assert!(
        found.iter().any(|it| it.starts_with("scoring: with random answers")
            && it.contains("fewer than one in five")),
        "{found:#?}"
    );
    assert!(!found.iter().any(|it| it.contains("of the mixed results")), "two of two are shown: {found:#?}");
}

#[test]
fn a_quiz_whose_mixed_results_mostly_leave_causes_out_is_found() {
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
    let spread = |file: &Value| lines(&checked(file)).iter().any(|it| it.starts_with("scoring.most_shown: "));
    assert!(spread(&file), "{:#?}", lines(&checked(&file)));
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
    // Readers of its own for each of the 480 choices were over a thousand million random numbers, and minutes of work.
    let (mut drawn, mut random) = (0_u64, fastrand::Rng::with_seed(3));
    let mut file = large();
    // So high that hardly any random reader gets a result, and nearly every choice stays without a difference.
    file["scoring"]["lead_from"] = json!(90);
    let found = findings(&checked(&file), 0.25, || {
        drawn += 1;
        random.f64()
    });
    assert!(!found.is_empty());
    assert!(drawn < 110_000_000, "{drawn}");
}

#[test]
fn how_far_long_work_is_can_be_watched() {
    let mut random = fastrand::Rng::with_seed(3);
    let mut seen = Vec::new();
    let quiz = checked(&large());
    let watched = findings_with_progress(&quiz, 0.25, || random.f64(), |work| seen.push(work));
    assert!(seen.iter().all(|it| it.done < it.total), "{seen:?}");
    assert!(seen.iter().any(|it| it.task == "asking random readers" && it.done > it.total / 2), "{seen:?}");
    let mut random = fastrand::Rng::with_seed(3);
    assert_eq!(watched, findings(&quiz, 0.25, || random.f64()), "watching changes nothing");
}

mod texts {
    use super::*;
    use proptest::prelude::*;
    use which_cause_quiz::text_findings;

    /// What is found in a text of the five-cause quiz in place of another.
    fn found_in(pointer: &str, text: &str) -> Vec<String> {
        let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
        *file.pointer_mut(pointer).expect("a text") = json!(text);
        of(&file.to_string())
    }

    fn of(text: &str) -> Vec<String> {
        let value = which_cause_quiz::Value::parse(text).expect("JSON");
        text_findings(&value).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn nothing_is_odd_about_the_texts_of_the_shipped_quizzes_in_any_language() {
        for text in [
            FIVE_CAUSES,
            include_str!("../../../quizzes/upper-back-knots.de.json"),
            include_str!("../../../quizzes/upper-back-knots.es.json"),
            include_str!("../../../quizzes/upper-back-knots.ar.json"),
            include_str!("../../../quizzes/dense-bread.json"),
            include_str!("../../../quizzes/starter.json"),
        ] {
            assert_eq!(of(text), [] as [&str; 0]);
        }
    }

    #[test]
    fn markup_that_readers_would_see_is_found_with_its_place() {
        let entity = "causes[0].means: readers would see `&amp;` literally; write &";
        assert_eq!(found_in("/causes/0/means", "Salt &amp; sugar"), [entity]);
        for text in
            ["a <b>bold</b> word", "a **bold** word", "[here](https://example.org/)", "`code`", "# Heading"]
        {
            let found = found_in("/questions/0/choices/0/text", text);
            assert!(
                matches!(found.as_slice(), [one] if one.starts_with("questions[0].choices[0].text: readers would see ")),
                "{found:?}"
            );
        }
        // What no reader sees may say what it likes.
        assert_eq!(found_in("/version", "<b>1</b>"), [] as [&str; 0]);
    }

    #[test]
    fn characters_that_nobody_sees_are_found_where_they_have_no_use() {
        let line = "title: an invisible character, U+200B, that has no use here; remove it";
        assert_eq!(found_in("/title", "Knots\u{200b}?"), [line]);
        assert_eq!(found_in("/title", "Muskel\u{ad}knoten, 10\u{a0}kg"), [] as [&str; 0]);
    }

    #[test]
    fn letters_out_of_a_wrong_encoding_are_found() {
        let found = found_in("/title", "FÃ¼r wen?");
        assert_eq!(
            found,
            ["title: `Ã¼` seems to be `ü` in a wrong encoding; write `ü`, and save the file as UTF-8"]
        );
    }

    #[test]
    fn a_label_that_does_not_fit_on_a_narrow_phone_is_found_with_its_word() {
        let found = found_in("/causes/1/label", "Eine Schultergürtelmuskulaturverspannung");
        assert!(
            matches!(found.as_slice(), [one] if one.starts_with("causes[1].label: `Schultergürtelmuskulaturverspannung` is about 17.4 em")),
            "{found:?}"
        );
        let soft = "Eine Schultergürtel\u{ad}muskulatur\u{ad}verspannung";
        assert_eq!(found_in("/causes/1/label", soft), [] as [&str; 0]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_a_text_is_looking_for_markup_in_it_ends(
            text in "[-&<>/\\[\\]()*_`#~;!=\"' a-cÃ¼â€™ðŸ\u{200b}\u{ad}\u{fffd}🏴가]{0,40}"
        ) {
            let found = found_in("/title", &text);
            prop_assert!(found.iter().all(|it| it.starts_with("title: ")), "{:?}", found);
        }
    }
}
