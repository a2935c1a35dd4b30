//! A panic of the module, in a debug build that panics when a test asks for it.

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::server::Build;

use crate::widget::article::{
    AUTHORS_WORDS, FAILED, FIRST_SCREEN, SECOND_SCREEN, THIRD_SCREEN, WASM, article_with,
};

/// A reader of the article with two quizzes. The first one panics where `debug-panic` says.
async fn reader(engine: Engine, panics_at: &str) -> Reader {
    let reader = Reader::of(Build::Debug, engine, Mouse).await;
    let article = article_with(&format!("debug-panic={panics_at} course=course.html"))
        .replace("</article>", "<which-cause start-label=Another></which-cause></article>");
    reader.opens_page(article).await;
    reader.records_events().await;
    reader
}

#[apply(chromium_only!)]
async fn after_a_panic_every_quiz_is_restored_in_a_new_module(engine: Engine) {
    let reader = reader(engine, "3").await;
    reader.presses("Another").await;
    reader.page.find("group", FIRST_SCREEN).await;
    reader.runs_on_quiz("document.querySelectorAll('which-cause')[1].start(); quiz.start()").await;
    let both = |count: &str| {
        format!(
            "String([...document.querySelectorAll('which-cause')].map((it) => it.shadowRoot.querySelectorAll('fieldset').length)) === '{count}'"
        )
    };
    reader.page.waits_until(&both("1,1")).await;
    // The other quiz is at its second screen, with a tick, and the focus is elsewhere.
    let other = "const root = document.querySelectorAll('which-cause')[1].shadowRoot;";
    let next = format!(
        "{other} const boxes = root.querySelectorAll('input'); boxes[boxes.length - 1].click(); root.querySelector('[type=submit]').click()"
    );
    reader.page.run(&next, vec![]).await;
    let ticks = format!(
        "{other} root.querySelectorAll('input')[1].click(); return root.querySelector('h2').textContent"
    );
    assert_eq!(reader.page.run(&ticks, vec![]).await, json!(SECOND_SCREEN));
    for _ in 0..2 {
        let go_on = "const root = quiz.shadowRoot, boxes = root.querySelectorAll('input');
            boxes[boxes.length - 1].click(); root.querySelector('[type=submit]').click()";
        reader.runs_on_quiz(go_on).await;
    }
    reader.page.shows(FAILED).await;
    reader.page.waits_until(&both("0,1")).await;
    let where_it_is = format!(
        "{other} return [root.querySelector('h2').textContent, [...root.querySelectorAll('input')].findIndex((it) => it.checked),
            root.activeElement, root.querySelector('.message').textContent]"
    );
    assert_eq!(
        reader.page.run(&where_it_is, vec![]).await,
        json!([SECOND_SCREEN, 1, null, ""]),
        "as it was, and nobody is moved"
    );
    let events = reader.recorded_events().await;
    let errors: Vec<_> = events.iter().filter(|it| it["type"] == "which-cause-error").collect();
    assert_eq!(errors.len(), 1);
    let started = events.iter().filter(|it| it["type"] == "which-cause-start").count();
    assert_eq!(started, 2, "restoring is not a start: {events:?}");
    let reason = errors[0]["detail"]["reason"].as_str().expect("a reason");
    assert!(reason.contains("asked for by `debug-panic`"), "{reason}");

    // The other quiz continues in the new module.
    reader.waits_before_the_next_click();
    reader.ticks("None of these").await;
    reader.continues().await;
    reader.page.find("group", THIRD_SCREEN).await;
    reader
        .page
        .run(
            &format!(
                "{other} [...root.querySelectorAll('button')].find((it) => it.textContent === 'Back').click()"
            ),
            vec![],
        )
        .await;
    reader.page.find("group", SECOND_SCREEN).await;

    // The first quiz starts there too, at the same screen.
    reader.runs_on_quiz("quiz.removeAttribute('debug-panic')").await;
    reader.presses("Start the safety check").await;
    reader.page.focus_is_on("heading", THIRD_SCREEN).await;
    reader.server.update(|state| {
        assert_eq!(state.requested.iter().filter(|it| *it == WASM).count(), 2, "each module is fetched once");
    });
}

#[apply(chromium_only!)]
async fn a_panic_in_a_click_listener_brings_the_facade_back(engine: Engine) {
    let reader = reader(engine, "print").await;
    reader.presses("Start the safety check").await;
    reader.ticks_no_flags().await;
    reader.skips_to_the_result().await;
    reader.presses("Print or save for a visit").await;
    reader.page.shows(FAILED).await;
    reader.page.shows(AUTHORS_WORDS).await;
    // The form of the closed screen was not submitted.
    assert_eq!(reader.asks_quiz("return location.search").await, json!(""));
    reader.presses("Start the safety check").await;
    reader.page.find("heading", "Nothing stands out").await;
}
