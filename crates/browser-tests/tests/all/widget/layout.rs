//! On every screen nothing is cut off, nothing overlaps and nothing scrolls sideways: on the narrowest phone, in landscape, with larger
//! text and with more text spacing (WCAG 2.2, 1.4.4, 1.4.10, 1.4.12), and every target is large enough for a thumb (2.5.8).

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::window::{REDUCED_MOTION, Window};
use crate::widget::article::article_that_remembers;
use crate::widget::every_screen::screen_kind;
use crate::widget::measurements::{LAYOUT, TARGET_SIZE};

/// The narrowest phone, which is also a window of 1280 pixels at 400 %.
pub(crate) const NARROW: Window = Window { width: 320, height: 568, ..REDUCED_MOTION };

/// A phone in landscape.
const LANDSCAPE: Window = Window { width: 740, height: 360, ..REDUCED_MOTION };

/// What a reader's style sheet or browser extension adds: <https://www.w3.org/TR/WCAG22/#text-spacing>.
const TEXT_SPACING: &str =
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }";

/// Text of twice its size, and nothing else.
const LARGE_TEXT: &str = ":host, which-cause { font-size: 200% !important }";

/// Sets the reader's style sheet, in the page and in the quiz.
const STYLE: &str = "
    window.readerSheet ??= new CSSStyleSheet();
    readerSheet.replaceSync(arguments[0]);
    for (const root of [document, document.querySelector('which-cause').shadowRoot]) {
        if (!root.adoptedStyleSheets.includes(readerSheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, readerSheet];
    }
";

/// Controls that bring up a keyboard, text so small that a phone zooms, and everything that moves.
const NOT_FOR_PHONES: &str = "
    const { shadowRoot } = document.querySelector('which-cause');
    const typed = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';
    const small = [...shadowRoot.querySelectorAll('label, button, a.primary')]
        .filter((it) => it.checkVisibility() && parseFloat(getComputedStyle(it).fontSize) < 16);
    const moving = [document, shadowRoot].flatMap((it) => it.getAnimations());
    return [...shadowRoot.querySelectorAll(typed), ...small].map((it) => it.outerHTML)
        .concat(moving.map((it) => it.animationName ?? it.transitionProperty));
";

#[apply(every_engine!)]
async fn on_the_narrowest_phone_every_screen_fits_also_with_larger_text_and_text_spacing(engine: Engine) {
    let reader = Reader::at(engine, NARROW, Mouse).await;
    reader
        .visits_every_screen(&article_that_remembers(), async |screen| {
            reader.passes(LAYOUT, screen).await;
            reader.passes(TARGET_SIZE, screen).await;
            assert_eq!(reader.page.run(NOT_FOR_PHONES, vec![]).await, json!([]), "{screen}");
            for (style, name) in [(TEXT_SPACING, "text spacing"), (LARGE_TEXT, "larger text")] {
                reader.page.run(STYLE, vec![json!(style)]).await;
                reader.passes(LAYOUT, &format!("{screen}, with {name}")).await;
            }
            reader.page.run(STYLE, vec![json!("")]).await;
        })
        .await;
}

#[apply(chromium_only!)]
async fn in_landscape_every_screen_fits(engine: Engine) {
    let reader = Reader::at(engine, LANDSCAPE, Mouse).await;
    reader
        .visits_every_screen(&article_that_remembers(), async |screen| {
            reader.passes(LAYOUT, screen).await;
            reader.passes(TARGET_SIZE, screen).await;
        })
        .await;
}

#[apply(chromium_only!)]
async fn in_every_translation_every_screen_fits(engine: Engine) {
    let reader = Reader::at(engine, NARROW, Mouse).await;
    for (tag, question) in [("de", "Betrachten Sie sich von der Seite"), ("ar", "؟"), ("es", "¿")] {
        let page = article_that_remembers().replacen("lang=\"en\"", &format!("lang={tag}"), 1);
        reader
            .visits_screens_in_any_language(&page, async |screen| {
                let screen = format!("{screen}, in {tag}");
                reader.passes(LAYOUT, &screen).await;
                reader.passes(TARGET_SIZE, &screen).await;
                if screen.starts_with("a question with several") {
                    reader.page.shows(question).await;
                }
            })
            .await;
    }
}

#[apply(chromium_only!)]
async fn the_measurement_finds_what_does_not_fit(engine: Engine) {
    let reader = Reader::at(engine, NARROW, Mouse).await;
    reader.server.update(|state| _ = state.texts.insert("index.html", article_that_remembers()));
    for (style, found) in [
        (".choice { inline-size: 400px }", "in a window of 3"),
        (".care { block-size: 90px }", "is cut off by div.care"),
        (".choice { margin-block-end: -30px }", "lies on input"),
        ("li { line-height: 0.4 }", "lies on"),
    ] {
        reader.opens("").await;
        reader.page.find("button", "Start the safety check").await;
        let screen = if style.starts_with(".choice") { "a safety screen" } else { "a doctor first" };
        reader.jumps_to(screen_kind(screen)).await;
        assert_eq!(reader.measures(LAYOUT).await.problems, [""; 0], "{screen}, unspoiled");
        let spoil = "
            const sheet = new CSSStyleSheet(), { shadowRoot } = document.querySelector('which-cause');
            sheet.replaceSync(arguments[0]);
            shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
        ";
        reader.page.run(spoil, vec![style.into()]).await;
        let problems = reader.measures(LAYOUT).await.problems;
        assert!(problems.iter().any(|it| it.contains(found)), "{style}: {problems:?}");
    }
}
