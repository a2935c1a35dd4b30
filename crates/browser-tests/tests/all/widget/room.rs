//! That everything has room: on the narrowest phone, at 400 % zoom, on a phone that lies on its side, and with the spacing
//! of text that a reader sets (WCAG 2.2, 1.4.4, 1.4.10, 1.4.12); and that a thumb can press what there is (2.5.8).

use crate::harness::engines::every_engine;
use macro_rules_attribute::apply;

use super::look::{ROOM, TARGETS};
use super::walk::{article, kind};
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;
use crate::harness::screen::{CALM, Screen};

/// The narrowest phone, which is also a window of 1280 pixels at 400 %.
const NARROW: Screen = Screen { width: 320, height: 568, ..CALM };

/// A window of 1280 by 1024 pixels at 400 %.
pub(crate) const ZOOMED: Screen = Screen { width: 320, height: 256, ..CALM };

/// A phone that lies on its side.
const LYING: Screen = Screen { width: 740, height: 360, ..CALM };

#[apply(every_engine!)]
async fn on_the_narrowest_phone_everything_has_room_and_a_thumb_can_press_it(engine: Engine) {
    let reader = Reader::at(engine, NARROW, Mouse).await;
    reader
        .walks(&article(), async |screen| {
            reader.finds_nothing_amiss(ROOM, screen).await;
            reader.finds_nothing_amiss(TARGETS, screen).await;
        })
        .await;
}

#[apply(every_engine!)]
async fn on_a_phone_that_lies_on_its_side_everything_has_room_and_a_thumb_can_press_it(engine: Engine) {
    let reader = Reader::at(engine, LYING, Mouse).await;
    reader
        .walks(&article(), async |screen| {
            reader.finds_nothing_amiss(ROOM, screen).await;
            reader.finds_nothing_amiss(TARGETS, screen).await;
        })
        .await;
}

#[apply(every_engine!)]
async fn in_other_languages_everything_has_room_as_well(engine: Engine) {
    let reader = Reader::at(engine, NARROW, Mouse).await;
    for (tag, question) in [("de", "Betrachten Sie sich von der Seite"), ("ar", "؟"), ("es", "¿")] {
        let page = article().replacen("lang=\"en\"", &format!("lang={tag}"), 1);
        reader
            .recalls_each(&page, async |screen| {
                let screen = format!("{screen}, in {tag}");
                reader.finds_nothing_amiss(ROOM, &screen).await;
                reader.finds_nothing_amiss(TARGETS, &screen).await;
                if screen.starts_with("a question with several") {
                    reader.page.says(question).await;
                }
            })
            .await;
    }
}

/// What a reader's own style sheet or an extension of theirs says: <https://www.w3.org/TR/WCAG22/#text-spacing>.
const SPACED: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-block-end: 2em !important }`);
    const { shadowRoot } = document.querySelector('which-cause');
    for (const root of [document, shadowRoot]) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
";

#[apply(every_engine!)]
async fn with_a_readers_own_spacing_of_text_everything_has_room(engine: Engine) {
    let reader = Reader::at(engine, NARROW, Mouse).await;
    reader
        .walks(&article(), async |screen| {
            reader.page.run(SPACED, vec![]).await;
            reader.finds_nothing_amiss(ROOM, screen).await;
        })
        .await;
}

/// What a reader's browser does where its letters are set to twice their size, and nothing else.
const LARGE: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('which-cause { font-size: 200% !important }');
    document.adoptedStyleSheets = [sheet];
";

#[apply(every_engine!)]
async fn with_letters_of_twice_their_size_everything_has_room(engine: Engine) {
    let reader = Reader::at(engine, NARROW, Mouse).await;
    reader
        .walks(&article(), async |screen| {
            reader.page.run(LARGE, vec![]).await;
            reader.finds_nothing_amiss(ROOM, screen).await;
        })
        .await;
}

#[apply(every_engine!)]
async fn what_has_no_room_is_found_by_the_measure(engine: Engine) {
    let reader = Reader::at(engine, NARROW, Mouse).await;
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", article()));
    for (style, found) in [
        (".choice { inline-size: 400px }", "in a window of 3"),
        (".care { block-size: 90px }", "is cut off by div.care"),
        (".choice { margin-block-end: -30px }", "lies on input"),
        ("li { line-height: 0.4 }", "lies on"),
    ] {
        reader.opens("").await;
        reader.page.the("button", "Start the safety check").await;
        let screen = if style.starts_with(".choice") { "a safety screen" } else { "a doctor first" };
        reader.comes_to(kind(screen)).await;
        assert_eq!(reader.measures(ROOM).await.amiss, [""; 0], "{screen}, unspoiled");
        let spoil = "
            const sheet = new CSSStyleSheet(), { shadowRoot } = document.querySelector('which-cause');
            sheet.replaceSync(arguments[0]);
            shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
        ";
        reader.page.run(spoil, vec![style.into()]).await;
        let amiss = reader.measures(ROOM).await.amiss;
        assert!(amiss.iter().any(|it| it.contains(found)), "{style}: {amiss:?}");
    }
}
