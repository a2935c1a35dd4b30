//! axe-core finds nothing on any screen.

use macro_rules_attribute::apply;

use crate::harness::axe::{axe_finds_enough_contrast, axe_finds_nothing};
use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, firefox_and_webkit};
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::window::{REDUCED_MOTION, Window};
use crate::widget::article::article_that_remembers;
use crate::widget::every_screen::screen_kind;

#[apply(chromium_only!)]
async fn axe_finds_nothing_on_any_screen_in_light_and_dark_mode(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    reader
        .visits_every_screen(&article_that_remembers(), async |screen| {
            axe_finds_nothing(&reader.page, screen).await;
            // Other faults do not depend on colors.
            reader.changes_settings(Window { dark: true, ..REDUCED_MOTION }).await;
            axe_finds_enough_contrast(&reader.page, None, &format!("{screen}, dark")).await;
            reader.changes_settings(REDUCED_MOTION).await;
        })
        .await;
}

/// Engines differ in the names and the roles that they compute, which `accessibility_tree.rs` compares too, and hardly in axe's rules.
#[apply(firefox_and_webkit!)]
async fn axe_finds_nothing_on_the_facade_a_question_a_stop_and_a_result(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    let screens = ["the facade", "a safety screen with an error message", "an emergency", "a leading cause"]
        .map(screen_kind);
    reader
        .visits(&article_that_remembers(), &screens, async |screen| {
            axe_finds_nothing(&reader.page, screen).await
        })
        .await;
}
