//! The facade: the author's words and the Start button, before the app is fetched.

use std::time::Duration;

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::quiz::quiz_in;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::{AUTHORS_WORDS, FIRST_SCREEN, WASM, built};

#[apply(every_engine!)]
async fn the_app_is_fetched_when_the_quiz_comes_near_and_not_before(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("").await;
    reader.page.find("button", "Start the safety check").await;
    reader.page.shows(AUTHORS_WORDS).await;
    let focus = reader.page.run("return document.activeElement === document.body", vec![]).await;
    assert_eq!(focus, json!(true), "nothing takes the focus");
    assert_eq!(reader.page.run("return scrollY", vec![]).await, json!(0), "nothing scrolls the page");
    assert!(!reader.server.has_been_asked_for(WASM));
    reader.page.run("document.querySelector('which-cause').scrollIntoView()", vec![]).await;
    reader.server.waits_for_request(WASM).await;
    reader.page.find("button", "Start the safety check").await;
}

#[apply(chromium_only!)]
async fn for_a_reader_who_saves_data_nothing_is_fetched_before_start(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let saves = built("index.html").replacen(
        "<meta",
        "<script>Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) })</script><meta",
        1,
    );
    reader.opens_page(saves).await;
    reader.page.find("button", "Start the safety check").await;
    reader.runs_on_quiz("quiz.scrollIntoView(); quiz.loading = 'eager'; document.body.append(quiz)").await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    reader.server.update(|state| {
        assert!(state.requested.contains(&"which-cause.js".to_owned()));
        assert!(!state.requested.iter().any(|it| it.starts_with("which-cause-app")), "{:?}", state.requested);
    });
    reader.presses("Start the safety check").await;
    reader.page.shows("Safety check 1 of 3").await;
}

#[apply(chromium_only!)]
async fn without_the_loader_the_page_has_the_authors_words_and_link_and_no_button(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.update(|state| state.missing = vec!["which-cause.js"]);
    reader.opens("").await;
    reader.page.shows(AUTHORS_WORDS).await;
    let buttons = reader.page.names_of("button").await;
    assert!(buttons.is_empty(), "{buttons:?}");
    let links = reader.page.names_of("link").await;
    assert!(links.len() >= 2 && links.iter().all(|name| name == "Knots In Your Back Gone!"), "{links:?}");
}

#[apply(chromium_only!)]
async fn a_link_to_a_heading_that_the_quiz_hides_leads_to_the_quiz(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = built("index.html")
        .replacen(
            "<which-cause",
            "<nav style=\"margin-bottom: 3000px\"><a href=\"#own\">To the quiz</a></nav><which-cause",
            1,
        )
        .replacen("data-fallback", "id=own data-fallback", 1);
    reader.server.update(|state| _ = state.texts.insert("index.html", article));
    reader.starts().await;
    for _ in 0..2 {
        reader.runs_on_quiz("scrollTo({ top: 0, behavior: 'instant' })").await;
        reader.follows("To the quiz").await;
        reader.page.waits_until("Math.abs(document.querySelector('which-cause').getBoundingClientRect().top) < innerHeight / 2").await;
    }
    reader.page.find("group", FIRST_SCREEN).await;
}

#[apply(chromium_only!)]
async fn the_console_names_the_missing_region_and_nothing_else(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.clicks_through(&quiz_in("en"), "M1-desk-mixed", async || ()).await;
    reader.page.find("heading", "Your answers point to more than one thing").await;
    let messages = reader.page.console().await;
    assert!(
        messages.len() == 1 && messages[0].starts_with("warn: <which-cause>: no `region`"),
        "{messages:?}"
    );
}
