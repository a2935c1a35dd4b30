//! Photos: read with their size, encoded, compared and translated.

use crate::support::{checked, lines, quiz_of, tick_all};
use serde_json::{Value, json};
use which_cause_quiz::{
    ChangedTexts, Draft, PlainDigits, Quiz, Value as Json, read, translation_misfit, translation_problems,
    update_translation,
};

/// A quiz with photos everywhere: `n.webp` for the n-th of them.
fn with_photos() -> Value {
    let [first, second, conditional] =
        [("q0", json!({})), ("q1", json!({})), ("q2", json!({"any_of": {"q0": ["c0"]}}))].map(
            |(id, condition)| {
                let mut question = tick_all(id, &[json!({"a": 1}), json!({"b": 1})]);
                if condition != json!({}) {
                    question["ask_if"] = condition;
                }
                question
            },
        );
    let mut file = quiz_of(&["a", "b"], json!([first, second, conditional]));
    let photo =
        |n: usize| json!({"photo": format!("{n}.webp"), "width": 300 + n, "height": 200, "text": "A photo."});
    file.as_object_mut().expect("a quiz").remove("drawings");
    file["intro"]["picture"] = photo(0);
    file["questions"][0]["picture"] = photo(1);
    file["questions"][0]["choices"][0]["picture"] = photo(2);
    file["questions"][2]["picture"] = photo(3);
    file["questions"][2]["choices"][1]["picture"] = json!({"photo": "4.webp", "width": 304, "height": 200});
    for (i, cause) in file["causes"].as_array_mut().expect("causes").iter_mut().enumerate() {
        cause["picture"] = photo(5 + i);
        cause["try_this"] = json!(["Walk."]);
    }
    file["causes"][1]["try_this"] = json!([{"text": "Rest.", "picture": photo(5)}]);
    file["verdicts"]["nothing"]["try_this"] = json!([{"text": "Wait.", "picture": photo(7)}]);
    file
}

fn quiz(file: &Value) -> Quiz {
    read(&file.to_string()).unwrap_or_else(|problems| panic!("{}", lines(&problems)))
}

#[test]
fn a_draft_names_every_photo_with_its_place_and_its_size() {
    let draft = Draft::read(&with_photos().to_string());
    assert_eq!(draft.problems(), []);
    let photos: Vec<String> = draft
        .photos()
        .iter()
        .map(|(path, it)| format!("{path}: {} {}x{}", it.address.as_str(), it.width.get(), it.height.get()))
        .collect();
    assert_eq!(
        photos,
        [
            "intro.picture: 0.webp 300x200",
            "questions[0].picture: 1.webp 301x200",
            "questions[0].choices[0].picture: 2.webp 302x200",
            "questions[2].picture: 3.webp 303x200",
            "questions[2].choices[1].picture: 4.webp 304x200",
            "causes[0].picture: 5.webp 305x200",
            "causes[1].picture: 6.webp 306x200",
            "causes[1].try_this[0].picture: 5.webp 305x200",
            "verdicts.nothing.try_this[0].picture: 7.webp 307x200",
        ]
    );
}

#[test]
fn a_draft_names_no_photo_without_an_address() {
    let mut file = with_photos();
    file["intro"]["picture"] = json!({"drawing": "back", "text": "A back."});
    file["questions"][0]["picture"]["photo"] = json!("data:image/png,a");
    let draft = Draft::read(&file.to_string());
    assert_eq!(draft.problems().len(), 2, "{}", lines(draft.problems()));
    assert_eq!(draft.photos()[0].0.to_string(), "questions[0].choices[0].picture");
}

#[test]
fn photos_that_only_some_answers_show_are_known_together() {
    let quiz = quiz(&with_photos());
    let expected = "3.webp 4.webp 5.webp 6.webp 7.webp";
    assert_eq!(quiz.photos_by_answers(), expected);
    let decoded = Quiz::from_bytes(&quiz.to_bytes()).expect("an encoded quiz");
    assert_eq!(decoded.photos_by_answers(), expected);
}

#[test]
fn an_encoded_quiz_has_its_photos() {
    let quiz = quiz(&with_photos());
    let decoded = Quiz::from_bytes(&quiz.to_bytes()).expect("an encoded quiz");
    assert!(decoded.intro().picture.is_none(), "the intro is in the host page");
    let photo = |quiz: &Quiz| quiz.questions()[0].picture.as_ref().expect("a picture").source.clone();
    assert_eq!(photo(&decoded), photo(&quiz));
    assert_eq!(decoded.questions()[0].choices[0].picture, quiz.questions()[0].choices[0].picture);
    assert_eq!(decoded.questions()[2].choices[1].picture, quiz.questions()[2].choices[1].picture);
    assert_eq!(decoded.causes()[1].try_this, quiz.causes()[1].try_this);
}

#[test]
fn a_translation_has_the_texts_of_photos_and_nothing_else_of_them() {
    let original = with_photos();
    let json = Json::parse(&original.to_string()).expect("JSON");
    let Json::Object(file) =
        update_translation(&json, None, "de", ChangedTexts::HoldTheOriginal, &PlainDigits).file
    else {
        panic!("an object")
    };
    let untranslated = file.iter().find(|(key, _)| key == "untranslated").map(|(_, value)| value);
    let Some(Json::Object(untranslated)) = untranslated else { panic!("texts to translate") };
    let names: Vec<&str> =
        untranslated.iter().map(|(name, _)| &**name).filter(|it| it.contains("picture")).collect();
    assert_eq!(
        names,
        [
            "causes.a.picture.text",
            "causes.b.picture.text",
            "causes.b.try_this[0].picture.text",
            "intro.picture.text",
            "questions.q0.choices.c0.picture.text",
            "questions.q0.picture.text",
            "questions.q2.picture.text",
            "verdicts.nothing.try_this[0].picture.text",
        ]
    );
}

#[test]
fn a_translation_with_another_photo_is_reported_and_runs() {
    let original = quiz(&with_photos());
    let mut file = with_photos();
    file["questions"][0]["picture"]["photo"] = json!("other.webp");
    file["causes"][0]["picture"]["width"] = json!(400);
    file["causes"][1].as_object_mut().expect("a cause").remove("picture");
    file["questions"][2]["choices"][1]["picture"]["text"] = json!("Ein Foto.");
    let translation = quiz(&file);
    assert_eq!(
        lines(&translation_problems(&original, &translation)),
        [
            "questions[0].picture.photo: a translation must differ only in texts; found `other.webp, 301 × 200`, but the original has `1.webp, 301 × 200`",
            "causes[0].picture.photo: a translation must differ only in texts; found `5.webp, 400 × 200`, but the original has `5.webp, 305 × 200`",
            "causes[1].picture.photo: a translation must differ only in texts; found nothing, but the original has `6.webp, 306 × 200`",
        ]
        .join("\n")
    );
    assert_eq!(translation_misfit(&original, &translation), None);
}

#[test]
fn a_photo_needs_no_drawings_file() {
    checked(&with_photos());
}
