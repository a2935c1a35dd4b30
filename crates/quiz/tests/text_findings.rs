//! Findings about texts: markup, invisible characters, wrong encodings, wide words.

use crate::support::FIVE_CAUSES;
use proptest::prelude::*;
use serde_json::{Value, json};
use which_cause_quiz::text_findings;

const SMALL: &str = include_str!("../../../quizzes/starter.json");

/// The findings after one text of the five-cause quiz is replaced.
fn findings_in(pointer: &str, text: &str) -> Vec<String> {
    findings_with(FIVE_CAUSES, pointer, text)
}

/// The findings after one text of a quiz is replaced.
fn findings_with(quiz: &str, pointer: &str, text: &str) -> Vec<String> {
    let mut file: Value = serde_json::from_str(quiz).expect("JSON");
    *file.pointer_mut(pointer).expect("a text") = json!(text);
    findings_of(&file.to_string())
}

fn findings_of(text: &str) -> Vec<String> {
    let value = which_cause_quiz::Value::parse(text).expect("JSON");
    text_findings(&value).iter().map(ToString::to_string).collect()
}

#[test]
fn the_texts_of_the_shipped_quizzes_have_no_findings() {
    for text in [
        FIVE_CAUSES,
        include_str!("../../../quizzes/upper-back-knots.de.json"),
        include_str!("../../../quizzes/upper-back-knots.es.json"),
        include_str!("../../../quizzes/upper-back-knots.ar.json"),
        include_str!("../../../quizzes/dense-bread.json"),
        SMALL,
    ] {
        assert_eq!(findings_of(text), [] as [&str; 0]);
    }
}

#[test]
fn markup_is_found_with_its_path() {
    let entity = "causes[0].means: readers would see `&amp;` literally; write &";
    assert_eq!(findings_in("/causes/0/means", "Salt &amp; sugar"), [entity]);
    for text in
        ["a <b>bold</b> word", "a **bold** word", "[here](https://example.org/)", "`code`", "# Heading"]
    {
        let found = findings_in("/questions/0/choices/0/text", text);
        assert!(
            matches!(found.as_slice(), [one] if one.starts_with("questions[0].choices[0].text: readers would see ")),
            "{found:?}"
        );
    }
    // A longer text can have some of it.
    assert_eq!(findings_in("/causes/0/means", "**Salt** and [sugar](https://example.org/)"), [] as [&str; 0]);
    assert_eq!(
        findings_in("/causes/0/try_this/0", "__Salt__ and **sugar**"),
        [
            "causes[0].try_this[0]: readers would see `__Salt__` literally; remove it; the widget styles each text itself"
        ]
    );
    // The version is never shown.
    assert_eq!(findings_in("/version", "<b>1</b>"), [] as [&str; 0]);
}

#[test]
fn useless_invisible_characters_are_found() {
    let line = "title: an invisible character, U+200B, that has no use here; remove it";
    assert_eq!(findings_in("/title", "Knots\u{200b}?"), [line]);
    assert_eq!(findings_in("/title", "Muskel\u{ad}knoten, 10\u{a0}kg"), [] as [&str; 0]);
}

#[test]
fn letters_in_a_wrong_encoding_are_found() {
    let found = findings_in("/title", "FÃ¼r wen?");
    assert_eq!(
        found,
        ["title: `Ã¼` seems to be `ü` in a wrong encoding; write `ü`, and save the file as UTF-8"]
    );
}

#[test]
fn a_label_too_wide_for_a_narrow_phone_is_found() {
    let found = findings_in("/causes/1/label", "Eine Schultergürtelmuskulaturverspannung");
    assert!(
        matches!(found.as_slice(), [one] if one.starts_with("causes[1].label: `Schultergürtelmuskulaturverspannung` is about 17.4 em")),
        "{found:?}"
    );
    let soft = "Eine Schultergürtel\u{ad}muskulatur\u{ad}verspannung";
    assert_eq!(findings_in("/causes/1/label", soft), [] as [&str; 0]);
}

#[test]
fn a_number_of_the_region_before_the_start_is_found() {
    let line = |path: &str, name: &str| {
        format!(
            "{path}: your page shows this text before the quiz knows where the reader is, so `{{{name}}}` would be the same in \
             every country; remove it here, and use it on the safety screens and their cards"
        )
    };
    for (pointer, path) in [
        ("/title", "title"),
        ("/subtitle", "subtitle"),
        ("/intro/start", "intro.start"),
        ("/intro/points/0", "intro.points[0]"),
    ] {
        for name in ["emergency_number", "urgent_line"] {
            assert_eq!(findings_in(pointer, &format!("Call {{{name}}}")), [line(path, name)]);
        }
    }
    assert_eq!(findings_in("/intro/start", "Start: {course_name}"), [] as [&str; 0]);
    assert_eq!(findings_in("/disclaimer/full", "Call {emergency_number}"), [] as [&str; 0]);
}

#[test]
fn a_text_for_an_emergency_number_that_is_another_number_is_found() {
    let with = |number: &str, say: &str| {
        let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
        file["care"]["emergency"]["regions"]["JP"] = json!({"number": number, "say": say});
        findings_of(&file.to_string())
    };
    assert_eq!(
        with("118", "119 (Feuerwehr)"),
        [
            "care.emergency.regions.JP.say: readers read this, but the link dials 118; write a text that contains 118"
        ]
    );
    for (number, say) in [
        ("119", "119 (Feuerwehr)"),
        ("+18005551234", "+1 (800) 555-1234"),
        ("998", "٩٩٨"),
        ("119", "Fire: 1 1 9"),
    ] {
        assert_eq!(with(number, say), [] as [&str; 0], "{say}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn checking_any_text_terminates(
        text in "[-&<>/\\[\\]()*_`#~;!=\"' a-cÃ¼â€™ðŸ\u{200b}\u{ad}\u{fffd}🏴가]{0,40}"
    ) {
        // Each case reads and writes the whole file, so the smallest quiz is the fastest.
        let found = findings_with(SMALL, "/title", &text);
        prop_assert!(found.iter().all(|it| it.starts_with("title: ")), "{:?}", found);
    }
}
