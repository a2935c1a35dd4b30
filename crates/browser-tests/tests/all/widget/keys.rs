//! The keys that a focused control uses stay in the quiz; the page's other shortcuts work.

use crate::harness::engines::every_engine;
use fantoccini::key::Key;
use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Keyboard;
use crate::harness::reader::Reader;

/// A page with shortcuts for everything, which it keeps from doing anything else.
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

#[apply(every_engine!)]
async fn a_page_with_shortcuts_hears_of_no_key_that_a_control_uses(engine: Engine) {
    let reader = Reader::new(engine, Keyboard).await;
    reader.opens("").await;
    reader.page.run(SHORTCUTS, vec![]).await;
    // Start, by Space and then by Enter.
    reader.page.the("button", "Start the safety check").await;
    reader.scripts("quiz.shadowRoot.querySelector('.primary').focus()").await;
    reader.strikes(Key::Space).await;
    reader.page.the("group", "First, is any of this happening with your pain?").await;
    assert_eq!(keys_of_the_page(&reader).await, json!([]));
    // A box, by Space; the form, by Enter.
    let focus = "const it = quiz.shadowRoot.querySelectorAll('.widget input'); it[it.length - 1].focus()";
    for _ in 0..3 {
        reader.scripts(focus).await;
        reader.strikes(Key::Space).await;
        reader.strikes(Key::Enter).await;
    }
    reader.page.says("Question 1 of 11").await;
    assert_eq!(keys_of_the_page(&reader).await, json!([]));
    // Radios, by the arrow keys and letters.
    reader.scripts("quiz.shadowRoot.querySelector('.widget input').focus()").await;
    for key in [Key::Down, Key::Right, Key::Up, Key::Left, Key::Down] {
        reader.strikes(key).await;
    }
    reader.scripts("return quiz.shadowRoot.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', bubbles: true, composed: true }))").await;
    assert_eq!(keys_of_the_page(&reader).await, json!([]));
    let picked = "const all = [...quiz.shadowRoot.querySelectorAll('.widget input')]; return all.findIndex((it) => it.checked)";
    assert_ne!(reader.scripts(picked).await, json!(-1), "the arrow keys have picked something");
}

#[apply(every_engine!)]
async fn the_other_shortcuts_of_the_page_work(engine: Engine) {
    let reader = Reader::new(engine, Keyboard).await;
    reader.starts().await;
    reader.page.run(SHORTCUTS, vec![]).await;
    let strikes = async |on: &str, key: &str, more: &str| {
        let script = format!(
            "quiz.shadowRoot.querySelector('{on}').dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true, composed: true, {more} }}))"
        );
        reader.scripts(&script).await;
        keys_of_the_page(&reader).await
    };
    // Nothing in the quiz is closed by Escape; a box has no arrows and no letters; a heading uses no key at all.
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
