//! A reader who has gone elsewhere while the app was fetched keeps the focus.

use std::time::Duration;

use macro_rules_attribute::apply;

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::{DRAWINGS, FIRST_SCREEN, SECOND_SCREEN, WASM, built};

#[apply(every_engine!)]
async fn a_quiz_that_starts_late_leaves_the_focus_elsewhere_on_the_page(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = built("index.html").replace("<main>", "<main><button id=else>Elsewhere</button>");
    reader.server.update(|state| state.held = vec![WASM]);
    reader.opens_page(article).await;
    reader.presses("Start the safety check").await;
    reader.page.shows("Starting…").await;
    reader.presses("Elsewhere").await;
    reader.server.update(|state| state.held.clear());
    reader.page.find("group", FIRST_SCREEN).await;
    reader.page.focus_is_on("button", "Elsewhere").await;
    // The reader's next press in the quiz moves the focus again.
    reader.ticks("None of these").await;
    reader.continues().await;
    reader.page.focus_is_on("heading", SECOND_SCREEN).await;

    // The same if the quiz is inside another shadow root than the focus.
    let page = "<!doctype html><html lang=en-GB><body><input aria-label=Search><div id=host></div>
        <script type=module src=which-cause.js></script><script>
        host.attachShadow({ mode: 'open' }).innerHTML = '<which-cause><p>Words</p></which-cause>';</script>";
    reader.server.update(|state| state.held = vec![WASM]);
    reader.opens_page(page).await;
    reader.presses("Start").await;
    reader.page.run("document.querySelector('input').focus()", vec![]).await;
    reader.server.update(|state| state.held.clear());
    reader.page.find("group", FIRST_SCREEN).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(reader.page.focus().await.map(|(_, name)| name).as_deref(), Some("Search"));
}

#[apply(chromium_only!)]
async fn a_language_that_changes_while_the_app_is_fetched_counts(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for script in ["quiz.lang = 'es'", "document.documentElement.lang = 'es'"] {
        for held in ["which-cause-app.js", WASM] {
            reader.server.update(|state| state.held = vec![held]);
            reader.opens("").await;
            reader.presses("Start the safety check").await;
            reader.runs_on_quiz(script).await;
            reader.server.update(|state| state.held.clear());
            reader.page.shows("Revisión de seguridad 1 de 3").await;
        }
    }
}

/// The first screen waits for the module alone. So the browser makes its slow lookups meanwhile, and what is needed later is fetched later.
#[apply(chromium_only!)]
async fn only_the_first_lookups_are_done_while_the_module_arrives(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let count = "<script>window.lookups = 0; Intl.DateTimeFormat = class extends Intl.DateTimeFormat {
        constructor() { super(); lookups += 1; } }</script><meta";
    reader.server.update(|state| state.held = vec![WASM]);
    reader.opens_page(built("index.html").replacen("<meta", count, 1)).await;
    reader.presses("Start the safety check").await;
    reader.page.waits_until("lookups === 1").await;
    reader.page.shows("Starting…").await;
    assert!(!reader.server.has_been_asked_for(DRAWINGS));
    reader.server.update(|state| state.held.clear());
    reader.page.find("group", FIRST_SCREEN).await;
    reader.server.waits_for_request(DRAWINGS).await;
}
