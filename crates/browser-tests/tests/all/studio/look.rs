//! Colors and shape: what an author writes shows in the preview, and too little contrast is named.

use macro_rules_attribute::apply;

use super::{Author, DESK};
use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};

#[apply(every_engine!)]
async fn a_color_is_read_by_its_name_and_shows_in_the_preview_with_its_contrast_in_the_table(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    author.presses("Colors and shape").await;
    page.shows("All colors can be told apart.").await;
    // By its name: the browser reads it.
    author.writes("Accent, light", "khaki").await;
    page.shows("pairs of colors have too little contrast. Some readers cannot read them.").await;
    page.shows("too low: at least 4.5:1").await;
    page.waits_until("getComputedStyle(document.querySelector('.preview .primary')).backgroundColor === 'rgb(240, 230, 140)'")
        .await;
    author.writes("Accent, light", "no color").await;
    page.shows("This has to be a color without transparency, such as #7a1fa2 or rebeccapurple.").await;
    page.shows("All colors can be told apart.").await;
}

#[apply(chromium_only!)]
async fn colors_and_shape_are_reset_undone_and_kept(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    author.presses("Colors and shape").await;
    author.writes("Accent, light", "no color").await;
    author.writes("Radius", "2px").await;
    page.waits_until(
        "getComputedStyle(document.querySelector('.preview .base')).borderTopLeftRadius === '2px'",
    )
    .await;
    author.writes("Radius", "round").await;
    page.shows("Radius has to be a length, such as 8px or 0.5em.").await;
    author.presses("Reset colors and shape").await;
    page.waits_until(
        "getComputedStyle(document.querySelector('.preview .base')).borderTopLeftRadius === '12px'",
    )
    .await;
    assert_eq!(author.value_of("Radius").await, "");
    author.presses("Undo").await;
    page.waits_until("document.querySelector('[id$=which-cause-radius]').value === 'round'").await;
    // The draft keeps it.
    page.shows("Kept in this browser").await;
    page.client.refresh().await.expect("a page");
    author.presses("Colors and shape").await;
    assert_eq!(author.value_of("Accent, light").await, "no color");
}

#[apply(chromium_only!)]
async fn a_theme_of_the_page_is_that_of_the_preview(engine: Engine) {
    let author = Author::begins(engine, DESK).await;
    let page = &author.browser.page;
    author.presses("Publish").await;
    page.find("combobox", "Light or dark").await.select_by_value("dark").await.expect("a theme");
    author.presses("The quiz").await;
    page.waits_until(
        "getComputedStyle(document.querySelector('.preview .base')).backgroundColor === 'rgb(26, 31, 34)'",
    )
    .await;
}
