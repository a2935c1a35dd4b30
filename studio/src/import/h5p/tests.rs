use super::super::archive::tests::packed;
use super::super::quiz_file::tests::{assert_only_texts_are_missing, problems};
use super::*;

const CONTENT: &str = r#"{
    "titleScreen": {"titleScreenIntroduction": "<p>Which <b>fruit</b> are you?<img src='a.png'></p>"},
    "personalitiesGroup": {"personalities": [
        {"name": "Apple", "description": "<div>Round &amp; <strong>firm</strong>.</div><div>Red.</div>", "image": {"file": {"path": "images/a.jpg"}}},
        {"name": "Mango &#039;Kent&#039;", "description": "<script>alert(1)</script>"}
    ]},
    "questionsGroup": {"questions": [
        {"text": "Color?", "answers": [
            {"text": "Red", "personality": "apple, Mango &#039;Kent&#039;=-1"},
            {"text": "Yellow", "personality": "Mango &#039;Kent&#039;=4, kiwi, Apple=some"}
        ]}
    ]},
    "resultScreen": {"animation": "wheel"}
}"#;

fn package(library: &str) -> Vec<u8> {
    let info = format!(
        r#"{{"title": "Fruit &amp; you", "mainLibrary": "{library}", "language": "und", "defaultLanguage": "en"}}"#
    );
    packed(&[("h5p.json", info.as_bytes()), ("content/content.json", CONTENT.as_bytes())])
}

#[test]
fn a_package_becomes_a_quiz_and_says_what_is_left_out() {
    let mut archive = Archive::open(package("H5P.PersonalityQuiz")).expect("an archive");
    let imported = from_archive(&mut archive, "fruit").expect("a quiz");
    let quiz = imported.quiz.to_json();
    for part in [
        r#""title": "Fruit & you""#,
        r#""lead": "Which fruit are you?""#,
        r#""means": "Round & **firm**.\n\nRed.""#,
        r#"{"id": "red", "text": "Red", "points": {"apple": 1, "mango-kent": -1}}"#,
        r#"{"id": "yellow", "text": "Yellow", "points": {"mango-kent": 4}}"#,
    ] {
        assert!(quiz.contains(part), "{part} is not in {quiz}");
    }
    assert!(!quiz.contains("alert"), "{quiz}");
    assert_only_texts_are_missing(&imported.quiz);
    assert_eq!(
        imported.left_out,
        [
            "Question 1, “Yellow”: there is no personality “kiwi”.",
            "Question 1, “Yellow”: the score “some” is not a whole number.",
            "2 pictures. Add them as photos.",
            "The animation of the result.",
        ]
    );
}

