//! The quiz gives up on a file that never arrives, says so, and can be started again.
//!
//! That a file fails after 20 seconds without a byte is also tested in `js/tests/fetching.test.js`.

use std::time::{Duration, Instant};

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::{FAILED, WASM, built};

/// Starts the quiz while a file never arrives, waits until it gives up, and starts it again with the file.
async fn gives_up(engine: Engine, silent: &'static str) {
    let reader = Reader::new(engine, Mouse).await;
    // The quiz is far down the page, so nothing is fetched before the press.
    let article =
        built("index.html").replace("<which-cause", "<div style=\"height: 5000px\"></div><which-cause");
    reader.server.update(|state| {
        state.texts.insert("index.html", article);
        state.held.push(silent);
    });
    reader.opens("").await;
    reader.page.find("button", "Start the safety check").await;
    reader.runs_on_quiz("window.errors = []; quiz.addEventListener('which-cause-error', ({ detail }) => errors.push(detail.reason)); quiz.start()").await;
    let pressed = Instant::now();
    tokio::time::sleep(Duration::from_secs(15)).await;
    let words = "return [errors.length, quiz.shadowRoot.querySelector('.message').textContent]";
    assert_eq!(reader.asks_quiz(words).await, json!([0, "Starting…"]), "{silent}: it may come yet");
    reader.page.shows(FAILED).await;
    let waited = pressed.elapsed();
    assert!(waited > Duration::from_secs(19) && waited < Duration::from_secs(30), "{silent}: {waited:?}");
    // The author's link is shown, and Start tries again.
    let fallback = "return quiz.querySelector('[data-fallback]').checkVisibility()";
    assert_eq!(reader.asks_quiz(fallback).await, json!(true));
    reader.server.update(|state| state.held.clear());
    reader.runs_on_quiz("quiz.start()").await;
    reader.page.shows("Safety check 1 of 3").await;
}

/// The readers wait at the same time.
#[apply(chromium_only!)]
async fn a_script_or_a_module_that_never_arrives_fails_and_a_translation_is_done_without(engine: Engine) {
    tokio::join!(
        gives_up(engine, "which-cause-app.js"),
        gives_up(engine, WASM),
        stays_in_its_own_language(engine)
    );
}

async fn stays_in_its_own_language(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.server.update(|state| {
        state.texts.insert("index.html", built("index.html").replace("lang=\"en\"", "lang=\"es\""));
        state.held.push("upper-back-knots.es.quiz");
    });
    reader.opens("").await;
    reader.page.find("button", "Start the safety check").await;
    reader.runs_on_quiz("quiz.start()").await;
    tokio::time::sleep(Duration::from_secs(10)).await;
    reader.page.shows("Safety check 1 of 3").await;
}
