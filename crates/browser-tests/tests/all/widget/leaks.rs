//! A removed element leaves no nodes, no listeners and no memory behind. Only Chromium counts them.

use fantoccini::Client;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::driver::{Method, send_command};
use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;

/// The counts of a page after garbage collection.
#[derive(Debug)]
struct Usage {
    nodes: f64,
    listeners: f64,
    /// The bytes of the module's memory.
    memory: f64,
}

/// Starts and removes a quiz a number of times.
async fn starts_and_removes(client: &Client, times: u32) -> Usage {
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
            // Timers keep the last elements for a moment: that of the message that a quiz is starting for 0.3 s, and that of the
            // announcement after the heading for 0.55 s.
            await new Promise((next) => setTimeout(next, 700));
        })().then(done, (error) => done(String(error)));
    ";
    let failed = client.execute_async(SCRIPT, vec![json!(times)]).await.expect("a script");
    assert_eq!(failed, Value::Null);
    let devtools = async |name: &str| {
        let body = json!({"cmd": name, "params": {}});
        send_command(client, Method::POST, "goog/cdp/execute", Some(body)).await.expect(name)
    };
    devtools("Performance.enable").await;
    for _ in 0..3 {
        devtools("HeapProfiler.collectGarbage").await;
    }
    let metrics = devtools("Performance.getMetrics").await;
    let metric = |name: &str| {
        let all = metrics["metrics"].as_array().expect("metrics");
        all.iter().find(|it| it["name"] == name).expect(name)["value"].as_f64().expect("a number")
    };
    let memory =
        "const [done] = arguments; done(window.modules.reduce((sum, it) => sum + it.buffer.byteLength, 0))";
    let memory = client.execute_async(memory, vec![]).await.expect("a script").as_f64().expect("a number");
    Usage { nodes: metric("Nodes"), listeners: metric("JSEventListeners"), memory }
}

#[apply(chromium_only!)]
async fn removed_elements_leave_nothing_behind(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    // Records the module's memory.
    let page = "<!doctype html><script>window.modules = [];
        WebAssembly.Instance = class extends WebAssembly.Instance {
            constructor(...all) {
                super(...all);
                // The build decides the name of the export.
                window.modules.push(Object.values(this.exports).find((it) => it instanceof WebAssembly.Memory));
            }
        }</script><script type=module src=which-cause.js></script><body>";
    reader.opens_page(page.to_owned()).await;
    reader.waits_for_the_element().await;
    starts_and_removes(&reader.page.client, 20).await;
    let before = starts_and_removes(&reader.page.client, 20).await;
    let after = starts_and_removes(&reader.page.client, 160).await;
    assert!(before.memory > 500_000.0, "the module's memory is seen: {before:?}");
    // On a busy machine, the browser may still hold the last element, with some 50 nodes and 30 listeners. A leak leaves at least one
    // for each of the 160.
    assert!(after.nodes < before.nodes + 160.0, "nodes: {before:?}, after 160 more {after:?}");
    assert!(after.listeners < before.listeners + 160.0, "listeners: {before:?}, after 160 more {after:?}");
    // WebAssembly memory grows in pages of 64 KiB and never shrinks.
    assert!(
        after.memory <= before.memory + 65_536.0,
        "the module's memory: {before:?}, after 160 more {after:?}"
    );
}
