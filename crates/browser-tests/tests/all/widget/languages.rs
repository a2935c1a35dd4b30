//! The quiz is in the language of the element or of the page around it.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::quiz::quiz_in;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;

/// A text of a quiz file.
pub(crate) fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

/// The question of a safety screen in one of the languages.
pub(crate) fn screen(tag: &str, index: usize) -> String {
    text(&quiz_in(tag)["screens"][index]["text"]).to_owned()
}

/// A page in a language.
pub(crate) fn page(lang: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang={lang}><meta charset=utf-8><body>\
         <script type=module src=which-cause.js></script>{body}<p><button>Elsewhere</button>"
    )
}

/// A quiz with nothing set.
pub(crate) const ONE: &str = "<which-cause><p>Words</p></which-cause>";

impl Reader {
    /// The quiz files that the server was asked for. Drawings are for all languages.
    pub(crate) fn requested_quiz_files(&self) -> Vec<String> {
        let mut files = self.server.requested();
        files.retain(|it| {
            matches!(it.rsplit('.').next(), Some("json" | "quiz")) && !it.contains(".drawings.")
        });
        files
    }
}

#[apply(chromium_only!)]
async fn the_quiz_is_in_the_language_around_it_and_fetches_no_other(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for (lang, tag, direction) in [
        ("es", "es", "ltr"),
        ("de", "de", "ltr"),
        ("ar", "ar", "rtl"),
        ("es-MX", "es", "ltr"),
        ("DE-at", "de", "ltr"),
        ("fr", "en", "ltr"),
        ("en-GB", "en", "ltr"),
    ] {
        reader.opens_page(page(lang, ONE)).await;
        reader.presses("Start").await;
        reader.page.focus_is_on("heading", &screen(tag, 0)).await;
        let script = "const section = quiz.shadowRoot.querySelector('section'); return [section.lang, getComputedStyle(section).direction]";
        assert_eq!(reader.asks_quiz(script).await, json!([tag, direction]), "{lang}");
        let file = format!("upper-back-knots.{tag}.quiz");
        assert_eq!(reader.requested_quiz_files(), if tag == "en" { vec![] } else { vec![file] }, "{lang}");
    }
}

#[apply(chromium_only!)]
async fn in_arabic_progress_and_telephone_numbers_have_western_digits(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    // For Arabic in Egypt the browser's own choice is Arabic digits.
    reader.opens_page(page("ar-EG", ONE)).await;
    reader.presses("Start").await;
    let quiz = quiz_in("ar");
    let progress = text(&quiz["words"]["screening_progress"]).replace("{n}", "1").replace("{total}", "3");
    reader.page.shows(&progress).await;
    reader.ticks(text(&quiz["screens"][0]["choices"][0]["text"])).await;
    reader.presses(text(&quiz["words"]["next"])).await;
    let card = &quiz["screens"][0]["card"];
    let number = text(&quiz["care"]["emergency"]["regions"]["EG"]["number"]);
    reader.page.focus_is_on("heading", &text(&card["heading"]).replace("{emergency_number}", number)).await;
    let call = reader.page.find("link", &text(&card["call"]).replace("{emergency_number}", number)).await;
    assert_eq!(call.attr("href").await.expect("a link"), Some(format!("tel:{number}")));
    let other = reader.page.text().await.chars().any(|it| ('\u{660}'..='\u{669}').contains(&it));
    assert!(!other, "digits of another kind");
}

#[apply(chromium_only!)]
async fn a_frame_has_the_language_of_its_address_before_the_start_too(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("frame.html?lang=ar-EG").await;
    let quiz = quiz_in("ar");
    reader.page.shows(text(&quiz["intro"]["lead"])).await;
    reader.page.shows(text(&quiz["notice"])).await;
    reader.page.does_not_show("The article lists five things").await;
    assert_eq!(
        reader.asks_quiz("return [quiz.lang, quiz.dir, document.title]").await,
        json!(["ar-EG", "rtl", quiz["title"]])
    );
    reader.presses(text(&quiz["intro"]["start"])).await;
    reader.page.focus_is_on("heading", &screen("ar", 0)).await;
    // Without a translation, or if it does not arrive, the words in the page stay.
    reader.server.update(|state| {
        state.missing.extend(["upper-back-knots.intro.es.json", "upper-back-knots.es.quiz"]);
    });
    for lang in ["fr", "es"] {
        reader.opens(&format!("frame.html?lang={lang}")).await;
        reader.page.shows("The article lists five things").await;
        reader.presses("Start the safety check").await;
        reader.page.focus_is_on("heading", &screen("en", 0)).await;
    }
}
