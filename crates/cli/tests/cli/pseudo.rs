//! `which-cause pseudo`: the pseudo-translation of a quiz.

use serde_json::{Value, json};

use crate::support::{BREAD_PATH, KNOTS_PATH, TestFolder, bread, knots, knots_with_misspelled_cause, run};

#[test]
fn pseudo_translation_is_a_valid_translation() {
    let folder = TestFolder::new("pseudo-valid");
    for original in [KNOTS_PATH, BREAD_PATH, "quizzes/starter.json"] {
        let pseudo = run(&["pseudo", original]);
        pseudo.assert_exit_code(0);
        let path = folder.write("pseudo.json", pseudo.stdout);
        let check = run(&["check", "--original", original, &path]);
        check.assert_exit_code(0);
        check.assert_prints(&format!("(checked as a translation of {original})"));
    }
}

#[test]
fn texts_become_longer_with_accents_and_brackets_and_nothing_else_changes() {
    let folder = TestFolder::new("pseudo-texts");
    let mut quiz = knots();
    quiz["_note"] = json!("A note");
    quiz["title"] = json!("\"Quoted\"\u{2028}\\ {course_name} é");
    let pseudo = run(&["pseudo", &folder.write("quiz.json", quiz.to_string())]).json();
    assert_eq!(pseudo["language"], "en-XA");
    let mut pairs = Vec::new();
    pair_texts(&quiz, &pseudo, "", &mut pairs);
    let (ids, texts): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(place, ..)| is_id(place));
    for (place, original, pseudo) in ids {
        assert!(place == "/language" || original == pseudo, "{place}");
    }
    for (place, original, pseudo) in &texts {
        assert!(pseudo.starts_with('[') && pseudo.ends_with(']'), "{place}: {pseudo}");
        let can_have_accents = original.contains(|it: char| "aceinosuyé".contains(it.to_ascii_lowercase()));
        assert_eq!(can_have_accents, !pseudo.is_ascii(), "{place}: {pseudo}");
        assert_eq!(placeholders(original), placeholders(pseudo), "{place}");
    }
    assert!(texts.len() > 300, "{}", texts.len());
    let length = |text: &str| text.chars().count();
    let original_length: usize = texts.iter().map(|(_, original, _)| length(original)).sum();
    let pseudo_length: usize = texts.iter().map(|(.., pseudo)| length(pseudo)).sum();
    let percent = 100 * pseudo_length / original_length;
    assert!((135..=160).contains(&percent), "{percent} % as long");
}

/// Pairs the texts of two JSON values, with their place. All other values must be the same.
fn pair_texts(one: &Value, other: &Value, place: &str, pairs: &mut Vec<(String, String, String)>) {
    match (one, other) {
        (Value::String(one), Value::String(other)) => {
            pairs.push((place.to_owned(), one.clone(), other.clone()));
        }
        (Value::Array(one), Value::Array(other)) => {
            assert_eq!(one.len(), other.len(), "{place}");
            for (one, other) in one.iter().zip(other) {
                pair_texts(one, other, &format!("{place}/"), pairs);
            }
        }
        (Value::Object(one), Value::Object(other)) => {
            assert!(one.keys().eq(other.keys()), "{place}");
            for (key, value) in one {
                pair_texts(value, &other[key], &format!("{place}/{key}"), pairs);
            }
        }
        _ => assert_eq!(one, other, "{place}"),
    }
}

/// Whether a place in a quiz file has an id, an address or a note, and no text for readers.
fn is_id(place: &str) -> bool {
    let key = place.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let id_keys = [
        "id", "kind", "url", "number", "version", "language", "$schema", "_note", "drawings", "drawing",
        "picture",
    ];
    // The same keys have texts in other places.
    let id_places = ["/safety_sources/", "/causes//sources/", "/verdicts/nothing/sources/"];
    id_keys.contains(&key)
        || id_places.contains(&place)
        || place.starts_with("/screens") && key == "level"
        || place.ends_with("choices//flags/")
}

fn placeholders(text: &str) -> Vec<&str> {
    text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default()).collect()
}

#[test]
fn text_stays_within_the_maximum_length() {
    let folder = TestFolder::new("pseudo-long");
    let mut quiz = bread();
    quiz["title"] = json!("o".repeat(1_990));
    quiz["subtitle"] = json!("o".repeat(2_000));
    quiz["course"] = knots()["course"].clone();
    quiz["course"]["name"] = json!("e".repeat(199));
    let original = folder.write("quiz.json", quiz.to_string());
    let pseudo = run(&["pseudo", &original]);
    let path = folder.write("quiz.en-XA.json", &pseudo.stdout);
    run(&["check", &original, &path]).assert_exit_code(0);
    assert_eq!(pseudo.json()["title"], json!(format!("[{}]", "ö".repeat(1_990))));
    assert_eq!(pseudo.json()["subtitle"], quiz["subtitle"]);
}

#[test]
fn invalid_quiz_has_no_pseudo_translation() {
    let folder = TestFolder::new("pseudo-invalid");
    let run = run(&["pseudo", &folder.write("quiz.json", knots_with_misspelled_cause())]);
    run.assert_exit_code(2);
    assert_eq!(run.stdout, "");
    run.assert_prints("did you mean `posture`");
}
