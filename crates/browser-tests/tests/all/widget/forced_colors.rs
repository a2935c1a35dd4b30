//! Forced colors, which WebKit does not support.

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_and_firefox, chromium_only};
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::window::{PHONE, REDUCED_MOTION, Window};
use crate::widget::article::article_that_remembers;
use crate::widget::image_map::MIDDLE;
use crate::widget::measurements::CONTRAST;

#[apply(chromium_only!)]
async fn every_text_and_sign_has_enough_contrast_in_forced_colors(engine: Engine) {
    let light = Window { forced_colors: true, ..REDUCED_MOTION };
    let reader = Reader::at(engine, light, Mouse).await;
    reader
        .visits_every_screen(&article_that_remembers(), async |screen| {
            reader.passes(CONTRAST, screen).await;
            reader.changes_settings(Window { dark: true, ..light }).await;
            reader.passes(CONTRAST, &format!("{screen}, dark")).await;
            reader.changes_settings(light).await;
        })
        .await;
}

#[apply(chromium_and_firefox!)]
async fn picked_choices_and_places_still_show_in_forced_colors(engine: Engine) {
    let reader = Reader::at(engine, Window { forced_colors: true, ..PHONE }, Mouse).await;
    reader.starts().await;
    reader.ticks("Trouble breathing").await;
    // All colors can be the same. The width of a line cannot.
    let lines = "
        const choices = [...document.querySelector('which-cause').shadowRoot.querySelectorAll('[part~=choice]')];
        const width = (it) => parseFloat(getComputedStyle(it).borderTopWidth);
        return choices.map((it) => [it.textContent.trim(), width(it)]).filter(([, width]) => width > 2);
    ";
    assert_eq!(reader.page.run(lines, vec![]).await, json!([["Trouble breathing", 3]]));
    reader.comes_to_the_map().await;
    reader.points_at(MIDDLE, true).await;
    let colors = "
        const picture = quiz.shadowRoot.querySelector('svg[role=img]'), style = (it) => getComputedStyle(it);
        const spot = (it) => style(it.querySelector('.spot')), regions = [...picture.querySelectorAll('g')];
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.cssText = 'color: LinkText; background: Canvas; forced-color-adjust: none';
        const { color, backgroundColor } = style(probe);
        return [regions.map((it) => spot(it).fill === color && +spot(it).fillOpacity > .5), color !== backgroundColor,
            style(picture.querySelector('path')).fill === backgroundColor];
    ";
    assert_eq!(reader.asks_quiz(colors).await, json!([[false, false, true, false], true, true]));
}
