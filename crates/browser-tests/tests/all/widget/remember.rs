//! With `remember` the tab keeps the session. `crates/quiz/tests/stored_session.rs` tests the stored text.

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::{FIRST_SCREEN, SECOND_SCREEN, article_with};

#[apply(chromium_only!)]
async fn with_remember_a_reload_restores_the_session(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = article_with("remember course=course.html");
    reader.server.update(|state| _ = state.texts.insert("index.html", article));
    reader.starts().await;
    reader.ticks_no_flags().await;
    reader.chooses("On both sides, about the same").await;
    reader.continues().await;
    reader.page.shows("Question 2 of 11").await;
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    reader.page.shows("Question 2 of 11").await;
    reader.presses("Back").await;
    let picked = "return quiz.shadowRoot.querySelector(':checked').closest('label').textContent";
    assert_eq!(reader.asks_quiz(picked).await, json!("On both sides, about the same"));

    // A restart clears the stored answers, and removing the attribute removes the session.
    reader.runs_on_quiz("quiz.restart()").await;
    reader.page.focus_is_on("heading", FIRST_SCREEN).await;
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    reader.page.focus_is_on("heading", FIRST_SCREEN).await;
    let stored = "return sessionStorage.length";
    assert_eq!(reader.asks_quiz(stored).await, json!(1));
    reader.runs_on_quiz("quiz.remember = false").await;
    assert_eq!(reader.asks_quiz(stored).await, json!(0));
}

#[apply(chromium_only!)]
async fn the_quiz_starts_with_broken_or_forbidden_session_storage(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = article_with("remember course=course.html");
    reader.opens_page(article.clone()).await;
    reader
        .page
        .run(
            "sessionStorage.setItem('which-cause ', 'upper-back-five-causes.questions.where\\nupper-back-five-causes.questions.where x\\n{}\\n\\u0000 x'.repeat(500))",
            vec![],
        )
        .await;
    reader.presses("Start the safety check").await;
    reader.page.focus_is_on("heading", FIRST_SCREEN).await;
    let denied = article.replacen(
        "<meta",
        "<script>Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError') } })</script><meta",
        1,
    );
    reader.opens_page(denied).await;
    reader.presses("Start the safety check").await;
    reader.page.find("group", FIRST_SCREEN).await;
    reader.ticks("None of these").await;
    reader.continues().await;
    reader.page.focus_is_on("heading", SECOND_SCREEN).await;
}
