//! Several elements on one page share the app and know nothing of each other.

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::{BREAD, DRAWINGS, FIRST_SCREEN, WASM, built};
use crate::widget::languages::screen;

/// A page in English with this in it.
pub(crate) fn page(body: &str) -> String {
    format!("<!doctype html><html lang=en-GB><body><script type=module src=which-cause.js></script>{body}")
}

#[apply(chromium_only!)]
async fn two_hundred_elements_share_one_download(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let many = page(&"<which-cause><p>Words</p></which-cause>".repeat(200));
    reader.opens_page(many).await;
    let started = reader
        .page
        .run_async(
            "const [done] = arguments; const all = [...document.querySelectorAll('which-cause')];
            customElements.whenDefined('which-cause').then(() => Promise.all(all.map((it) => it.start())))
                .then(() => done(all.filter((it) => it.shadowRoot.querySelector('fieldset')).length))",
        )
        .await;
    assert_eq!(started, json!(200));
    reader.server.waits_for_request(DRAWINGS).await;
    reader.server.update(|state| {
        for file in ["which-cause.js", "which-cause-app.js", WASM, DRAWINGS] {
            assert_eq!(state.requested.iter().filter(|it| *it == file).count(), 1, "{file}");
        }
    });
}

#[apply(chromium_only!)]
async fn two_quizzes_keep_their_answers_apart(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let bread = BREAD.to_owned();
    let two = page(
        "<which-cause start-label=Knots></which-cause><which-cause quiz=bread.json start-label=Bread></which-cause>",
    );
    reader.server.update(|state| {
        state.texts.insert("index.html", two);
        state.texts.insert("bread.json", bread);
    });
    reader.opens("").await;
    reader.presses("Bread").await;
    reader.chooses("Hardly any holes at all, like a brick").await;
    reader.presses("Knots").await;
    reader.page.find("group", FIRST_SCREEN).await;
    let picked = "return [...document.querySelectorAll('which-cause')].map((it) => it.shadowRoot.querySelectorAll(':checked').length)";
    assert_eq!(reader.page.run(picked, vec![]).await, json!([0, 1]));
}

#[apply(chromium_only!)]
async fn each_element_has_the_language_around_it(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let two = "<section lang=es><which-cause start-label=Uno></which-cause></section>\
               <section lang=ar dir=rtl><which-cause start-label=Two></which-cause></section>";
    reader.opens_page(page(two).replace("lang=en-GB", "lang=en")).await;
    reader.presses("Uno").await;
    reader.page.find("group", &screen("es", 0)).await;
    reader.presses("Two").await;
    reader.page.find("group", &screen("ar", 0)).await;
    reader.page.find("group", &screen("es", 0)).await;
}

#[apply(chromium_only!)]
async fn elements_with_the_same_quiz_file_fetch_it_once(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let bread = BREAD;
    let pane = bread.replacen("What does the inside look like?", "¿Cómo es por dentro?", 1);
    reader.server.update(|state| {
        state.texts.insert("bread.json", bread.to_owned());
        state.texts.insert("bread.es.json", pane);
    });
    let one = "<which-cause quiz=bread.json translations='de es'></which-cause>";
    reader.opens_page(page(&one.repeat(3)).replace("lang=en-GB", "lang=es-CO")).await;
    let started = "const [done] = arguments; const all = [...document.querySelectorAll('which-cause')];
        customElements.whenDefined('which-cause').then(() => Promise.all(all.map((it) => it.start())))
            .then(() => done(all.map((it) => it.shadowRoot.querySelector('h2').textContent)))";
    assert_eq!(reader.page.run_async(started).await, json!(vec!["¿Cómo es por dentro?"; 3]));
    let mut asked = reader.requested_quiz_files();
    asked.sort();
    assert_eq!(asked, ["bread.es.json", "bread.json"], "the translation and its original, once each");
}

#[apply(chromium_only!)]
async fn the_loader_may_be_loaded_twice(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let again = built("index.html").replace(
        "</article>",
        "<script type=module src=which-cause.js></script><script type=module src=\"which-cause.js?v=2\"></script></article>",
    );
    reader.server.update(|state| _ = state.texts.insert("index.html", again));
    reader.starts().await;
    let messages = reader.page.console().await;
    assert!(messages.iter().all(|it| it.starts_with("warn: <which-cause>: no `region`")), "{messages:?}");
}
