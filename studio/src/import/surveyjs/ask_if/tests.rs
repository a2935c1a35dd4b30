use serde_json::{Value as Json, json};

use crate::import::quiz_file::tests::assert_only_texts_are_missing;
use crate::import::surveyjs::from_survey;

/// The `ask_if` that is made from a `visibleIf`, and the list of what was left out.
fn ask_if(visible_if: &str) -> (Option<Json>, Vec<String>) {
    let survey = json!({"elements": [
        {"type": "radiogroup", "name": "pet", "title": "A pet?", "choices": ["dog", "cat", "none yet"]},
        {"type": "radiogroup", "name": "home", "title": "Home?", "isRequired": true, "choices": ["flat", "house", "boat"]},
        {"type": "checkbox", "name": "likes", "title": "You like", "choices": ["tea", "wine", "milk"]},
        {"type": "boolean", "name": "alarm", "title": "An alarm?"},
        {"type": "rating", "name": "tired", "title": "Tired?", "rateMin": 0, "rateMax": 4},
        {"type": "radiogroup", "name": "q", "title": "Well?", "choices": [1, 2], "visibleIf": visible_if},
    ], "calculatedValues": [
        {"name": "Wet", "expression": "iif({pet} = 'dog', 1, 0)"},
        {"name": "Dry", "expression": "iif({pet} = 'cat', 1, 0)"},
    ]});
    let imported = from_survey(&survey, "survey").expect("a quiz");
    assert_only_texts_are_missing(&imported.quiz);
    let quiz: Json = serde_json::from_str(&imported.quiz.to_json()).expect("JSON");
    (quiz["questions"][5].get("ask_if").cloned(), imported.left_out)
}

#[test]
fn a_condition_of_a_survey_is_one_of_a_quiz() {
    for (written, expected) in [
        ("{pet} = 'dog'", json!({"any_of": {"pet": "dog"}})),
        ("{pet} <> 'dog'", json!({"none_of": {"pet": "dog"}})),
        ("!({pet} != 'dog')", json!({"any_of": {"pet": "dog"}})),
        ("{pet} anyof ['dog', 'cat']", json!({"any_of": {"pet": ["dog", "cat"]}})),
        ("{pet} noneof ['dog', 'cat']", json!({"none_of": {"pet": ["dog", "cat"]}})),
        ("{pet} contains 'None'", json!({"any_of": {"pet": "none-yet"}})),
        ("{pet} = 'DOG'", json!({"any_of": {"pet": "dog"}})),
        ("{likes} contains 'tea'", json!({"any_of": {"likes": "tea"}})),
        ("{likes} notcontains 'tea'", json!({"none_of": {"likes": "tea"}})),
        ("{likes} allof ['tea']", json!({"any_of": {"likes": "tea"}})),
        ("{likes} notempty", json!({"any_of": {"likes": ["tea", "wine", "milk"]}})),
        ("{pet} empty", json!({"none_of": {"pet": ["dog", "cat", "none-yet"]}})),
        ("{alarm} = true", json!({"any_of": {"alarm": "yes"}})),
        ("{tired} >= 3", json!({"any_of": {"tired": [4, 5]}})),
        ("{tired} = 0", json!({"any_of": {"tired": 1}})),
        ("{tired} > 1 and {tired} < 4", json!({"any_of": {"tired": [3, 4]}})),
        ("{pet} = 'dog' or {likes} contains 'wine'", json!({"any_of": {"pet": "dog", "likes": "wine"}})),
        ("!({pet} = 'dog' or {likes} contains 'wine')", json!({"none_of": {"pet": "dog", "likes": "wine"}})),
        (
            "{pet} = 'dog' and {likes} notcontains 'wine'",
            json!({"any_of": {"pet": "dog"}, "none_of": {"likes": "wine"}}),
        ),
        (
            "{pet} notempty and {pet} <> 'dog'",
            json!({"any_of": {"pet": ["cat", "none-yet"]}, "none_of": {"pet": "dog"}}),
        ),
        // Every reader answers “Home?”, so a flat is no house and no boat.
        (
            "{pet} = 'dog' and {home} = 'flat'",
            json!({"any_of": {"pet": "dog"}, "none_of": {"home": ["house", "boat"]}}),
        ),
        ("{home} <> 'flat' or {pet} = 'dog'", json!({"any_of": {"pet": "dog", "home": ["house", "boat"]}})),
    ] {
        let (found, left_out) = ask_if(written);
        assert_eq!(found, Some(expected), "{written}: {left_out:?}");
        assert_eq!(left_out, [""; 0], "{written}");
    }
}

