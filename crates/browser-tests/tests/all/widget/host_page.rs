//! The quiz changes nothing on the page around it, and runs on pages that are unusual.

use std::time::Duration;

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::window::REDUCED_MOTION;
use crate::widget::article::{SECOND_SCREEN, article_that_remembers, built};
use crate::widget::host_styles::page;

/// The styles of the page's own elements.
const AROUND: &str = "
    return ['html', 'body', '#column', '#other', '#other b', '#one'].map((selector) => {
        const style = getComputedStyle(document.querySelector(selector));
        return [...style].map((key) => key + ':' + style.getPropertyValue(key))
            .filter((it) => !/^(height|block-size|bottom|inset|perspective-origin|transform-origin|-webkit)/.test(it));
    });
";

#[apply(chromium_only!)]
async fn the_quiz_changes_nothing_outside_its_shadow_root(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let with = page("body { color: #123; font: 17px serif }");
    reader.server.update(|state| _ = state.texts.insert("index.html", with));
    reader.server.update(|state| state.missing = vec!["which-cause.js"]);
    reader.opens("").await;
    let before = reader.page.run(AROUND, vec![]).await;
    reader.server.update(|state| state.missing.clear());
    reader.opens("").await;
    reader.presses("Start").await;
    reader.ticks_no_flags().await;
    reader.skips_to_the_result().await;
    let after = reader.page.run(AROUND, vec![]).await;
    for (one, other) in before.as_array().expect("styles").iter().zip(after.as_array().expect("styles")) {
        let changed = one.as_array().into_iter().flatten().zip(other.as_array().into_iter().flatten());
        let changed: Vec<_> = changed.filter(|(one, other)| one != other).collect();
        assert!(changed.is_empty(), "{changed:?}");
    }
    let touched = "return [document.title, location.hash, history.length > 3, document.head.querySelectorAll('link, meta').length,
        document.documentElement.getAttributeNames().join(), document.body.getAttributeNames().join(), document.adoptedStyleSheets.length]";
    assert_eq!(reader.page.run(touched, vec![]).await, json!(["", "", false, 1, "lang", "", 0]));
}

#[apply(chromium_only!)]
async fn the_quiz_runs_on_a_right_to_left_page_and_on_a_scaled_one(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for article in [
        built("index.html").replacen("lang=\"en\"", "lang=en dir=rtl", 1),
        built("index.html").replacen(
            "<body",
            "<body style=\"transform-origin: 0 0; transform: scale(.9) translate(5px, 7px)\"",
            1,
        ),
    ] {
        reader.server.update(|state| _ = state.texts.insert("index.html", article));
        reader.starts().await;
        let direction = "return getComputedStyle(quiz.shadowRoot.querySelector('fieldset')).direction";
        assert_eq!(
            reader.asks_quiz(direction).await,
            json!("ltr"),
            "the quiz's language runs from left to right"
        );
        reader.ticks("None of these").await;
        reader.continues().await;
        reader.page.focus_is_on("heading", SECOND_SCREEN).await;
    }
}

#[apply(chromium_only!)]
async fn a_hidden_element_is_hidden(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    for style in ["display: none", "visibility: hidden"] {
        reader.runs_on_quiz(&format!("quiz.style.cssText = '{style}'")).await;
        assert!(reader.page.names_of("group").await.is_empty(), "{style}");
    }
    reader.runs_on_quiz("quiz.style.cssText = ''; quiz.hidden = true").await;
    assert!(reader.page.names_of("group").await.is_empty());
}

#[apply(chromium_only!)]
async fn the_page_does_not_shift_when_the_quiz_starts(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let watch = built("index.html").replacen(
        "<meta",
        "<script>window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map((it) => [it.value, it.hadRecentInput])))
            .observe({ type: 'layout-shift', buffered: true })</script><meta",
        1,
    );
    reader.opens_page(watch).await;
    reader.page.find("button", "Start the safety check").await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(reader.asks_quiz("return shifts").await, json!([]), "before Start");
    reader.presses("Start the safety check").await;
    reader.ticks_no_flags().await;
    tokio::time::sleep(Duration::from_millis(700)).await;
    let unasked = reader.asks_quiz("return shifts.filter(([value, asked]) => !asked)").await;
    assert_eq!(unasked, json!([]), "what shifts does so at the reader's press");
}

#[apply(chromium_only!)]
async fn the_authors_words_keep_the_custom_properties_of_the_page(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    reader.opens_page(article_that_remembers()).await;
    reader.page.find("button", "Start the safety check").await;
    let seen = "
        const names = ['--accent', '--accent-text', '--line', '--space', '--radius', '--text', '--surface'];
        for (const name of names) document.documentElement.style.setProperty(name, 'the-page');
        const words = document.querySelector('which-cause > :first-child');
        return names.filter((it) => getComputedStyle(words).getPropertyValue(it).trim() !== 'the-page');
    ";
    assert_eq!(reader.page.run(seen, vec![]).await, json!([]));
}
