//! The quiz on a phone: turned, it keeps the reader's place; no keyboard comes up and nothing zooms; and nothing moves for
//! whoever wants no motion (WCAG 2.2, 1.3.4, 2.3.3).

use crate::harness::engines::{chromium_and_firefox, every_engine};
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use super::walk::{article, kind};
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;
use crate::harness::screen::{CALM, PHONE};

/// Whether what has the focus is in the window, once the page has settled.
const IN_VIEW: &str = "
    const [done] = arguments;
    requestAnimationFrame(() => requestAnimationFrame(() => {
        const { top, bottom } = document.querySelector('which-cause').shadowRoot.activeElement.getBoundingClientRect();
        done([top >= 0 && bottom <= innerHeight, top, bottom, innerHeight]);
    }));
";

#[apply(every_engine!)]
async fn start_leads_to_the_top_of_the_first_screen(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader.starts().await;
    reader.page.focuses("heading", "First, is any of this happening with your pain?").await;
    let in_view = reader.page.run_async(IN_VIEW).await;
    assert_eq!(in_view[0], json!(true), "{in_view}");
}

/// The reader's place: what has the focus, where it is, and what is picked.
const PLACE: &str = "
    const { shadowRoot } = document.querySelector('which-cause');
    const it = shadowRoot.activeElement, { top, bottom } = it.getBoundingClientRect();
    const picked = [...shadowRoot.querySelectorAll(':checked')].map((it) => it.labels[0].textContent);
    const progress = shadowRoot.querySelector('#progress').textContent;
    return [[(it.labels?.[0] ?? it).textContent, picked, progress], top >= 0 && bottom <= innerHeight];
";

/// Waits until the window has a width, and the page has been drawn in it.
const TURNED: &str = "
    const [width, done] = arguments;
    const look = () => requestAnimationFrame(() => innerWidth === width ? requestAnimationFrame(() => done()) : look());
    look();
";

#[apply(chromium_and_firefox!)]
async fn turning_the_phone_loses_nothing_and_leaves_the_reader_where_they_were(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article()));
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    for (screen, picks) in [
        ("a question with one answer, picked", None),
        ("a safety screen without a tick", Some("Trouble breathing")),
    ] {
        reader.comes_to(kind(screen)).await;
        if let Some(tick) = picks {
            reader.ticks(tick).await;
        }
        let before = reader.page.run(PLACE, vec![]).await;
        assert_eq!(before[1], json!(true), "{screen}: the focus is in view");
        for (width, height) in [(740, 360), (360, 740)] {
            engine.turn(&reader.page.client, width, height).await;
            reader.page.run_async_with(TURNED, vec![json!(width)]).await;
            assert_eq!(
                reader.page.run(PLACE, vec![]).await,
                before,
                "{screen}, turned to {width} by {height}"
            );
        }
    }
}

#[apply(every_engine!)]
async fn nothing_brings_up_a_keyboard_and_no_control_is_in_small_letters(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader
        .walks(&article(), async |screen| {
            let typed = "
                const { shadowRoot } = document.querySelector('which-cause');
                const wants = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';
                const small = [...shadowRoot.querySelectorAll('label, button, a.primary')]
                    .filter((it) => it.checkVisibility() && parseFloat(getComputedStyle(it).fontSize) < 16);
                return [...shadowRoot.querySelectorAll(wants), ...small].map((it) => it.outerHTML);
            ";
            assert_eq!(reader.page.run(typed, vec![]).await, json!([]), "{screen}");
        })
        .await;
}

/// Everything that moves, in the quiz and around it.
const MOVING: &str = "
    const { shadowRoot } = document.querySelector('which-cause');
    return [document, shadowRoot].flatMap((it) => it.getAnimations()).map((it) => it.animationName ?? it.transitionProperty);
";

#[apply(every_engine!)]
async fn nothing_moves_on_any_screen_for_a_reader_who_wants_no_motion(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader
        .walks(&article(), async |screen| {
            assert_eq!(reader.page.run(MOVING, vec![]).await, json!([]), "{screen}");
        })
        .await;
}

#[apply(every_engine!)]
async fn for_other_readers_what_moves_comes_to_rest(engine: Engine) {
    let reader = Reader::at(engine, PHONE, Mouse).await;
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article()));
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    // What begins is written down by the page, since it may be over before a test looks.
    let watch = "
        window.began = new Set();
        for (const name of ['animationstart', 'transitionrun'])
            document.querySelector('which-cause').shadowRoot.addEventListener(name, (event) => began.add(event.animationName ?? event.propertyName));
    ";
    reader.page.run(watch, vec![]).await;
    reader.comes_to(kind("a leading cause")).await;
    let rest = format!(
        "const [done] = arguments; const moving = () => {{ {MOVING} }};
         const look = () => moving().length ? requestAnimationFrame(look) : done([...began].sort());
         look();"
    );
    let began = reader.page.run_async(&rest).await;
    let Value::Array(began) = began else { panic!("{began}") };
    assert!(began.contains(&json!("come-up")) && began.contains(&json!("grow")), "{began:?}");
}
