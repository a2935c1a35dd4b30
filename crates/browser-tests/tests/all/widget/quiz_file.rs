//! The `quiz` attribute: a quiz of another author, and files that are broken, missing, too large or in a wrong encoding.

use std::time::Duration;

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::site::Site;
use crate::widget::article::{AUTHORS_WORDS, BREAD, FAILED, FIRST_SCREEN, article_with, built};

#[apply(chromium_only!)]
async fn a_quiz_about_another_subject_runs_and_its_texts_are_never_html(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let starter = include_str!("../../../../../quizzes/starter.json");
    let with_html =
        BREAD.replacen("What does the inside look like?", "What does the <b>inside</b> look like?", 1);
    for (quiz, heading, answers, verdict) in [
        (
            with_html.as_str(),
            "What does the <b>inside</b> look like?",
            &["Hardly any holes at all, like a brick", "It hardly moved, even after hours"][..],
            "Your loaf points to: Yeast that has had enough",
        ),
        (
            starter,
            "",
            &["All over, and they feel soft", "Wet, days after watering"],
            "Your answers lean toward: Roots that stand in water",
        ),
    ] {
        reader.server.update(|state| _ = state.texts.insert("another.json", quiz.to_owned()));
        reader.opens_page(article_with("quiz=another.json")).await;
        reader.presses("Start the safety check").await;
        reader.page.focus_is_on("heading", heading).await;
        for answer in answers {
            reader.chooses(answer).await;
            reader.continues().await;
        }
        let quiz: Value = serde_json::from_str(quiz).expect("JSON");
        for _ in answers.len()..quiz["questions"].as_array().expect("questions").len() {
            reader.presses("Not sure? Skip this one").await;
        }
        reader.page.focus_is_on("heading", verdict).await;
        reader.has_no_course_link().await;
    }
}

#[apply(chromium_only!)]
async fn a_stop_about_brakes_shows_its_card_without_a_number_and_the_console_is_silent(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let mut quiz: Value =
        serde_json::from_str(include_str!("../../../../../quizzes/starter.json")).expect("JSON");
    quiz["screens"] = json!([{
        "id": "safe", "level": "stop", "text": "First, is one of these so?",
        "choices": [
            {"id": "no-brakes", "text": "A brake does not hold the wheel"},
            {"id": "none", "text": "None of these", "exclusive": true},
        ],
        "card": {
            "heading": "Do not ride it", "body": "Have the brakes repaired first.", "ticked": "You ticked:",
            "after": "The squeak can wait.", "undo": "I ticked that by mistake",
        },
    }]);
    // The page has neither `region` nor a region in `lang`.
    let page = "<!doctype html><html lang=en><meta charset=utf-8>\
                <script type=module src=which-cause.js></script><body>\
                <which-cause quiz=brakes.json><h2>What squeaks?</h2></which-cause>";
    reader.server.update(|state| _ = state.texts.insert("brakes.json", quiz.to_string()));
    reader.opens_page(page.to_owned()).await;
    reader.presses("Start").await;
    reader.ticks("A brake does not hold the wheel").await;
    reader.presses("Next").await;
    reader.page.focus_is_on("heading", "Do not ride it").await;
    reader.page.shows("Have the brakes repaired first.").await;
    let links = "return document.querySelector('which-cause').shadowRoot.querySelectorAll('a').length";
    assert_eq!(reader.page.run(links, vec![]).await, 0);
    assert_eq!(reader.page.console().await, [] as [&str; 0]);
}

