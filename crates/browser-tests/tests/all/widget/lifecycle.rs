//! The element comes, moves and goes, alone and among many, and leaves nothing behind.

use crate::harness::engines::{chromium_only, every_engine};
use fantoccini::Client;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use super::claims::{WASM, built};
use super::contract::article_with;
use super::pictures::DRAWINGS;
use crate::harness::driver::{Method, ask};
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;

const FIRST: &str = "First, is any of this happening with your pain?";
const SECOND: &str = "Next, do any of these fit you?";

fn page(body: &str) -> String {
    format!("<!doctype html><html lang=en-GB><body><script type=module src=which-cause.js></script>{body}")
}

#[apply(every_engine!)]
async fn the_loader_may_come_twice(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let again = built("index.html").replace(
        "</article>",
        "<script type=module src=which-cause.js></script><script type=module src=\"which-cause.js?v=2\"></script></article>",
    );
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", again));
    reader.starts().await;
    let said = reader.page.console().await;
    assert!(said.iter().all(|it| it.starts_with("warn: <which-cause>: no `region`")), "{said:?}");
}

#[apply(every_engine!)]
async fn two_hundred_quizzes_on_a_page_are_one_download(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let many = page(&"<which-cause><p>Words</p></which-cause>".repeat(200));
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", many));
    reader.opens("").await;
    let started = reader
        .page
        .run_async(
            "const [done] = arguments; const all = [...document.querySelectorAll('which-cause')];
            customElements.whenDefined('which-cause').then(() => Promise.all(all.map((it) => it.start())))
                .then(() => done(all.filter((it) => it.shadowRoot.querySelector('fieldset')).length))",
        )
        .await;
    assert_eq!(started, json!(200));
    reader.has_asked_for_drawings().await;
    reader.server.twist(|twists| {
        for file in ["which-cause.js", "which-cause-app.js", WASM, DRAWINGS] {
            assert_eq!(twists.asked.iter().filter(|it| *it == file).count(), 1, "{file}");
        }
    });
}

#[apply(every_engine!)]
async fn an_element_may_be_made_by_a_script_or_by_markup_before_or_after_the_loader(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let made = page(
        "<which-cause start-label=Markup><p>Words</p></which-cause><div id=room></div><script>
        const early = document.createElement('which-cause');
        early.setAttribute('start-label', 'Early'); document.body.append(early);
        customElements.whenDefined('which-cause').then(() => {
            const late = document.createElement('which-cause');
            late.startLabel = 'Late'; document.body.append(late);
            room.innerHTML = '<which-cause start-label=Inner></which-cause>';
        });</script>",
    );
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", made));
    for label in ["Markup", "Early", "Late", "Inner"] {
        reader.opens("").await;
        reader.presses(label).await;
        reader.page.the("group", FIRST).await;
    }
}

#[apply(every_engine!)]
async fn a_quiz_inside_another_shadow_root_knows_the_language_around_it(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let nested = page(
        "<div id=host></div><script>
        const inner = host.attachShadow({ mode: 'open' });
        inner.innerHTML = '<section><which-cause><p>Words</p></which-cause></section>';</script>",
    );
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", nested));
    reader.opens("").await;
    reader.presses("Start").await;
    reader.page.focuses("heading", FIRST).await;
    reader.ticks("Pain, tightness or pressure in my chest").await;
    reader.goes_on().await;
    reader.page.says("Call 999").await;
}

#[apply(every_engine!)]
async fn two_different_quizzes_side_by_side_keep_to_themselves(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let bread = include_str!("../../../../../quizzes/dense-bread.json").to_owned();
    let two = page(
        "<which-cause start-label=Knots></which-cause><which-cause quiz=bread.json start-label=Bread></which-cause>",
    );
    reader.server.twist(|twists| {
        twists.texts.insert("index.html", two);
        twists.texts.insert("bread.json", bread);
    });
    reader.opens("").await;
    reader.presses("Bread").await;
    reader.chooses("Hardly any holes at all, like a brick").await;
    reader.presses("Knots").await;
    reader.page.the("group", FIRST).await;
    let picked = "return [...document.querySelectorAll('which-cause')].map((it) => it.shadowRoot.querySelectorAll(':checked').length)";
    assert_eq!(reader.page.run(picked, vec![]).await, json!([0, 1]));
}

#[apply(every_engine!)]
async fn a_page_that_swaps_its_content_gets_a_fresh_quiz_each_time(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("").await;
    for _ in 0..3 {
        reader.presses("Start the safety check").await;
        reader.page.the("group", FIRST).await;
        reader.ticks("None of these").await;
        reader.goes_on().await;
        reader.page.the("group", SECOND).await;
        let swap = "const main = document.querySelector('main'); main.innerHTML = main.innerHTML;";
        reader.page.run(swap, vec![]).await;
    }
    reader.presses("Start the safety check").await;
    reader.page.focuses("heading", FIRST).await;
}

#[apply(every_engine!)]
async fn a_reader_who_comes_back_to_the_page_can_go_on(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.ticks("None of these").await;
    reader.goes_on().await;
    reader.page.the("group", SECOND).await;
    reader.opens("course.html").await;
    reader.page.client.back().await.expect("a way back");
    // Where the browser has kept the page the quiz stands as it was, and elsewhere it can be started.
    reader.page.says("Notes on sore backs").await;
    if reader.page.names("group").await.is_empty() {
        reader.presses("Start the safety check").await;
        reader.ticks("None of these").await;
        reader.goes_on().await;
    }
    reader.page.the("group", SECOND).await;
}

