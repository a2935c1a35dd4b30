//! The Leptos app in `examples/`, in Chromium alone: it shows that the component works without the custom element. `make test-example`
//! builds it.

use crate::harness::engine::Engine;
use crate::harness::reader::{Hand, Reader};
use crate::harness::site::{Served, Site};

const BUILD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/leptos-app");

/// Opens the app and starts its quiz.
async fn starts() -> (Reader, Served) {
    let reader = Reader::new(Engine::Chromium, Hand::Mouse).await;
    let build = std::fs::canonicalize(BUILD).expect("the app: `make test-example` builds it");
    let served = Site::default().folder("/", build).serve().await;
    reader.page.client.goto(&served.url).await.expect("the app opens");
    reader.presses("Start the quiz").await;
    reader.page.focuses("heading", "First, is any of this happening with your pain?").await;
    (reader, served)
}

/// Chooses the language of the quiz.
async fn chooses_language(reader: &Reader, language: &str) {
    let script = "const select = document.querySelector('select');
        select.focus();
        select.value = arguments[0];
        select.dispatchEvent(new Event('change', { bubbles: true }))";
    reader.page.run(script, vec![language.into()]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quiz_in_a_leptos_app_has_a_result_a_course_link_and_events() {
    let (reader, _served) = starts().await;
    reader.has_no_flags().await;
    reader.page.says("Question 1 of 11").await;
    for number in 1..=11 {
        reader.page.says(&format!("Question {number} of 11")).await;
        reader.presses("Not sure? Skip this one").await;
    }
    let course = reader.page.the("link", "See what's in the course").await;
    let address = course.attr("href").await.expect("the link is there");
    assert_eq!(address.as_deref(), Some("https://example.org/knots-in-your-back-gone/"));
    for event in [
        "Started",
        "Step { number: 1, of: 14 }",
        "Step { number: 14, of: 14 }",
        "Finished { verdict: \"nothing\"",
    ] {
        reader.page.says(event).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_language_keeps_the_readers_place_picks_and_focus() {
    let (reader, _served) = starts().await;
    reader.ticks("Trouble breathing").await;
    chooses_language(&reader, "es").await;
    reader.page.says("Revisión de seguridad 1 de 3").await;
    let state =
        "return [document.querySelector('.base').lang, document.querySelectorAll('.base :checked').length,
        document.activeElement.localName]";
    assert_eq!(reader.page.run(state, vec![]).await, serde_json::json!(["es", 1, "select"]));
    // The region's emergency number is in the translation too.
    reader.presses("Siguiente").await;
    reader.page.says("999").await;
    chooses_language(&reader, "en").await;
    reader.page.says("999").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_quiz_in_a_leptos_app_has_its_style_sheet_and_the_page_has_none_of_it() {
    let (reader, _served) = starts().await;
    reader.ticks("Trouble breathing").await;
    reader.presses("Next").await;
    reader.page.says("999").await;
    let styles = "const of = (selector) => getComputedStyle(document.querySelector(selector));
        return [of('.care').borderTopColor, of('.care-band').backgroundColor, of('.base .primary').backgroundColor,
            of('main > h2').marginBlockStart !== '0px']";
    let alarm = "rgb(176, 36, 28)";
    let styles = reader.page.run(styles, vec![]).await;
    assert_eq!(styles, serde_json::json!([alarm, alarm, alarm, true]));
}

#[tokio::test(flavor = "multi_thread")]
async fn back_from_the_first_screen_tells_the_app() {
    let (reader, _served) = starts().await;
    reader.presses("Back").await;
    reader.page.the("button", "Start the quiz").await;
    reader.page.says("Left").await;
}
