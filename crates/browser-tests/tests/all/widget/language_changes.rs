//! The language may change while the quiz is shown. The reader keeps their place, and no event is dispatched for it.

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::quiz::quiz_in;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::DRAWINGS;
use crate::widget::languages::{ONE, page, screen, text};

#[apply(chromium_only!)]
async fn a_reader_keeps_their_place_when_the_language_changes(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens_page(page("en", ONE)).await;
    reader.records_events().await;
    reader.presses("Start").await;
    reader.ticks("None of these").await;
    reader.presses("Next").await;
    reader.ticks("I have, or have had, cancer").await;
    let before = reader.recorded_events().await.len();
    reader.presses("Elsewhere").await;
    let picked = "return [...quiz.shadowRoot.querySelectorAll(':checked')].map((it) => it.closest('label').textContent)";
    for tag in ["es", "ar", "de"] {
        reader.runs_on_quiz(&format!("quiz.lang = '{tag}'")).await;
        reader.page.find("group", &screen(tag, 1)).await;
        assert_eq!(reader.asks_quiz(picked).await, json!([quiz_in(tag)["screens"][1]["choices"][1]["text"]]));
        assert_eq!(
            reader.page.focus().await,
            Some(("button".to_owned(), "Elsewhere".to_owned())),
            "the focus is not taken from where it is"
        );
    }
    assert_eq!(reader.recorded_events().await.len(), before, "no event");
    // A language without a translation gives the quiz's own. No translation is fetched twice.
    reader.runs_on_quiz("quiz.lang = 'fr'").await;
    reader.page.find("group", &screen("en", 1)).await;
    reader.runs_on_quiz("quiz.lang = 'es'").await;
    reader.page.find("group", &screen("es", 1)).await;
    assert_eq!(reader.requested_quiz_files().len(), 3, "{:?}", reader.requested_quiz_files());
    // The reader continues: the tick stops the quiz, and events are dispatched again.
    let quiz = quiz_in("es");
    reader.presses(text(&quiz["words"]["next"])).await;
    reader.page.focus_is_on("heading", text(&quiz["screens"][1]["card"]["heading"])).await;
    reader.runs_on_quiz("quiz.lang = 'en'").await;
    reader.page.find("heading", "Please speak to a doctor today").await;
    reader.presses("I ticked that by mistake").await;
    reader.ticks("None of these").await;
    reader.presses("Next").await;
    reader.page.find("group", &screen("en", 2)).await;
    let events = reader.recorded_events().await;
    assert_eq!(events.last().expect("an event")["detail"]["step"], 3, "{events:?}");
    assert_eq!(events.len(), before + 1, "{events:?}");
}

#[apply(chromium_only!)]
async fn a_language_that_changes_on_the_page_counts_from_the_next_start(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens_page(page("en", ONE)).await;
    reader.presses("Start").await;
    reader.page.focus_is_on("heading", &screen("en", 0)).await;
    // Back from the first screen, the facade is shown and stays.
    reader.presses("Back").await;
    reader.page.focus_is_on("button", "Start").await;
    reader.runs_on_quiz("quiz.lang = 'de'").await;
    reader.server.waits_for_request("upper-back-knots.de.quiz").await;
    reader.page.shows("Words").await;
    reader.page.does_not_show(&screen("de", 0)).await;
    reader.presses("Start").await;
    reader.page.focus_is_on("heading", &screen("de", 0)).await;
    reader.runs_on_quiz("quiz.removeAttribute('lang')").await;
    reader.page.find("group", &screen("en", 0)).await;
    reader.runs_on_quiz("document.documentElement.lang = 'es'; return quiz.start()").await;
    reader.page.focus_is_on("heading", &screen("es", 0)).await;
}

#[apply(chromium_only!)]
async fn a_translated_quiz_requests_nothing_and_its_result_may_change_the_language(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens_page(page("es", ONE)).await;
    reader.records_events().await;
    reader.presses("Start").await;
    let quiz = quiz_in("es");
    reader.page.find("group", &screen("es", 0)).await;
    reader.server.waits_for_request(DRAWINGS).await;
    reader.server.update(|state| state.requested.clear());
    reader.clicks_through(&quiz, "M1-desk-mixed", async || ()).await;
    reader.page.focus_is_on("heading", text(&quiz["verdicts"]["mixed"]["heading"])).await;
    assert_eq!(reader.server.requested(), [] as [&str; 0]);
    let events = reader.recorded_events().await;
    assert_eq!(events.last().expect("an event")["type"], "which-cause-finish");
    reader.runs_on_quiz("quiz.lang = 'de'").await;
    // The focus was in the quiz, and stays in it.
    reader.page.focus_is_on("heading", text(&quiz_in("de")["verdicts"]["mixed"]["heading"])).await;
    assert_eq!(reader.recorded_events().await, events);
}

#[apply(chromium_only!)]
async fn a_remembered_session_is_restored_in_another_language(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let one = "<which-cause remember></which-cause>";
    reader.opens_page(page("es", one)).await;
    reader.presses("Start").await;
    let quiz = quiz_in("es");
    reader
        .ticks(text(
            &quiz["screens"][0]["choices"].as_array().expect("choices").last().expect("none")["text"],
        ))
        .await;
    reader.presses(text(&quiz["words"]["next"])).await;
    reader.page.find("group", &screen("es", 1)).await;
    reader.opens_page(page("de", one)).await;
    reader.presses("Start").await;
    reader.page.focus_is_on("heading", &screen("de", 1)).await;
    assert_eq!(reader.asks_quiz("return Object.keys(sessionStorage)").await, json!(["which-cause "]));
}