#[apply(chromium_only!)]
async fn a_broken_quiz_file_leaves_the_facade_and_its_problems_are_in_the_error_event(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.update(|state| {
        state
            .texts
            .insert("index.html", built("index.html").replace("course=\"course.html\"", "quiz=another.json"));
        state.texts.insert("another.json", r#"{"format": 1, "titel": "No"}"#.to_owned());
    });
    reader.opens("").await;
    reader.records_events().await;
    reader.presses("Start the safety check").await;
    reader.page.shows(FAILED).await;
    reader.page.shows(AUTHORS_WORDS).await;
    let events = reader.recorded_events().await;
    let reason = events[0]["detail"]["reason"].as_str().expect("a reason");
    assert_eq!(events[0]["type"], "which-cause-error");
    for problem in ["titel: unknown key; did you mean `title`?", "version: missing; expected text"] {
        assert!(reason.contains(problem), "{reason}");
    }
}

#[apply(chromium_only!)]
async fn a_quiz_file_that_cannot_be_read_is_named_in_the_error_event(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let elsewhere = Site::default().page("/another.json", "{}").serve().await;
    let far = format!("{}another.json", elsewhere.url);
    let large = format!("{}{}", BREAD, " ".repeat(2 << 20));
    reader.server.update(|state| _ = state.texts.insert("large.json", large));
    for (address, reason) in [
        ("gone.json", "gone.json: the server answers 404"),
        (far.as_str(), far.as_str()),
        ("large.json", "larger than 1048576 bytes"),
        ("course.html", "not JSON"),
    ] {
        let article = article_with(&format!("quiz={address}"));
        reader.opens_page(article).await;
        reader.records_events().await;
        reader.presses("Start the safety check").await;
        reader.page.shows(FAILED).await;
        let events = reader.recorded_events().await;
        let message = events[0]["detail"]["reason"].as_str().expect("a reason");
        assert!(message.contains(reason), "{address}: {message}");
        // The same element starts once its file is right.
        reader.runs_on_quiz("quiz.quiz = ''").await;
        reader.presses("Start the safety check").await;
        reader.page.find("group", FIRST_SCREEN).await;
    }
}

/// The bread quiz in a one-byte encoding, with a letter outside ASCII.
fn windows_1252() -> Vec<u8> {
    let text = BREAD.replacen("What does", "\u{fc}What does", 1);
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()
}

fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[apply(chromium_only!)]
async fn the_encoding_or_the_kind_of_a_wrong_file_is_in_the_error_event(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for (file, bytes, seems) in [
        ("windows.json", windows_1252(), "windows-1252"),
        ("utf16.json", utf_16(BREAD), "UTF-16"),
        ("packed.json", vec![0x1f, 0x8b, 8, 0, 0], "gzip"),
        ("login.json", b"<!doctype html><title>Log in</title>".to_vec(), "an HTML page"),
        ("comment.json", b"{\"format\": 1, // first\n}".to_vec(), "a comment"),
    ] {
        reader.server.update(|state| {
            state.texts.insert("index.html", article_with(&format!("quiz={file}")));
            state.bytes.insert(file, bytes);
        });
        reader.opens("").await;
        reader.records_events().await;
        reader.presses("Start the safety check").await;
        reader.page.shows(FAILED).await;
        let events = reader.recorded_events().await;
        let reason = events[0]["detail"]["reason"].as_str().expect("a reason");
        assert!(reason.contains(seems), "{reason}");
        assert!(reason.starts_with(&format!("{}{file}: ", reader.server.url)), "{reason}");
    }
}

#[apply(chromium_only!)]
async fn a_translation_or_drawings_in_a_wrong_encoding_are_named_in_the_console(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let mut quiz: Value = serde_json::from_str(BREAD).expect("JSON");
    quiz["drawings"] = json!("bread.drawings.json");
    quiz["questions"][0]["picture"] = json!({"drawing": "loaf", "text": "A loaf."});
    let article = article_with("quiz=bread.json translations=de lang=de");
    reader.server.update(|state| {
        state.texts.insert("index.html", article);
        // A byte order mark is allowed.
        state.texts.insert("bread.json", format!("\u{feff}{quiz}"));
        state.bytes.insert("bread.de.json", utf_16(BREAD));
        state.bytes.insert("bread.drawings.json", utf_16("{\"format\": 1}"));
    });
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    reader.page.focus_is_on("heading", "What does the inside look like?").await;
    for file in ["bread.de.json", "bread.drawings.json"] {
        let address = format!("{}{file}", reader.server.url);
        reader.console_says(&[&address, "UTF-16"]).await;
    }
}

impl Reader {
    /// Waits until one message in the console contains all of these.
    async fn console_says(&self, parts: &[&str]) {
        let mut messages = Vec::new();
        for _ in 0..200 {
            messages.extend(self.page.console().await);
            if messages.iter().any(|line: &String| parts.iter().all(|it| line.contains(it))) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("{parts:?}: {messages:?}");
    }
}
