//! What is requested, what is stored, and what a page may ask of a release build.

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::quiz::quiz_in;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::server::{app, dist};
use crate::widget::article::{DRAWINGS, SECOND_SCREEN, WASM, article_with, built};

#[apply(chromium_only!)]
async fn after_the_drawings_nothing_is_requested_and_nothing_is_stored(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.server.waits_for_request(DRAWINGS).await;
    reader.server.update(|state| state.requested.clear());
    reader.clicks_through(&quiz_in("en"), "N1-nothing", async || ()).await;
    reader.page.find("heading", "Nothing stands out").await;
    assert_eq!(reader.server.requested(), [] as [&str; 0]);
    let elsewhere =
        "return performance.getEntriesByType('resource').filter((it) => !it.name.startsWith(origin)).length";
    assert_eq!(reader.page.run(elsewhere, vec![]).await, json!(0));
    let stored = "return localStorage.length + sessionStorage.length + document.cookie.length";
    assert_eq!(reader.page.run(stored, vec![]).await, json!(0));
    let databases = "const [done] = arguments; indexedDB.databases().then((it) => done(it.length))";
    assert_eq!(reader.page.run_async(databases).await, json!(0));
}

#[apply(chromium_only!)]
async fn everything_that_the_loader_fetches_is_in_the_folder_named_after_its_content(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = built("index.html").replace("which-cause.js", "which-cause.js?v=7");
    reader.server.update(|state| _ = state.texts.insert("index.html", article));
    reader.starts().await;
    reader.server.waits_for_request(DRAWINGS).await;
    let folder = format!("/{}/", app(&dist()));
    reader.server.update(|state| {
        let article = ["/", "/console.js", "/article.css", "/which-cause.js?v=7"];
        let fetched: Vec<_> =
            state.requested_urls.iter().filter(|it| !article.contains(&it.as_str())).collect();
        assert!(fetched.iter().all(|it| it.starts_with(&folder) && !it.contains('?')), "{fetched:?}");
        for name in ["which-cause-app.js", WASM, DRAWINGS] {
            assert!(fetched.contains(&&format!("{folder}{name}")), "{name}: {fetched:?}");
        }
    });
}

#[apply(chromium_only!)]
async fn a_release_build_ignores_debug_panic(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = article_with("debug-panic=2 course=course.html");
    reader.server.update(|state| _ = state.texts.insert("index.html", article));
    reader.starts().await;
    reader.ticks("None of these").await;
    reader.continues().await;
    reader.page.focus_is_on("heading", SECOND_SCREEN).await;
    assert_eq!(reader.asks_quiz("return quiz.shadowRoot.querySelector('.failed')").await, json!(null));
}
