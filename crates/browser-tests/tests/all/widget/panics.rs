//! What a reader meets where the module panics, in a build for debugging that does so when it is asked to.

use crate::harness::engines::every_engine;
use macro_rules_attribute::apply;
use serde_json::json;

use super::claims::{WASM, heard, listen};
use super::contract::article_with;
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;
use crate::harness::server::Build;

const FIRST: &str = "First, is any of this happening with your pain?";
const SECOND: &str = "Next, do any of these fit you?";
const FAILED: &str = "The quiz could not start. Please try again.";

/// A reader of the article with a quiz that panics where `debug-panic` says, and with another quiz.
async fn reader(engine: Engine, panics_at: &str) -> Reader {
    let reader = Reader::of(Build::Debug, engine, Mouse).await;
    let article = article_with(&format!("debug-panic={panics_at} course=course.html"))
        .replace("</article>", "<which-cause start-label=Another></which-cause></article>");
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article));
    reader.opens("").await;
    listen(&reader).await;
    reader
}

#[apply(every_engine!)]
async fn a_panic_takes_nothing_along_each_quiz_is_restored_in_another_module(engine: Engine) {
    let reader = reader(engine, "3").await;
    reader.presses("Another").await;
    reader.page.the("group", FIRST).await;
    reader.scripts("document.querySelectorAll('which-cause')[1].start(); quiz.start()").await;
    let both = "return [...document.querySelectorAll('which-cause')].map((it) => it.shadowRoot.querySelectorAll('fieldset').length)";
    while reader.page.run(both, vec![]).await != json!([1, 1]) {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    // The reader is at the second screen of the other one, with a tick, and has the focus elsewhere.
    let other = "const root = document.querySelectorAll('which-cause')[1].shadowRoot;";
    let next = format!(
        "{other} const boxes = root.querySelectorAll('input'); boxes[boxes.length - 1].click(); root.querySelector('[type=submit]').click()"
    );
    reader.page.run(&next, vec![]).await;
    let ticks = format!(
        "{other} root.querySelectorAll('input')[1].click(); return root.querySelector('h2').textContent"
    );
    assert_eq!(reader.page.run(&ticks, vec![]).await, json!(SECOND));
    for _ in 0..2 {
        let go_on = "const root = quiz.shadowRoot, boxes = root.querySelectorAll('input');
            boxes[boxes.length - 1].click(); root.querySelector('[type=submit]').click()";
        reader.scripts(go_on).await;
    }
    reader.page.says(FAILED).await;
    let start = std::time::Instant::now();
    while reader.page.run(both, vec![]).await != json!([0, 1]) {
        assert!(start.elapsed().as_secs() < 10, "the other one stands again");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let where_it_is = format!(
        "{other} return [root.querySelector('h2').textContent, [...root.querySelectorAll('input')].findIndex((it) => it.checked),
            root.activeElement, root.querySelector('.message').textContent]"
    );
    assert_eq!(
        reader.page.run(&where_it_is, vec![]).await,
        json!([SECOND, 1, null, ""]),
        "as it was, and nobody is moved"
    );
    let told = heard(&reader).await;
    let errors: Vec<_> = told.iter().filter(|it| it["type"] == "which-cause-error").collect();
    assert_eq!(errors.len(), 1);
    let started = told.iter().filter(|it| it["type"] == "which-cause-start").count();
    assert_eq!(started, 2, "that it is restored is no start: {told:?}");
    let reason = errors[0]["detail"]["reason"].as_str().expect("a reason");
    assert!(reason.contains("asked for by `debug-panic`"), "{reason}");

    // The other one goes on in the new module.
    reader.may_have_another_screen();
    reader.ticks("None of these").await;
    reader.goes_on().await;
    reader.page.the("group", "Last safety question. Do any of these fit?").await;
    reader
        .page
        .run(
            &format!(
                "{other} [...root.querySelectorAll('button')].find((it) => it.textContent === 'Back').click()"
            ),
            vec![],
        )
        .await;
    reader.page.the("group", SECOND).await;

    // This one starts there too, where it left off.
    reader.scripts("quiz.removeAttribute('debug-panic')").await;
    reader.presses("Start the safety check").await;
    reader.page.focuses("heading", "Last safety question. Do any of these fit?").await;
    reader.server.twist(|twists| {
        assert_eq!(twists.asked.iter().filter(|it| *it == WASM).count(), 2, "each module is fetched once");
    });
}

#[apply(every_engine!)]
async fn a_panic_in_a_press_is_noticed_as_well(engine: Engine) {
    let reader = reader(engine, "print").await;
    reader.presses("Start the safety check").await;
    reader.has_no_flags().await;
    reader.skips_to_the_end().await;
    reader.presses("Print or save for a visit").await;
    reader.page.says(FAILED).await;
    reader.page.says("It's a guide, not a diagnosis.").await;
    // The form of a dead screen sent nothing anywhere.
    assert_eq!(reader.scripts("return location.search").await, json!(""));
    reader.presses("Start the safety check").await;
    reader.page.the("heading", "Nothing stands out").await;
}
