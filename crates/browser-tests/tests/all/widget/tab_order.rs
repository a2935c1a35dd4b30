//! The Tab key stops at every control in reading order, the focus is always visible, and no screen traps it (WCAG 2.2, 2.1.2, 2.4.3,
//! 2.4.7, 2.4.11).

use fantoccini::key::Key;
use macro_rules_attribute::apply;

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_and_firefox, every_engine};
use crate::harness::reader::InputDevice::Keyboard;
use crate::harness::reader::Reader;
use crate::harness::window::{REDUCED_MOTION, Window};
use crate::widget::article::article_that_remembers;
use crate::widget::every_screen::{SCREENS, ScreenKind, screen_kind};
use crate::widget::measurements::Focus;

/// A window of 1280 by 1024 pixels at a zoom of 400 %.
const ZOOMED: Window = Window { width: 320, height: 256, ..REDUCED_MOTION };

/// Puts the focus at the top of the quiz, as after a press that led to the screen.
const TOP: &str = "
    const quiz = document.querySelector('which-cause');
    const heading = quiz.shadowRoot.querySelector('.widget:not([hidden]) h2');
    if (heading) heading.focus();
    else {
        // The facade has no such heading, so the Tab key starts before it.
        const before = Object.assign(document.createElement('a'), { href: '#', textContent: 'Before' });
        quiz.before(before);
        before.focus();
    }
";

#[apply(every_engine!)]
async fn the_tab_key_stops_at_every_control_in_reading_order_and_the_focus_is_visible_at_400_percent(
    engine: Engine,
) {
    tabs_through(engine, ZOOMED, &SCREENS).await;
}

#[apply(chromium_and_firefox!)]
async fn the_focus_is_visible_in_forced_colors(engine: Engine) {
    // Every kind of control is on one of these screens.
    let screens = [
        "the facade",
        "a safety screen with an error message",
        "a question with one answer, picked",
        "a question with a scale",
        "an emergency",
        "a leading cause",
        "a mixed result",
    ];
    let window = Window { forced_colors: true, ..REDUCED_MOTION };
    tabs_through(engine, window, &screens.map(screen_kind)).await;
}

/// Presses Tab through each of these kinds of screen, and out of it.
async fn tabs_through(engine: Engine, screen: Window, kinds: &[ScreenKind]) {
    let reader = Reader::at(engine, screen, Keyboard).await;
    let page =
        article_that_remembers().replacen("</which-cause>", "</which-cause><a href=#after>After</a>", 1);
    reader
        .visits(&page, kinds, async |screen| {
            reader.page.run(TOP, vec![]).await;
            let stops = reader.tab_stops().await;
            assert!(!stops.is_empty(), "{screen} has nothing to stop at");
            for stop in &stops {
                reader.presses_key(Key::Tab).await;
                let Focus { name, problems } = reader.focus_state().await;
                assert_eq!(name.as_ref(), Some(stop), "{screen}: of {stops:?}");
                // Under its driver, Firefox does not always match `:focus-visible` after a press. docs/accessibility.md lists
                // this gap.
                let gap = engine == Engine::Firefox;
                let problems: Vec<_> =
                    problems.into_iter().filter(|it| !(gap && it.starts_with("it has no outline"))).collect();
                assert!(problems.is_empty(), "{screen}: of {stop}: {problems:?}");
            }
            reader.presses_key(Key::Tab).await;
            assert_eq!(reader.focus_state().await.name, None, "{screen} holds the focus");
        })
        .await;
}
