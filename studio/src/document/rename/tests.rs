use super::*;
use crate::document::get;

const QUIZ: &str = r#"{
    "screens": [{"id": "now", "choices": [{"id": "chest"}, {"id": "none"}]}],
    "questions": [
        {"id": "soil", "choices": [{"id": "wet", "points": {"wet": 3, "dark": 1}, "flags": ["mold"]}]},
        {"id": "more", "ask_if": {"any_of": {"soil": "wet"}, "none_of": {"soil": ["wet", "dry"]}},
         "scale": {"low": {"points": {"wet": 1}}, "high": {}}}
    ],
    "flags": [{"id": "mold"}],
    "causes": [{"id": "wet", "sources": ["book"]}, {"id": "dark"}],
    "sources": [{"id": "book"}],
    "test_cases": [{"safety": {"now": ["chest"]}, "answers": {"soil": "wet"}, "expect": {"first": "wet", "shown": ["wet"]}}]
}"#;

/// The quiz file after a part is renamed.
fn renamed(part: &JsonPath, id: &str) -> String {
    renamed_in(&[QUIZ], part, id).remove(0)
}

/// Files after a part of the first one is renamed.
fn renamed_in(texts: &[&str], part: &JsonPath, id: &str) -> Vec<String> {
    let mut files: Vec<File> =
        texts.iter().map(|text| File::open("quiz.json", *text).expect("JSON")).collect();
    for (file, change) in rename(&files, Document::QUIZ, part, id).expect("a free id") {
        change.apply(&mut files[file].value).expect("the path is there");
    }
    files.iter().map(|file| file.value.to_json()).collect()
}

/// The test's quiz with texts replaced.
fn expected(replacements: &[(&str, &str)]) -> String {
    let mut text = QUIZ.to_owned();
    for (from, to) in replacements {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    Value::parse(&text).expect("JSON").to_json()
}

#[test]
fn a_renamed_cause_keeps_its_points_and_test_cases() {
    let new = expected(&[
        (r#""points": {"wet""#, r#""points": {"soaked""#),
        (r#"{"id": "wet", "sources""#, r#"{"id": "soaked", "sources""#),
        (r#""first": "wet", "shown": ["wet"]"#, r#""first": "soaked", "shown": ["soaked"]"#),
    ]);
    assert_eq!(renamed(&JsonPath::to_key("causes").item(0), "soaked"), new);
}

#[test]
fn a_renamed_question_and_its_choice_keep_their_conditions_and_answers() {
    let question = JsonPath::to_key("questions").item(0);
    let new = expected(&[(r#""id": "soil""#, r#""id": "earth""#), (r#"{"soil":"#, r#"{"earth":"#)]);
    assert_eq!(renamed(&question, "earth"), new);
    let new = expected(&[
        (r#"{"id": "wet", "points""#, r#"{"id": "soggy", "points""#),
        (r#"{"soil": "wet"}"#, r#"{"soil": "soggy"}"#),
        (r#"["wet", "dry"]"#, r#"["soggy", "dry"]"#),
    ]);
    assert_eq!(renamed(&question.key("choices").item(0), "soggy"), new);
}

#[test]
fn a_renamed_screen_flag_or_source_is_followed() {
    let screen = JsonPath::to_key("screens").item(0);
    assert_eq!(renamed(&screen, "first"), expected(&[(r#""now""#, r#""first""#)]));
    assert_eq!(renamed(&screen.key("choices").item(0), "pain"), expected(&[(r#""chest""#, r#""pain""#)]));
    let flag = JsonPath::to_key("flags").item(0);
    assert_eq!(renamed(&flag, "mildew"), expected(&[(r#""mold""#, r#""mildew""#)]));
    let source = JsonPath::to_key("sources").item(0);
    assert_eq!(renamed(&source, "paper"), expected(&[(r#""book""#, r#""paper""#)]));
}

#[test]
fn test_cases_in_a_file_of_their_own_follow() {
    let cases = r#"{"test_cases": [{"id": "a", "safety": {"now": ["chest"]}, "answers": {"soil": ["wet"]}, "expect": {"first": "wet"}}]}"#;
    let question = JsonPath::to_key("questions").item(0);
    let choice = question.key("choices").item(0);
    let screen = JsonPath::to_key("screens").item(0);
    for (part, old, new) in [
        (JsonPath::to_key("causes").item(0), r#""first": "wet""#, r#""first": "new""#),
        (question, r#""soil":"#, r#""new":"#),
        (choice, r#"["wet"]"#, r#"["new"]"#),
        (screen.clone(), r#""now":"#, r#""new":"#),
        (screen.key("choices").item(0), r#"["chest"]"#, r#"["new"]"#),
    ] {
        assert!(cases.contains(old), "{old}");
        let expected = Value::parse(&cases.replace(old, new)).expect("JSON").to_json();
        assert_eq!(renamed_in(&[QUIZ, cases], &part, "new")[1], expected, "{part}");
    }
}

#[test]
fn a_translation_follows_with_its_own_ids_and_originals() {
    let translation = QUIZ.replace(
        r#""flags": [{"#,
        r#""originals": {"questions.soil.choices.wet.text": "Wet", "questions.soil.text": "Soil", "causes.wet.label": "Wet"}, "flags": [{"#,
    );
    let question = JsonPath::to_key("questions").item(0);
    let names = [QUIZ, &translation];
    let [_, text] = &renamed_in(&names, &question, "earth")[..] else { panic!("two files") };
    for part in [
        r#""id": "earth""#,
        r#""questions.earth.text""#,
        r#""questions.earth.choices.wet.text""#,
        r#"{"earth": "wet"}"#,
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("soil"), "{text}");
    let [_, text] = &renamed_in(&names, &question.key("choices").item(0), "soggy")[..] else {
        panic!("two files")
    };
    for part in [r#""id": "soggy""#, r#""questions.soil.choices.soggy.text""#, r#""causes.wet.label""#] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn untranslated_texts_of_a_renamed_part_stay_untranslated() {
    let names =
        r#""questions.soil.text": "", "questions.soil.choices.wet.text": "Naß", "causes.wet.label": """#;
    let translation =
        QUIZ.replace(r#""flags": [{"#, &format!(r#""untranslated": {{{names}}}, "flags": [{{"#));
    let question = JsonPath::to_key("questions").item(0);
    let choice = question.key("choices").item(0);
    for (part, old, new) in [
        (&question, "questions.soil.", "questions.new."),
        (&choice, "questions.soil.choices.wet.", "questions.soil.choices.new."),
        (&JsonPath::to_key("causes").item(0), "causes.wet.", "causes.new."),
    ] {
        let expected = Value::parse(&format!("{{{}}}", names.replace(old, new))).expect("JSON");
        let renamed = Value::parse(&renamed_in(&[QUIZ, &translation], part, "new")[1]).expect("JSON");
        assert_eq!(get(&renamed, &JsonPath::to_key("untranslated")), Some(&expected), "{part}");
    }
}

#[test]
fn an_empty_id_and_that_of_another_part_are_refused() {
    let quiz = [File::open("quiz.json", QUIZ).expect("JSON")];
    let cause = JsonPath::to_key("causes").item(0);
    assert_eq!(rename(&quiz, Document::QUIZ, &cause, "dark"), Err(IdError::Taken));
    assert_eq!(rename(&quiz, Document::QUIZ, &cause, ""), Err(IdError::Empty));
    assert!(rename(&quiz, Document::QUIZ, &cause, "wet").is_ok());
}
