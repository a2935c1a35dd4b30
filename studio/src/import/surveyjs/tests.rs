use serde_json::json;

use super::super::quiz_file::tests::assert_only_texts_are_missing;
use super::*;

#[test]
fn calculated_values_are_causes() {
    let survey = json!({
        "title": {"default": "Which <i>one</i>?", "de": "Welche?"},
        "description": "Four questions.",
        "pages": [{"title": "Begin", "elements": [
            {"type": "radiogroup", "name": "day", "title": "Best time?", "isRequired": true, "choices": [
                {"value": "am", "text": "Morning"}, {"value": "pm", "text": "Evening", "visibleIf": "{b} = 2"}], "visibleIf": "{x} = 1"},
            {"type": "panel", "name": "p", "elements": [
                {"type": "checkbox", "name": "likes", "title": "You like", "choices": ["tea", "wine"], "showNoneItem": true, "hasOther": true}]},
            {"type": "boolean", "name": "alarm", "title": "An alarm clock?"},
            {"type": "rating", "name": "tired", "title": "Tired?", "rateMax": 5, "minRateDescription": "Never"},
            {"type": "comment", "name": "more", "title": "Anything else?"}
        ]}],
        "calculatedValues": [
            {"name": "Lark", "expression": "iif({day} = 'am', 2, 0) + iif({likes} contains 'tea', 1, 0) + iif({alarm} = false, 1, 0)"},
            {"name": "Owl", "expression": "iif({day} == 'pm', 2, iif({day} = 'am', -1, 0)) + {tired}"},
            {"name": "Odd", "expression": "age({birth})"}
        ],
        "completedHtmlOnCondition": [{"expression": "{Lark} > {Owl}", "html": "<h3>Up <b>early</b></h3>"}]
    });
    let imported = from_survey(&survey, "survey").expect("a quiz");
    let quiz = imported.quiz.to_json();
    for part in [
        r#""title": "Which one?""#,
        r#"{"id": "am", "text": "Morning", "points": {"lark": 2, "owl": -1}}"#,
        r#"{"id": "none", "text": "None", "exclusive": true}"#,
        r#"{"id": "no", "text": "No", "points": {"lark": 1}}"#,
        r#"{"steps": 5, "low": {"text": "Never"}, "high": {"text": "5", "points": {"owl": 1}}}"#,
        r#""means": "Up **early**""#,
        r#""required": true"#,
    ] {
        assert!(quiz.contains(part), "{part} is not in {quiz}");
    }
    assert_only_texts_are_missing(&imported.quiz);
    assert_eq!(
        imported.left_out,
        [
            "The title of a page: Begin",
            "“Best time?”: the condition, {x} = 1. No earlier question is called x.",
            "“Best time?”: which choices are there, {b} = 2",
            "“You like”: a choice in the reader’s own words.",
            "“Anything else?”: a question of the type comment. A quiz asks with choices and scales.",
            "The calculated value “Odd”: age({birth})",
            "“Tired?”: in a quiz its lowest step counts 0, and not 1. So a score with it is 1 lower.",
        ]
    );
}

#[test]
fn hidden_parts_of_a_survey_are_left_out() {
    let survey = json!({"pages": [
        {"name": "one", "elements": [
            {"type": "boolean", "name": "a", "visible": false},
            {"type": "boolean", "name": "b"},
            {"type": "boolean", "name": "c", "visible": false, "visibleIf": "{b} = true"},
            {"type": "panel", "name": "d", "visible": false, "elements": [{"type": "boolean", "name": "e"}]}]},
        {"name": "two", "visible": false, "elements": [{"type": "boolean", "name": "f"}]}]});
    let imported = from_survey(&survey, "survey").expect("a quiz");
    let quiz: Json = serde_json::from_str(&imported.quiz.to_json()).expect("JSON");
    let questions = quiz["questions"].as_array().expect("questions");
    let ids: Vec<&Json> = questions.iter().map(|question| &question["id"]).collect();
    assert_eq!(ids, ["b", "c"]);
    assert_eq!(
        imported.left_out,
        [
            "“a”: the survey does not show it.",
            "A panel that the survey does not show: d",
            "A page that the survey does not show: two",
        ]
    );
}

