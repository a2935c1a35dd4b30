//! Where the focus is, and what the live region announces (WCAG 2.2, 3.3.1, 4.1.3).

use std::time::Duration;

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::window::REDUCED_MOTION;
use crate::widget::article::{FIRST_SCREEN, article_that_remembers};
use crate::widget::every_screen::screen_kind;

/// Records the texts of live regions that change or that are added with a text.
const WATCH: &str = "
    const LIVE = '[role=status], [role=alert], [role=log], [aria-live], output';
    window.written = [];
    const { shadowRoot } = document.querySelector('which-cause');
    window.regions = [...shadowRoot.querySelectorAll(LIVE)].map((it) => it.textContent);
    // Without the facade's “Starting…”.
    const record = (it) => { if (it.textContent.trim() && !it.matches('.message')) written.push(it.textContent); };
    new MutationObserver((changes) => {
        const changed = new Set();
        for (const { target, addedNodes } of changes) {
            changed.add((target.closest ? target : target.parentElement)?.closest(LIVE));
            for (const node of addedNodes) if (node.querySelectorAll) [node, ...node.querySelectorAll('*')].filter((it) => it.matches(LIVE)).forEach((it) => changed.add(it));
        }
        changed.delete(null);
        changed.delete(undefined);
        changed.forEach(record);
    }).observe(shadowRoot, { subtree: true, childList: true, characterData: true });
";

async fn written(reader: &Reader) -> Value {
    reader.page.run("return window.written", vec![]).await
}

/// Waits until the live regions have had exactly these texts, in this order.
async fn waits_for_texts(reader: &Reader, texts: &[&str]) {
    for _ in 0..800 {
        let now = written(reader).await;
        if now.as_array().is_some_and(|it| it.len() >= texts.len()) {
            assert_eq!(now, json!(texts));
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("the live regions had {}, not {texts:?}", written(reader).await);
}

/// In every engine the focus is tested in `journeys.rs`.
#[apply(chromium_only!)]
async fn a_new_screen_focuses_its_heading_and_announces_the_rest(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    reader.opens_page(article_that_remembers()).await;
    reader.page.find("button", "Start the safety check").await;
    reader.page.run(WATCH, vec![]).await;
    reader.jumps_to(screen_kind("a safety screen without a tick")).await;
    reader.page.focus_is_on("heading", FIRST_SCREEN).await;
    let first = "Safety check 1 of 3. Most upper back pain isn't serious. We ask so that anyone who needs fast help gets it. Tick all \
                 that fit.";
    waits_for_texts(&reader, &[first]).await;
    reader.ticks("Coughing up blood").await;
    reader.presses("Next").await;
    reader.page.focus_is_on("heading", "Call 112 or go to the nearest emergency department now").await;
    let card = "You ticked something that can need help fast. It may turn out to be nothing bad, but please don't wait to find out, and \
                don't drive yourself. Call 112. Somewhere else? Call the emergency number of the country you're in. You ticked: Coughing \
                up blood. We've stopped the quiz here so you can get help.";
    waits_for_texts(&reader, &[first, card]).await;
    reader.presses("I ticked that by mistake").await;
    reader.page.focus_is_on("heading", FIRST_SCREEN).await;
    waits_for_texts(&reader, &[first, card, first]).await;
}

#[apply(chromium_only!)]
async fn an_error_message_has_the_focus_and_is_in_no_live_region(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    reader.starts().await;
    reader.presses("Next").await;
    reader.page.focus_is_on("heading", "Error: Tick all that fit, or tick “None of these” to go on.").await;
    let live = "return !!document.querySelector('which-cause').shadowRoot.activeElement.closest('[role=alert], [aria-live]')";
    assert_eq!(reader.page.run(live, vec![]).await, json!(false));
}

#[apply(chromium_only!)]
async fn copying_is_announced_each_time(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    reader.opens_page(article_that_remembers()).await;
    reader.page.find("button", "Start the safety check").await;
    reader.jumps_to(screen_kind("a mixed result")).await;
    reader.page.run(WATCH, vec![]).await;
    let regions = reader.page.run("return window.regions", vec![]).await;
    // The facade's, which is hidden, and those of the screen.
    assert_eq!(regions, json!(["", "", ""]), "they are there, and empty");
    let stub = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} } })";
    reader.page.run(stub, vec![]).await;
    let mut texts = Vec::new();
    // Every second text ends in a space: screen readers announce the same text only once.
    for text in [
        "Copied. You can paste it into a message or a note.",
        "Copied. You can paste it into a message or a note.\u{a0}",
        "Copied. You can paste it into a message or a note.",
    ] {
        reader.presses("Copy as text").await;
        texts.push(text);
        waits_for_texts(&reader, &texts).await;
    }
}
