//! axe-core finds nothing on any screen.

use macro_rules_attribute::apply;

use crate::harness::axe::axe_finds_nothing;
use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::window::{REDUCED_MOTION, Window};
use crate::widget::article::article_that_remembers;

#[apply(every_engine!)]
async fn axe_finds_nothing_on_any_screen_in_light_mode(engine: Engine) {
    is_fine_by_axe(engine, REDUCED_MOTION).await;
}

#[apply(chromium_only!)]
async fn axe_finds_nothing_on_any_screen_in_dark_mode(engine: Engine) {
    is_fine_by_axe(engine, Window { dark: true, ..REDUCED_MOTION }).await;
}

async fn is_fine_by_axe(engine: Engine, screen: Window) {
    let reader = Reader::at(engine, screen, Mouse).await;
    reader
        .visits_every_screen(&article_that_remembers(), async |screen| {
            axe_finds_nothing(&reader.page, screen).await;
        })
        .await;
}