#[test]
fn nothing_of_a_survey_is_left_out_in_silence() {
    let survey = json!({
        "locale": "de",
        "title": "Is x<y or y>x?",
        "completedHtml": "<p>Thanks!</p>",
        "navigateToUrl": "https://example.org/",
        "navigateToUrlOnCondition": [{"expression": "{a} = true", "url": "https://example.org/a"}],
        "pages": [{"title": "One", "description": "All about you.", "elements": [
            {"type": "boolean", "name": "a", "title": "Here <img src='a.png'>?"},
            {"type": "checkbox", "name": "b", "isRequired": true, "choices": ["x", "y"], "showRefuseItem": true},
            {"type": "checkbox", "name": "c", "isRequired": true, "choices": ["x"], "showNoneItem": true},
            {"type": "dropdown", "name": "d", "choicesMin": 1, "choicesMax": 99},
            {"type": "radiogroup", "name": "e", "choicesFromQuestion": "b"}]}],
        "completedHtmlOnCondition": [{"expression": "{a} = true", "html": "<img src='b.png'>Well done"}]
    });
    let imported = from_survey(&survey, "survey").expect("a quiz");
    let quiz: Json = serde_json::from_str(&imported.quiz.to_json()).expect("JSON");
    assert_eq!(quiz["title"], "Is x<y or y>x?");
    // The words of SurveyJS are English, and the survey is not.
    let questions = &quiz["questions"];
    assert_eq!(questions[0]["choices"], json!([{"id": "yes", "text": ""}, {"id": "no", "text": ""}]));
    assert_eq!(questions[2]["choices"][1], json!({"id": "none", "text": "", "exclusive": true}));
    assert_eq!((&questions[1]["required"], &questions[2]["required"]), (&Json::Null, &json!(true)));
    assert_eq!(
        imported.left_out,
        [
            "The title of a page: One",
            "The description of a page: All about you.",
            "“b”: the choice to refuse an answer.",
            "“b” can be skipped now. To require an answer, add a choice such as “None of these”.",
            "“d”: the numbers that are its choices.",
            "“e”: the choices of another question.",
            "The result text for {a} = true",
            "The text at the end: Thanks!",
            "The page that readers go to at the end.",
            "The pages that readers go to after some answers.",
            "2 pictures. Add them as photos.",
        ]
    );
}

#[test]
fn rules_and_defaults_of_a_survey_are_listed() {
    let survey = json!({
        "timeLimit": 300,
        "pages": [{"maxTimeToFinish": 60, "elements": [
            {"type": "checkbox", "name": "a", "showCommentArea": true, "choicesEnableIf": "{b} = 1", "choices": [
                "x", {"value": "y", "enableIf": "{b} = 2"}],
                "validators": [{"type": "answercount", "minCount": 1, "maxCount": 2}, {"type": "expression", "expression": "{a} = 1"}]},
            {"type": "rating", "name": "b", "defaultValue": 3}]}]
    });
    let imported = from_survey(&survey, "survey").expect("a quiz");
    assert_eq!(
        imported.left_out,
        [
            "The time limit of a page.",
            "“a”: the field for a comment.",
            "“a”: a rule for the answer, expression",
            "“a”: the fewest choices that a reader can tick.",
            "“a”: the most choices that a reader can tick. Write it under At most.",
            "“a”: which choices are enabled, {b} = 1",
            "“a”: which choices are enabled, {b} = 2",
            "“b”: the answer that is picked at the start.",
            "The time limit.",
        ]
    );
}

#[test]
fn an_exclusive_choice_stays_one() {
    let choices = json!(["tea", {"value": "no", "text": "None of these", "isExclusive": true}]);
    let survey = json!({"elements": [
        {"type": "checkbox", "name": "a", "isRequired": true, "choices": choices},
        {"type": "radiogroup", "name": "b", "choices": choices}]});
    let imported = from_survey(&survey, "survey").expect("a quiz");
    let quiz: Json = serde_json::from_str(&imported.quiz.to_json()).expect("JSON");
    let question = |index: usize| &quiz["questions"][index];
    assert_eq!(question(0)["choices"][1], json!({"id": "no", "text": "None of these", "exclusive": true}));
    assert_eq!(question(0)["required"], true);
    assert_eq!(question(1)["choices"][1]["exclusive"], Json::Null);
    assert_eq!(imported.left_out, [""; 0]);
}

#[test]
fn a_survey_without_choices_is_refused() {
    let survey = json!({"pages": [{"elements": [{"type": "text", "name": "a"}]}]});
    assert!(is_survey(&survey));
    assert_eq!(
        from_survey(&survey, "x"),
        Err("this survey has no question with choices, a rating, or yes and no".to_owned())
    );
    assert!(!is_survey(&json!({"questions": [{"id": "q", "kind": "one"}]})));
}
