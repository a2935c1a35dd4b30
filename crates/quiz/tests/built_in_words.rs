//! The words of the widget that come with the engine.

use crate::support::{FIVE_CAUSES, lines};
use serde_json::{Value, json};
use which_cause_quiz::{BUILT_IN_LANGUAGES, Value as Json, read, text_findings};

/// The five-cause quiz in another language, without `words`.
fn without_words(language: &str) -> Value {
    let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    file["language"] = json!(language);
    file.as_object_mut().expect("an object").remove("words");
    file
}

fn next_button(language: &str) -> String {
    let quiz = read(&without_words(language).to_string()).expect("a valid quiz");
    quiz.words().next.as_written().to_owned()
}

fn words_of(language: &str) -> Value {
    let path = format!("{}/words/{language}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).expect("a file")).expect("JSON")
}

#[test]
fn every_language_has_every_word_and_no_word_is_odd() {
    let english = words_of("en");
    let keys: Vec<&String> = english.as_object().expect("an object").keys().collect();
    assert!(BUILT_IN_LANGUAGES.len() >= 12);
    for language in BUILT_IN_LANGUAGES {
        let words = words_of(language);
        assert_eq!(words.as_object().expect("an object").keys().collect::<Vec<_>>(), keys, "{language}");
        let mut file = without_words(language);
        file["words"] = words;
        assert!(read(&file.to_string()).is_ok(), "{language}");
        let file = Json::parse(&file.to_string()).expect("JSON");
        let odd = text_findings(&file).into_iter().filter(|it| it.path.to_string().starts_with("words"));
        assert_eq!(odd.map(|it| it.to_string()).collect::<Vec<_>>(), [""; 0], "{language}");
    }
    let schema = which_cause_quiz::schema();
    let known = schema["$defs"]["Words"]["properties"].as_object().expect("words");
    assert_eq!(known.keys().collect::<Vec<_>>(), keys, "crates/quiz/words/ has every word of the widget");
}

#[test]
fn words_of_the_language_fill_in_for_those_that_a_quiz_leaves_out() {
    for (language, next) in
        [("en-GB", "Next"), ("de", "Weiter"), ("pt-PT", "Avançar"), ("ja", "次へ"), ("zh-CN", "下一步")]
    {
        assert_eq!(next_button(language), next, "{language}");
    }
    let mut file = without_words("de");
    file["words"] = json!({"_note": "ours", "next": "Los"});
    let quiz = read(&file.to_string()).expect("a valid quiz");
    assert_eq!(quiz.words().next.as_written(), "Los");
    assert_eq!(quiz.words().back.as_written(), "Zurück");
}

#[test]
fn a_language_without_words_needs_them_in_the_quiz() {
    for language in ["fi", "zh-Hant", "zh-TW"] {
        let problems = lines(&read(&without_words(language).to_string()).expect_err("a problem"));
        assert_eq!(
            problems,
            "words: missing; expected an object: the labels of the widget, which has none in this language"
        );
    }
}

#[test]
fn a_missing_language_is_the_only_problem_of_a_quiz_without_words() {
    let mut file = without_words("en");
    file.as_object_mut().expect("an object").remove("language");
    assert_eq!(lines(&read(&file.to_string()).expect_err("a problem")), "language: missing; expected text");
}