#[test]
fn photos_of_a_package_are_taken_over() {
    let content = CONTENT
        .replace(r#"{"path": "images/a.jpg"}"#, r#"{"path": "images/a.jpg#tmp", "width": 8, "height": 6}"#)
        .replacen(
            r#"{"text": "Red","#,
            r#"{"image": {"params": {"file": {"path": "images/b.png", "width": 4, "height": 3}, "alt": "A red &amp; round apple"}}, "text": "Red","#,
            1,
        )
        .replacen(
            r#"{"text": "Color?","#,
            r#"{"image": {"params": {"file": {"path": "images/c.gif", "width": 4, "height": 3}}}, "text": "Color?","#,
            1,
        );
    let bytes = packed(&[
        ("h5p.json", br#"{"mainLibrary": "H5P.PersonalityQuiz"}"#),
        ("content/content.json", content.as_bytes()),
        ("content/images/a.jpg", b"\xff\xd8\xff"),
        ("content/images/b.png", b"\x89PNG"),
        ("content/images/c.gif", b"GIF89a"),
    ]);
    let imported = from_archive(&mut Archive::open(bytes).expect("an archive"), "fruit").expect("a quiz");
    let addresses: Vec<&str> = imported.photos.iter().map(|photo| &*photo.address).collect();
    assert_eq!(addresses, ["images/a.jpg", "images/b.png"]);
    let quiz = imported.quiz.to_json();
    for part in [
        r#""picture": {"photo": "images/a.jpg", "width": 8, "height": 6, "text": ""}"#,
        r#""picture": {"photo": "images/b.png", "width": 4, "height": 3, "text": "A red & round apple"}"#,
    ] {
        assert!(quiz.contains(part), "{part} is not in {quiz}");
    }
    assert_only_texts_are_missing(&imported.quiz);
    assert!(
        imported.left_out.contains(&"2 pictures. Add them as photos.".to_owned()),
        "{:?}",
        imported.left_out
    );
}

#[test]
fn a_file_of_a_package_that_is_not_called_a_photo_is_left_out() {
    let content = CONTENT.replace("\"images/a.jpg\"", "\"which-cause.js\", \"width\": 8, \"height\": 6");
    let bytes = packed(&[
        ("h5p.json", br#"{"mainLibrary": "H5P.PersonalityQuiz"}"#),
        ("content/content.json", content.as_bytes()),
        ("content/which-cause.js", b"RIFF;///WEBP\nvar RIFF, WEBP;"),
    ]);
    let imported = from_archive(&mut Archive::open(bytes).expect("an archive"), "fruit").expect("a quiz");
    assert_eq!(imported.photos, []);
    assert!(!imported.quiz.to_json().contains("which-cause.js"));
}

#[test]
fn licenses_of_a_package_and_its_pictures_are_named() {
    let content = CONTENT
        .replace(
            r#"{"path": "images/a.jpg"}"#,
            r#"{"path": "images/a.jpg", "width": 8, "height": 6, "copyright": {"license": "CC BY", "author": "Ann Lee"}}"#,
        )
        .replacen(
            r#"{"text": "Red","#,
            r#"{"image": {"metadata": {"license": "C"}, "params": {"file": {"path": "b.png", "width": 4, "height": 3, "copyright": {"license": "U"}}}}, "text": "Red","#,
            1,
        );
    let info = br#"{"mainLibrary": "H5P.PersonalityQuiz", "license": "CC BY-SA", "authors": [{"name": "Jo Ray", "role": "Author"}]}"#;
    let bytes = packed(&[
        ("h5p.json", info),
        ("content/content.json", content.as_bytes()),
        ("content/images/a.jpg", b"\xff\xd8\xff"),
        ("content/b.png", b"\x89PNG"),
    ]);
    let imported = from_archive(&mut Archive::open(bytes).expect("an archive"), "fruit").expect("a quiz");
    let licenses: Vec<&String> = imported.left_out.iter().filter(|it| it.contains("license")).collect();
    assert_eq!(
        licenses,
        [
            "The picture images/a.jpg has a license: CC BY, Ann Lee. Name its author in the quiz.",
            "The picture b.png has a license: copyright. Name its author in the quiz.",
            "The package has a license: CC BY-SA, Jo Ray. Name its author in the quiz.",
        ]
    );
}

#[test]
fn a_content_of_an_older_version_is_read_too() {
    let json = serde_json::json!({
        "titleScreen": {"title": {"text": "Fruit"}},
        "personalities": [{"name": "A", "description": "a"}, {"name": "B", "description": "b"}],
        "questions": [{"text": "Q", "answers": [{"text": "x", "personality": "A"}, {"text": "y", "personality": "B"}]}],
        "startText": "Go"
    });
    let imported = from_content(&json, "", Some("de"), "content").expect("a quiz");
    let quiz = imported.quiz.to_json();
    assert!(quiz.contains(r#""title": "Fruit""#) && quiz.contains(r#""start": "Go""#), "{quiz}");
    assert!(quiz.contains(r#""language": "de""#), "{quiz}");
    assert!(problems(&imported.quiz).iter().all(|it| it.contains("an empty text")));
    assert_eq!(imported.left_out, [""; 0]);
}

#[test]
fn another_kind_of_package_is_named() {
    let mut archive = Archive::open(package("H5P.QuestionSet")).expect("an archive");
    let error = from_archive(&mut archive, "fruit").expect_err("another kind");
    assert!(error.starts_with("this is “H5P.QuestionSet” of H5P."), "{error}");
    assert!(from_content(&serde_json::json!({}), "", None, "x").is_err());
}
