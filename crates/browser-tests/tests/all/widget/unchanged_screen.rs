//! A changed attribute changes its own texts. It renders no element again, and moves neither the focus nor the page.

use std::time::Duration;

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;

/// Marks every element of the screen, so that a new one has no mark. Records the focus and the scroll position, and counts animations.
const MARK: &str = "
    const root = quiz.shadowRoot, base = root.querySelector('.widget .base');
    for (const element of base.querySelectorAll('*')) element.marked = true;
    window.animations = 0;
    root.addEventListener('animationstart', () => animations++);
    window.before = [root.activeElement, document.activeElement, scrollY];
";

/// Lists the changes of the screen, the focus and the scroll position since [`MARK`].
const CHANGED: &str = "
    const root = quiz.shadowRoot, base = root.querySelector('.widget .base');
    const changed = [...base.querySelectorAll('*')].filter((it) => !it.marked).map((it) => it.outerHTML);
    if (before[0] !== root.activeElement) changed.push('the focus in the quiz');
    if (before[1] !== document.activeElement) changed.push('the focus on the page');
    if (before[2] !== scrollY) changed.push('how far the page is scrolled');
    if (animations) changed.push(`${animations} animations`);
    return changed;
";

/// Every attribute but `lang` and `quiz`, with another value than the article's.
const OTHERS: [(&str, &str); 10] = [
    ("course", "course.html?2"),
    ("region", "US"),
    ("theme", "dark"),
    ("loading", "eager"),
    ("report", "result"),
    ("remember", ""),
    ("translations", "es"),
    ("start-label", "Go"),
    ("busy-label", "Wait"),
    ("failed-label", "No"),
];

const FOCUS: &str = "const controls = quiz.shadowRoot.querySelectorAll('.widget :is(input, button, a, summary)'); controls[controls.length - 1].focus()";

async fn leaves_the_screen_alone(reader: &Reader, what: &str) {
    // Wait until animations and scrolling have ended.
    let mut before = Value::Null;
    loop {
        tokio::time::sleep(Duration::from_millis(700)).await;
        let now = reader.runs_on_quiz("return [scrollY, document.getAnimations().length]").await;
        if now == before {
            break;
        }
        before = now;
    }
    reader.runs_on_quiz(MARK).await;
    for (name, value) in OTHERS {
        // To another value, to the same value, and back.
        for script in [
            format!("window.own = quiz.getAttribute('{name}'); quiz.setAttribute('{name}', '{value}')"),
            format!("quiz.setAttribute('{name}', quiz.getAttribute('{name}'))"),
            format!("own === null ? quiz.removeAttribute('{name}') : quiz.setAttribute('{name}', own)"),
        ] {
            reader.runs_on_quiz(&script).await;
            assert_eq!(reader.runs_on_quiz(CHANGED).await, json!([]), "{what}: {script}");
        }
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(reader.runs_on_quiz(CHANGED).await, json!([]), "{what}, some time later");
}

#[apply(chromium_only!)]
async fn an_attribute_that_changes_leaves_every_screen_as_it_is(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.runs_on_quiz(FOCUS).await;
    leaves_the_screen_alone(&reader, "the first screen").await;
    // An error message is shown, and the reader is elsewhere on the page.
    reader.continues().await;
    reader.page.shows("Error:").await;
    reader
        .runs_on_quiz(
            "const field = document.createElement('input'); document.body.prepend(field); field.focus()",
        )
        .await;
    leaves_the_screen_alone(&reader, "a screen with an error message").await;
    // A stop has the emergency number in its texts.
    reader.ticks("Pain, tightness or pressure in my chest").await;
    reader.continues().await;
    reader.page.shows("We've stopped the quiz here").await;
    reader.runs_on_quiz(FOCUS).await;
    leaves_the_screen_alone(&reader, "a stop").await;
    reader.presses("I ticked that by mistake").await;
    reader.ticks_no_flags().await;
    reader.skips_to_the_result().await;
    reader
        .runs_on_quiz(
            "for (const details of quiz.shadowRoot.querySelectorAll('details')) details.open = true",
        )
        .await;
    reader.runs_on_quiz(FOCUS).await;
    leaves_the_screen_alone(&reader, "the result").await;
}

#[apply(chromium_only!)]
async fn an_error_message_keeps_its_words_after_a_pick_when_an_attribute_changes(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.continues().await;
    reader.page.shows("Error:").await;
    reader.ticks("None of these").await;
    let message = "const it = quiz.shadowRoot.querySelector('.error'); return [it.hidden, it.textContent]";
    let before = reader.runs_on_quiz(message).await;
    assert_eq!(before[0], json!(false));
    for (name, value) in [("theme", "dark"), ("region", "US"), ("course", "course.html?2")] {
        reader.runs_on_quiz(&format!("quiz.setAttribute('{name}', '{value}')")).await;
        assert_eq!(reader.runs_on_quiz(message).await, before, "{name}");
    }
}
