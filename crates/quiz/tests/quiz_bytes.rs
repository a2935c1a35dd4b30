//! Encoding a quiz and decoding it gives the same quiz. Other bytes are refused.

use crate::support::{FIVE_CAUSES, checked, five_causes, quiz_of, tick_all};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use which_cause_quiz::Quiz;

/// All shipped quizzes.
const SHIPPED: [&str; 5] = [
    FIVE_CAUSES,
    include_str!("../../../quizzes/upper-back-knots.ar.json"),
    include_str!("../../../quizzes/upper-back-knots.de.json"),
    include_str!("../../../quizzes/upper-back-knots.es.json"),
    include_str!("../../../quizzes/dense-bread.json"),
];

/// Whether decoding an encoded quiz gives the same quiz, except for its intro.
fn survives_encoding(file: &Value) -> bool {
    let without_intro = |quiz: &Quiz| format!("{quiz:?}").replace(&format!("{:?}", quiz.intro()), "");
    let quiz = checked(file);
    let decoded = Quiz::from_bytes(&quiz.to_bytes()).expect("a quiz");
    without_intro(&decoded) == without_intro(&quiz)
}

#[test]
fn encoding_keeps_every_part_of_every_shipped_quiz() {
    for file in SHIPPED {
        let file: Value = serde_json::from_str(file).expect("JSON");
        assert!(survives_encoding(&file), "{}", file["language"]);
    }
}

#[test]
fn an_encoded_quiz_is_at_most_two_thirds_of_its_file() {
    let bytes = five_causes().to_bytes();
    assert!(bytes.len() * 3 < FIVE_CAUSES.len() * 2, "{} of {}", bytes.len(), FIVE_CAUSES.len());
}

#[test]
fn bytes_of_another_version_are_refused() {
    let bytes = five_causes().to_bytes();
    let end = bytes.iter().position(|it| *it == b'\n').expect("the end of the magic bytes");
    let mut other = b"which-cause 0.0.0\n".to_vec();
    other.extend(&bytes[end + 1..]);
    assert!(Quiz::from_bytes(&other).is_none());
    assert!(Quiz::from_bytes(FIVE_CAUSES.as_bytes()).is_none(), "a quiz file is not an encoded quiz");
    assert!(Quiz::from_bytes(b"").is_none());
}

#[test]
fn incomplete_bytes_are_refused() {
    let bytes = five_causes().to_bytes();
    for end in 0..bytes.len() {
        assert!(Quiz::from_bytes(&bytes[..end]).is_none(), "{end} of {} bytes", bytes.len());
    }
    let mut more = bytes;
    more.push(0);
    assert!(Quiz::from_bytes(&more).is_none(), "bytes after the quiz are refused");
}

proptest! {
    #[test]
    fn encoding_keeps_numbers_and_lists_of_any_length(
        points in proptest::collection::vec(1_u32..=9, 2..60),
        name in "[a-z0-9][a-z0-9_-]{0,63}",
        text in "[a-zA-Z \u{e9}\u{4e00}\u{1f600}]{0,500}x",
    ) {
        let choices: Vec<Value> = points.iter().map(|points| json!({"one": points, "two": 1})).collect();
        let mut file = quiz_of(&["one", "two"], json!([tick_all(&name, &choices)]));
        file["questions"][0]["text"] = json!(text);
        prop_assert!(survives_encoding(&file));
    }

    #[test]
    fn decoding_changed_bytes_does_not_panic(changes in any::<[(Index, u8); 3]>()) {
        let mut bytes = five_causes().to_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        // The result can be another quiz or `None`.
        let _ = Quiz::from_bytes(&bytes);
    }
}
