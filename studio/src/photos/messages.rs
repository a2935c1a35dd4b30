//! The problems and findings about the photos of a quiz, the same that `which-cause check` reports. A wrong width or height is
//! reported only at its field, because the browser decodes a photo only where it is shown.

use std::collections::HashSet;

use leptos::prelude::*;
use which_cause_quiz::{FindingKind, JsonPath, MAX_KILOBYTES_BY_ANSWERS, Value};

use super::addresses::photo_places;
use super::{Photo, ShownPhoto};
use crate::check::{Check, FieldMessage};
use crate::document_signal::DocumentSignal;

/// The problems and findings about photos, after each check of the quiz.
pub(super) fn photo_messages(
    document: DocumentSignal,
    check: RwSignal<Check>,
    list: RwSignal<Vec<ShownPhoto>>,
) -> Memo<Vec<(JsonPath, FieldMessage)>> {
    Memo::new(move |_| {
        let quiz = check.with(|check| check.quiz.clone());
        let by_answers = quiz.as_ref().map(|quiz| quiz.photos_by_answers()).unwrap_or_default();
        list.with(|list| {
            let photos: Vec<&Photo> = list.iter().map(|shown| &shown.photo).collect();
            if photos.is_empty() {
                return Vec::new();
            }
            document.with_untracked(|document| messages_of(document.value(), by_answers, &photos))
        })
    })
}

/// `by_answers` has the addresses of the photos that only some readers see, with spaces between them.
fn messages_of(file: &Value, by_answers: &str, photos: &[&Photo]) -> Vec<(JsonPath, FieldMessage)> {
    let photo_at = |address: &str| photos.iter().find(|photo| photo.address == address);
    let mut messages = Vec::new();
    let mut known = HashSet::new();
    for (path, address) in photo_places(file) {
        let Some(photo) = photo_at(&address) else { continue };
        if let Some(problem) = photo.problem() {
            messages.push((path.clone(), FieldMessage::Problem(problem)));
        }
        if known.insert(address)
            && let Some(finding) = photo.finding()
        {
            messages.push((path, FieldMessage::Finding(finding)));
        }
    }
    let addresses = by_answers.split_whitespace();
    let count = addresses.clone().count();
    let bytes: usize = addresses.filter_map(photo_at).map(|photo| photo.bytes.len()).sum();
    let kilobytes = bytes.div_ceil(1_000);
    if kilobytes > MAX_KILOBYTES_BY_ANSWERS {
        let kind = FindingKind::HeavyPhotos { count, kilobytes, most: MAX_KILOBYTES_BY_ANSWERS };
        messages.push((JsonPath::to_key("causes"), FieldMessage::Finding(kind.to_string())));
    }
    messages
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"{"questions": [{"picture": {"photo": "a.webp"}}, {"picture": {"photo": "b.webp"}}],
        "causes": [{"picture": {"photo": "a.webp"}}, {"picture": {"photo": "missing.webp"}}]}"#;

    fn photo(address: &str, bytes: &[u8]) -> Photo {
        Photo { address: address.to_owned(), bytes: bytes.into(), has_file: true }
    }

    fn webp(address: &str, bytes: usize) -> Photo {
        let mut content = b"RIFF\0\0\0\0WEBP".to_vec();
        content.resize(bytes, 0);
        photo(address, &content)
    }

    fn messages(by_answers: &str, photos: &[Photo]) -> Vec<(String, FieldMessage)> {
        let file = Value::parse(FILE).expect("JSON");
        let photos: Vec<&Photo> = photos.iter().collect();
        let messages = messages_of(&file, by_answers, &photos);
        messages.into_iter().map(|(path, message)| (path.to_string(), message)).collect()
    }

    #[test]
    fn a_heavy_photo_is_found_at_its_first_field() {
        let messages = messages("", &[webp("a.webp", 300_000), webp("b.webp", 200_000)]);
        let [(path, FieldMessage::Finding(text))] = &*messages else { panic!("one finding: {messages:?}") };
        assert_eq!(path, "questions[0].picture.photo");
        assert!(text.starts_with("this photo has 300 KB;"), "{text}");
    }

    #[test]
    fn a_file_that_is_no_photo_is_a_problem_at_each_of_its_fields() {
        let messages = messages("", &[photo("a.webp", b"GIF89a")]);
        let paths: Vec<&str> = messages.iter().map(|(path, _)| &**path).collect();
        assert_eq!(paths, ["questions[0].picture.photo", "causes[0].picture.photo"]);
        assert!(messages.iter().all(|(_, message)| message.is_problem()), "{messages:?}");
    }

    #[test]
    fn a_photo_with_the_name_of_a_program_is_a_problem() {
        let file = Value::parse(r#"{"intro": {"picture": {"photo": "x.php"}}}"#).expect("JSON");
        let messages = messages_of(&file, "", &[&webp("x.php", 12)]);
        let [(_, FieldMessage::Problem(text))] = &*messages else { panic!("one problem: {messages:?}") };
        assert!(text.starts_with("the name of a photo ends in .webp"), "{text}");
    }

    #[test]
    fn photos_that_only_some_answers_show_have_a_limit_together() {
        let photos = [webp("a.webp", 200_000), webp("b.webp", 200_000), webp("c.webp", 601_000)];
        let causes = |by_answers: &str| {
            messages(by_answers, &photos).into_iter().filter(|(path, _)| path == "causes").collect::<Vec<_>>()
        };
        assert_eq!(causes("a.webp c.webp missing.webp"), []);
        let found = causes("a.webp b.webp c.webp");
        let [(_, FieldMessage::Finding(text))] = &*found else { panic!("one finding: {found:?}") };
        assert!(text.contains("1001 KB"), "{text}");
    }
}
