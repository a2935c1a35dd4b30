//! What the keys do: a reader without a pointer can do everything (WCAG 2.2, 2.1.1), and shortcuts of the page do not disturb them.

use fantoccini::key::Key;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::reader::InputDevice::Keyboard;
use crate::harness::reader::Reader;
use crate::harness::window::REDUCED_MOTION;
use crate::widget::article::{FIRST_SCREEN, article_that_remembers};
use crate::widget::every_screen::screen_kind;
use crate::widget::printing::RECORD_PRINT;

#[apply(every_engine!)]
async fn the_keyboard_opens_details_prints_copies_calls_and_takes_a_tick_back(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Keyboard).await;
    reader.opens_page(article_that_remembers()).await;
    reader.page.find("button", "Start the safety check").await;
    reader.jumps_to(screen_kind("a mixed result")).await;
    reader.page.focus_is_on("heading", "Your answers point to more than one thing").await;
    let open =
        "return document.querySelector('which-cause').shadowRoot.querySelectorAll('details[open]').length";
    reader.presses_key(Key::Tab).await;
    reader.presses_key(Key::Space).await;
    assert_eq!(reader.page.run(open, vec![]).await, 1, "the first cause is open");
    reader.presses_key(Key::Enter).await;
    assert_eq!(reader.page.run(open, vec![]).await, 0, "and closed again");
    reader.page.run(RECORD_PRINT, vec![]).await;
    reader.presses("Print or save for a visit").await;
    assert!(
        matches!(reader.page.run("return window.printed", vec![]).await, Value::Array(_)),
        "a sheet is printed"
    );
    reader.page.focus_is_on("button", "Print or save for a visit").await;
    reader.presses("Copy as text").await;
    reader.page.focus_is_on("button", "Copy as text").await;

    reader.jumps_to(screen_kind("an emergency")).await;
    let dial = "addEventListener('click', (event) => { event.preventDefault(); window.dialled = event.composedPath()[0].href; })";
    reader.page.run(dial, vec![]).await;
    reader.page.focus_is_on("heading", "Call 112").await;
    // The first stop after the heading.
    reader.presses_key(Key::Tab).await;
    reader.presses_key(Key::Enter).await;
    let dialled = reader.page.run("return window.dialled", vec![]).await;
    assert!(dialled.as_str().is_some_and(|it| it.starts_with("tel:")), "{dialled}");
    reader.presses_key(Key::Tab).await;
    reader.presses_key(Key::Space).await;
    reader.page.focus_is_on("heading", FIRST_SCREEN).await;
}

/// A page with a shortcut on every key.
const SHORTCUTS: &str = "
    window.keys = [];
    for (const kind of ['keydown', 'keypress', 'keyup']) {
        addEventListener(kind, (event) => {
            keys.push(event.key);
            if (event.key !== 'Tab') event.preventDefault();
        });
    }
";

async fn keys_of_the_page(reader: &Reader) -> serde_json::Value {
    reader.page.run("const all = [...new Set(keys)]; keys.length = 0; return all", vec![]).await
}

#[apply(chromium_only!)]
async fn the_page_does_not_get_the_keys_that_a_control_uses(engine: Engine) {
    let reader = Reader::new(engine, Keyboard).await;
    reader.opens("").await;
    reader.page.run(SHORTCUTS, vec![]).await;
    // The Start button, by Space.
    reader.page.find("button", "Start the safety check").await;
    reader.runs_on_quiz("quiz.shadowRoot.querySelector('.primary').focus()").await;
    reader.presses_key(Key::Space).await;
    reader.page.find("group", FIRST_SCREEN).await;
    assert_eq!(keys_of_the_page(&reader).await, json!([]));
    // A checkbox by Space, and the form by Enter.
    let focus =
        "const inputs = quiz.shadowRoot.querySelectorAll('.widget input'); inputs[inputs.length - 1].focus()";
    for _ in 0..3 {
        reader.runs_on_quiz(focus).await;
        reader.presses_key(Key::Space).await;
        reader.presses_key(Key::Enter).await;
    }
    reader.page.shows("Question 1 of 11").await;
    assert_eq!(keys_of_the_page(&reader).await, json!([]));
    // Radio buttons by the arrow keys, and a letter.
    reader.runs_on_quiz("quiz.shadowRoot.querySelector('.widget input').focus()").await;
    for key in [Key::Down, Key::Right, Key::Up, Key::Left, Key::Down] {
        reader.presses_key(key).await;
    }
    reader.runs_on_quiz("return quiz.shadowRoot.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', bubbles: true, composed: true }))").await;
    assert_eq!(keys_of_the_page(&reader).await, json!([]));
    let picked = "const all = [...quiz.shadowRoot.querySelectorAll('.widget input')]; return all.findIndex((it) => it.checked)";
    assert_ne!(reader.asks_quiz(picked).await, json!(-1), "the arrow keys have picked something");
}

#[apply(chromium_only!)]
async fn the_page_gets_all_other_keys(engine: Engine) {
    let reader = Reader::new(engine, Keyboard).await;
    reader.starts().await;
    reader.page.run(SHORTCUTS, vec![]).await;
    let strikes = async |on: &str, key: &str, more: &str| {
        let script = format!(
            "quiz.shadowRoot.querySelector('{on}').dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true, composed: true, {more} }}))"
        );
        reader.runs_on_quiz(&script).await;
        keys_of_the_page(&reader).await
    };
    // Nothing in the quiz uses Escape. A checkbox uses neither arrow keys nor letters. A heading uses no key.
    for (on, key, more) in [
        (".widget input", "Escape", ""),
        (".widget input", "ArrowLeft", ""),
        (".widget input", "j", ""),
        (".widget button", "?", ""),
        (".widget h2", "ArrowRight", ""),
        (".widget h2", " ", ""),
        (".widget input", " ", "ctrlKey: true"),
        (".widget button", "Enter", "metaKey: true"),
    ] {
        assert_eq!(strikes(on, key, more).await, json!([key]), "{key} {more} on {on}");
    }
    assert_eq!(strikes(".widget input", " ", "").await, json!([]));
}

#[apply(chromium_only!)]
async fn the_page_gets_the_keys_that_a_control_in_the_authors_words_uses(engine: Engine) {
    let reader = Reader::new(engine, Keyboard).await;
    reader.opens_prepared_with("<p><button id=own>More</button></p>").await;
    reader.page.run(SHORTCUTS, vec![]).await;
    reader.page.run("own.focus()", vec![]).await;
    reader.presses_key(Key::Space).await;
    assert_eq!(keys_of_the_page(&reader).await, json!([" "]));
}