/// Starts and takes away a quiz some times, and says how many nodes and listeners the page has then and how many
/// bytes the module, once nothing that is gone counts any more.
async fn comes_and_goes(client: &Client, times: u32) -> [f64; 3] {
    const SCRIPT: &str = "
        const [times, done] = arguments;
        (async () => {
            for (let i = 0; i < times; i++) {
                const quiz = document.createElement('which-cause');
                document.body.append(quiz);
                await quiz.start();
                const root = quiz.shadowRoot;
                root.querySelectorAll('input')[10].click();
                root.querySelector('[type=submit]').click();
                await new Promise((next) => setTimeout(next));
                quiz.remove();
                await new Promise((next) => setTimeout(next));
            }
        })().then(done, (error) => done(String(error)));
    ";
    let failed = client.execute_async(SCRIPT, vec![json!(times)]).await.expect("a script");
    assert_eq!(failed, Value::Null);
    let tool = async |name: &str| {
        let body = json!({"cmd": name, "params": {}});
        ask(client, Method::POST, "goog/cdp/execute", Some(body)).await.expect(name)
    };
    tool("Performance.enable").await;
    for _ in 0..3 {
        tool("HeapProfiler.collectGarbage").await;
    }
    let metrics = tool("Performance.getMetrics").await;
    let metric = |name: &str| {
        let all = metrics["metrics"].as_array().expect("metrics");
        all.iter().find(|it| it["name"] == name).expect(name)["value"].as_f64().expect("a number")
    };
    let memory =
        "const [done] = arguments; done(window.modules.reduce((sum, it) => sum + it.buffer.byteLength, 0))";
    let memory = client.execute_async(memory, vec![]).await.expect("a script").as_f64().expect("a number");
    [metric("Nodes"), metric("JSEventListeners"), memory]
}

#[apply(chromium_only!)]
async fn what_is_taken_away_leaves_nothing_behind(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    // What the module's memory is, seen from outside.
    let page = "<!doctype html><script>window.modules = [];
        for (const name of ['instantiate', 'instantiateStreaming']) {
            const real = WebAssembly[name];
            WebAssembly[name] = async (...all) => {
                const made = await real.call(WebAssembly, ...all);
                // What it is called there is the build's business.
                window.modules.push(Object.values((made.instance ?? made).exports).find((it) => it instanceof WebAssembly.Memory));
                return made;
            };
        }</script><script type=module src=which-cause.js></script><body>";
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", page.to_owned()));
    reader.opens("").await;
    reader
        .page
        .run_async("const [done] = arguments; customElements.whenDefined('which-cause').then(() => done())")
        .await;
    comes_and_goes(&reader.page.client, 20).await;
    let before = comes_and_goes(&reader.page.client, 20).await;
    let after = comes_and_goes(&reader.page.client, 160).await;
    assert!(before[2] > 500_000.0, "the module's memory is seen: {before:?}");
    assert!(after[0] <= before[0] + 20.0, "nodes: {before:?}, after 160 more {after:?}");
    assert!(after[1] <= before[1] + 5.0, "listeners: {before:?}, after 160 more {after:?}");
    // Memory of WebAssembly grows in pages of 64 KiB and never shrinks.
    assert!(after[2] <= before[2] + 65_536.0, "the module's memory: {before:?}, after 160 more {after:?}");
}

#[apply(every_engine!)]
async fn with_remember_a_reload_takes_up_where_the_reader_was(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = article_with("remember course=course.html");
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article));
    reader.starts().await;
    reader.has_no_flags().await;
    reader.chooses("On both sides, about the same").await;
    reader.goes_on().await;
    reader.page.says("Question 2 of 11").await;
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    reader.page.says("Question 2 of 11").await;
    reader.presses("Back").await;
    let picked = "return quiz.shadowRoot.querySelector(':checked').closest('label').textContent";
    assert_eq!(reader.scripts(picked).await, json!("On both sides, about the same"));

    // A changed quiz drops what it no longer knows; starting again forgets it all, and so does taking the attribute away.
    reader.scripts("quiz.restart()").await;
    reader.page.focuses("heading", FIRST).await;
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    reader.page.focuses("heading", FIRST).await;
    let stored = "return sessionStorage.length";
    assert_eq!(reader.scripts(stored).await, json!(1));
    reader.scripts("quiz.remember = false").await;
    assert_eq!(reader.scripts(stored).await, json!(0));
}

#[apply(every_engine!)]
async fn rubbish_in_the_tabs_memory_and_a_tab_without_one_are_no_trouble(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = article_with("remember course=course.html");
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article.clone()));
    reader.opens("").await;
    reader
        .page
        .run(
            "sessionStorage.setItem('which-cause ', 'soon\\nnow 99 none\\n{}\\n\\u0000 x'.repeat(500))",
            vec![],
        )
        .await;
    reader.presses("Start the safety check").await;
    reader.page.focuses("heading", FIRST).await;
    let denied = article.replacen(
        "<meta",
        "<script>Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError') } })</script><meta",
        1,
    );
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", denied));
    reader.opens("").await;
    reader.presses("Start the safety check").await;
    reader.page.the("group", FIRST).await;
    reader.ticks("None of these").await;
    reader.goes_on().await;
    reader.page.focuses("heading", SECOND).await;
}
