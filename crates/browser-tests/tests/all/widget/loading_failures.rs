//! If the app or WebAssembly does not arrive, the author's words stay and a press of Start tries again.

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::{AUTHORS_WORDS, FAILED, FIRST_SCREEN, WASM, built};

/// Presses Start and waits for the message that the quiz could not start.
async fn start_fails(reader: &Reader) {
    reader.presses("Start the safety check").await;
    reader.page.shows(FAILED).await;
    reader.page.shows(AUTHORS_WORDS).await;
}

#[apply(every_engine!)]
async fn an_app_that_does_not_arrive_shows_the_authors_link_and_can_be_tried_again(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for missing in [WASM, "which-cause-app.js"] {
        reader.server.update(|state| state.missing = vec![missing]);
        reader.opens("").await;
        reader.page.find("button", "Start the safety check").await;
        let links = reader.page.names_of("link").await.len();
        start_fails(&reader).await;
        assert_eq!(reader.page.names_of("link").await.len(), links + 1, "the author's link to the course");
        reader.server.update(|state| state.missing.clear());
        reader.presses("Start the safety check").await;
        reader.page.focus_is_on("heading", FIRST_SCREEN).await;
    }
}

#[apply(chromium_only!)]
async fn in_a_browser_that_cannot_run_the_quiz_the_authors_words_and_link_stay(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for lack in [
        // An old browser.
        "CSSStyleSheet = class { constructor() { throw new TypeError('Illegal constructor') } }",
        // A browser that its reader has hardened.
        "delete self.WebAssembly",
    ] {
        let loaded = "<script type=module>window.isLoaded = true</script></body>";
        let article = built("index.html")
            .replacen("<meta", &format!("<script>{lack}</script><meta"), 1)
            .replace("</body>", loaded);
        reader.opens_page(article).await;
        // Modules run in their order, so the loader has run.
        reader.page.waits_until("window.isLoaded").await;
        reader.page.shows(AUTHORS_WORDS).await;
        let link = "return quiz.querySelector('[data-fallback] a').checkVisibility()";
        assert_eq!(reader.asks_quiz(link).await, json!(true), "{lack}");
        let buttons = reader.page.names_of("button").await;
        assert!(buttons.is_empty(), "{lack}: there is nothing to start: {buttons:?}");
    }
}

#[apply(chromium_only!)]
async fn half_a_module_fails_with_a_reason_and_the_next_start_fetches_a_whole_one(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.update(|state| state.cut_in_half = vec![WASM]);
    reader.opens("").await;
    reader.records_events().await;
    start_fails(&reader).await;
    let events = reader.recorded_events().await;
    assert!(events[0]["detail"]["reason"].as_str().is_some_and(|it| !it.is_empty()), "{events:?}");
    reader.server.update(|state| state.cut_in_half.clear());
    reader.presses("Start the safety check").await;
    reader.page.find("group", FIRST_SCREEN).await;
}

#[apply(chromium_only!)]
async fn a_module_with_a_wrong_type_runs_and_a_script_with_a_wrong_type_fails(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.update(|state| state.wrong_type = vec![WASM]);
    reader.starts().await;
    reader.server.update(|state| state.wrong_type = vec!["which-cause-app.js"]);
    reader.opens("").await;
    start_fails(&reader).await;
}

#[apply(chromium_only!)]
async fn under_a_policy_that_refuses_webassembly_or_connections_the_quiz_does_not_start(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for policy in [
        // Refuses WebAssembly.
        "default-src 'none'; script-src 'self'; connect-src 'self'",
        // Refuses connections.
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
    ] {
        reader.is_under(policy);
        reader.opens("").await;
        start_fails(&reader).await;
    }
}

#[apply(chromium_only!)]
async fn a_quiz_that_has_started_goes_on_without_a_network(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.server.update(|state| {
        state.missing = vec!["index.html", "which-cause.js", "which-cause-app.js", WASM];
    });
    reader.ticks_no_flags().await;
    reader.skips_to_the_result().await;
    reader.presses("Start again").await;
    reader.page.find("group", FIRST_SCREEN).await;
}