#[test]
fn a_condition_that_a_quiz_cannot_have_is_listed_with_its_reason() {
    for (written, reason) in [
        ("{pet} = 'dog' and {alarm} = true", "A quiz cannot make a question depend on two answers together."),
        ("{likes} allof ['tea', 'wine']", "A quiz cannot make a question depend on two answers together."),
        (
            "{pet} <> 'dog' or {alarm} = true",
            "A quiz cannot ask for “this answer was not picked, or that one was”.",
        ),
        ("{pet} = 'dog' and {pet} = 'cat'", "It never holds."),
        ("{pet} = 'dog' and {pet} <> 'dog'", "It never holds."),
        ("{pet} = 'cow'", "“A pet?” has no such choice."),
        ("{pet} anyof ['dog', 'cow']", "“A pet?” has no such choice."),
        ("{pet} contains ''", "“A pet?” has no such choice."),
        ("{alarm} contains false", "“An alarm?” has no such choice."),
        ("{tired} contains 0", "“Tired?” has no such choice."),
        ("{tired} < 1e999", "“Tired?” has no such choice."),
        (
            "{pet} contains ['dog', 'cat']",
            "“A pet?” has one answer, so a list is imported only after anyof and noneof.",
        ),
        ("{tired} > 4", "“Tired?” has no such choice."),
        ("{q} = 1", "No earlier question is called q."),
        ("{likes} = ['tea']", "A quiz has only comparisons of an answer with values, so [ is not imported."),
        (
            "{likes} = 'tea'",
            "“You like” can have several answers, so only contains, anyof and noneof are imported.",
        ),
    ] {
        let (found, left_out) = ask_if(written);
        assert_eq!(found, None, "{written}");
        assert_eq!(left_out, [format!("“Well?”: the condition, {written}. {reason}")]);
    }
}

#[test]
fn the_conditions_of_a_page_and_a_panel_are_those_of_their_questions() {
    let survey = json!({"pages": [
        {"elements": [
            {"type": "boolean", "name": "pet", "title": "A pet?"},
            {"type": "boolean", "name": "dog", "title": "A dog?", "visibleIf": "{pet} = true"}]},
        {"visibleIf": "{pet} = true", "elements": [
            {"type": "boolean", "name": "a", "title": "A?"},
            {"type": "panel", "name": "p", "visibleIf": "{dog} <> false", "elements": [
                {"type": "boolean", "name": "b", "title": "B?", "visibleIf": "{a} = true"},
                {"type": "boolean", "name": "c", "title": "C?", "visibleIf": "{a} <> true"}]}]},
        {"elements": [{"type": "boolean", "name": "d", "title": "D?"}]}]});
    let imported = from_survey(&survey, "survey").expect("a quiz");
    let quiz: Json = serde_json::from_str(&imported.quiz.to_json()).expect("JSON");
    let conditions: Vec<Json> = (0..6).map(|index| quiz["questions"][index]["ask_if"].clone()).collect();
    let both = json!({"any_of": {"pet": "yes"}, "none_of": {"dog": "no"}});
    assert_eq!(
        conditions,
        [
            Json::Null,
            json!({"any_of": {"pet": "yes"}}),
            json!({"any_of": {"pet": "yes"}}),
            both,
            json!({"any_of": {"pet": "yes"}, "none_of": {"dog": "no", "a": "yes"}}),
            Json::Null,
        ]
    );
    assert_eq!(
        imported.left_out,
        ["“B?”: the condition, {a} = true. A quiz cannot make a question depend on two answers together."]
    );
}
