//! A quiz in its compact form is the quiz that it was; whatever else has its looks is none.

mod support;

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use support::{FIVE_CAUSES, checked, five_causes, quiz_of, tick_all};
use which_cause_quiz::Quiz;

/// Every shipped quiz.
const SHIPPED: [&str; 5] = [
    FIVE_CAUSES,
    include_str!("../../../quizzes/upper-back-knots.ar.json"),
    include_str!("../../../quizzes/upper-back-knots.de.json"),
    include_str!("../../../quizzes/upper-back-knots.es.json"),
    include_str!("../../../quizzes/dense-bread.json"),
];

/// Whether a quiz comes back from its bytes whole, without what is said before it starts.
fn comes_back(mut file: Value) -> bool {
    let bytes = checked(&file).to_bytes();
    let intro = file["intro"].as_object_mut().expect("an intro");
    intro.retain(|key, _| key == "lead" || key == "start");
    let back = Quiz::from_bytes(&bytes).expect("a quiz");
    format!("{back:?}") == format!("{:?}", checked(&file))
}

#[test]
fn every_part_of_every_shipped_quiz_comes_back() {
    for file in SHIPPED {
        let file: Value = serde_json::from_str(file).expect("JSON");
        assert!(comes_back(file.clone()), "{}", file["language"]);
    }
}

#[test]
fn it_is_at_most_two_thirds_of_its_file() {
    let bytes = five_causes().to_bytes();
    assert!(bytes.len() * 3 < FIVE_CAUSES.len() * 2, "{} of {}", bytes.len(), FIVE_CAUSES.len());
}

#[test]
fn a_quiz_of_another_version_is_none() {
    let bytes = five_causes().to_bytes();
    let end = bytes.iter().position(|it| *it == b'\n').expect("the end of the stamp");
    let mut other = b"which-cause 0.0.0\n".to_vec();
    other.extend(&bytes[end + 1..]);
    assert!(Quiz::from_bytes(&other).is_none());
    assert!(Quiz::from_bytes(FIVE_CAUSES.as_bytes()).is_none(), "a quiz file is no compact form");
    assert!(Quiz::from_bytes(b"").is_none());
}

#[test]
fn a_quiz_that_has_not_all_come_is_none() {
    let bytes = five_causes().to_bytes();
    for end in 0..bytes.len() {
        assert!(Quiz::from_bytes(&bytes[..end]).is_none(), "{end} of {} bytes", bytes.len());
    }
    let mut more = bytes;
    more.push(0);
    assert!(Quiz::from_bytes(&more).is_none(), "what follows is of no quiz");
}

proptest! {
    #[test]
    fn numbers_and_lists_of_any_length_come_back(
        points in proptest::collection::vec(1_u32..=9, 2..60),
        name in "[a-z0-9_-]{1,64}",
        text in "[a-zA-Z \u{e9}\u{4e00}\u{1f600}]{0,500}x",
    ) {
        let choices: Vec<Value> = points.iter().map(|points| json!({"one": points, "two": 1})).collect();
        let mut file = quiz_of(&["one", "two"], json!([tick_all(&name, &choices)]));
        file["questions"][0]["text"] = json!(text);
        prop_assert!(comes_back(file));
    }

    #[test]
    fn bytes_that_were_spoiled_on_the_way_break_nothing(spoiled in any::<[(Index, u8); 3]>()) {
        let mut bytes = five_causes().to_bytes();
        for (at, byte) in spoiled {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        // It may be another quiz, or none: reading it ends all the same.
        let _ = Quiz::from_bytes(&bytes);
    }
}
