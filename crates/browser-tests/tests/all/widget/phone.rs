//! A phone that is turned keeps the reader's place, and animations come to rest.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_and_firefox, chromium_only};
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::window::{PHONE, REDUCED_MOTION};
use crate::widget::article::article_that_remembers;
use crate::widget::every_screen::screen_kind;

/// The focused element, the picks and the progress, and whether the focused element is in view.
const PLACE: &str = "
    const { shadowRoot } = document.querySelector('which-cause');
    const focused = shadowRoot.activeElement, { top, bottom } = focused.getBoundingClientRect();
    const picked = [...shadowRoot.querySelectorAll(':checked')].map((it) => it.labels[0].textContent);
    const progress = shadowRoot.querySelector('.progress p').textContent;
    return [[(focused.labels?.[0] ?? focused).textContent, picked, progress], top >= 0 && bottom <= innerHeight];
";

/// Waits until the window has this width and has rendered two frames.
const TURNED: &str = "
    const [width, done] = arguments;
    const look = () => requestAnimationFrame(() => innerWidth === width ? requestAnimationFrame(() => done()) : look());
    look();
";

#[apply(chromium_and_firefox!)]
async fn turning_the_phone_keeps_the_picks_and_the_focus_in_view(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    reader.opens_page(article_that_remembers()).await;
    reader.page.find("button", "Start the safety check").await;
    for (screen, picks) in [
        ("a question with one answer, picked", None),
        ("a safety screen without a tick", Some("Trouble breathing")),
    ] {
        reader.jumps_to(screen_kind(screen)).await;
        if let Some(tick) = picks {
            reader.ticks(tick).await;
        }
        let before = reader.page.run(PLACE, vec![]).await;
        assert_eq!(before[1], json!(true), "{screen}: the focus is in view");
        for (width, height) in [(740, 360), (360, 740)] {
            engine.resize(&reader.page.client, width, height).await;
            reader.page.run_async_with(TURNED, vec![json!(width)]).await;
            assert_eq!(
                reader.page.run(PLACE, vec![]).await,
                before,
                "{screen}, turned to {width} by {height}"
            );
        }
    }
}

/// The running animations of the page and the quiz.
const MOVING: &str = "
    const { shadowRoot } = document.querySelector('which-cause');
    return [document, shadowRoot].flatMap((it) => it.getAnimations()).map((it) => it.animationName ?? it.transitionProperty);
";

#[apply(chromium_only!)]
async fn every_animation_comes_to_rest(engine: Engine) {
    let reader = Reader::at(engine, PHONE, Mouse).await;
    reader.opens_page(article_that_remembers()).await;
    reader.page.find("button", "Start the safety check").await;
    // The page records which animations start, because they may be over soon.
    let watch = "
        window.began = new Set();
        for (const name of ['animationstart', 'transitionrun'])
            document.querySelector('which-cause').shadowRoot.addEventListener(name, (event) => began.add(event.animationName ?? event.propertyName));
    ";
    reader.page.run(watch, vec![]).await;
    reader.jumps_to(screen_kind("a leading cause")).await;
    let rest = format!(
        "const [done] = arguments; const moving = () => {{ {MOVING} }};
         const look = () => moving().length ? requestAnimationFrame(look) : done([...began].sort());
         look();"
    );
    let began = reader.page.run_async(&rest).await;
    let Value::Array(began) = began else { panic!("{began}") };
    assert!(began.contains(&json!("come-up")) && began.contains(&json!("grow")), "{began:?}");
}
