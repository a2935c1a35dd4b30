//! Boxes that owners put the quiz into: flex, grid, float, table, columns.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::every_engine;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::window::{PHONE, Window};

/// Each case: its name, the style of the box around the element, and the element's own style.
const BOXES: [(&str, &str, &str); 15] = [
    ("block", "", ""),
    ("flex column, centered", "display: flex; flex-direction: column; align-items: center", ""),
    ("flex row", "display: flex", ""),
    ("flex row, centered", "display: flex; justify-content: center", ""),
    ("grid, centered", "display: grid; place-items: center", ""),
    ("grid, at the start", "display: grid; justify-items: start", ""),
    ("grid, auto column", "display: grid; grid-template-columns: auto", ""),
    ("float", "float: left", ""),
    ("inline-block", "display: inline-block", ""),
    ("table", "display: table", ""),
    ("table cell", "display: table-cell", ""),
    ("fit-content", "width: fit-content", ""),
    ("popup", "position: relative", "position: absolute"),
    ("an inline-block itself", "", "display: inline-block"),
    ("vertical", "writing-mode: vertical-rl; width: fit-content", ""),
];

/// A page with these boxes.
pub(crate) fn page(boxes: &str) -> String {
    format!(
        "<!doctype html><html lang=en-GB><head><meta name=viewport content='width=device-width'>
        <style>body {{ margin: 8px }} section {{ display: flow-root; min-height: 300px }}</style></head>
        <body>{boxes}<script type=module src=which-cause.js></script>"
    )
}

/// A quiz with a region.
pub(crate) const QUIZ: &str = "<which-cause region=GB><h2>Which?</h2><p>Some words that go on for a while, as words before a quiz do.</p></which-cause>";

fn all_boxes() -> String {
    let section = |(name, outer, own): (&str, &str, &str)| {
        let quiz = QUIZ.replace("region", &format!("title='{name}' style='{own}' region"));
        format!("<section><div style='{outer}'>{quiz}</div></section>")
    };
    let mut boxes: String = BOXES.into_iter().map(section).collect();
    let quiz = |name: &str| QUIZ.replace("region", &format!("title='{name}' region"));
    for part in [
        "<section><table><tr><td>",
        &quiz("cell of a table"),
        "</table></section><dialog open style='position: static'>",
        &quiz("dialog"),
        "</dialog>",
    ] {
        boxes.push_str(part);
    }
    boxes
}

/// The width of the card in each element, by the element's title, and how far the page scrolls sideways.
const WIDTHS: &str = "
    const widths = [...document.querySelectorAll('which-cause')].map((it) => {
        const card = it.shadowRoot.querySelector('.widget .base') ?? it.shadowRoot.querySelector('.facade');
        return [it.title, Math.round(card.getBoundingClientRect().width)];
    });
    const { scrollWidth, clientWidth } = document.documentElement;
    return { widths, over: scrollWidth - clientWidth };
";

const STARTS_ALL: &str = "
    const [done] = arguments;
    (async () => {
        for (const quiz of document.querySelectorAll('which-cause')) await quiz.start();
        requestAnimationFrame(() => setTimeout(done, 50));
    })();
";

/// Each card is as wide as the one in the plain block. A dialog takes 38 pixels.
fn are_wide(found: &Value, at: &str) {
    let widths = found["widths"].as_array().expect("widths");
    assert_eq!(widths.len(), BOXES.len() + 2, "{found}");
    let block = widths[0][1].as_u64().expect("a width");
    for width in widths {
        let wide = width[1].as_u64().expect("a width");
        assert!(wide + 40 >= block, "{at}: {width} of {block}");
    }
    assert_eq!(found["over"], json!(0), "{at}: the page scrolls sideways: {found}");
}

async fn in_a_window(engine: Engine, screen: Window) {
    let reader = Reader::at(engine, screen, Mouse).await;
    reader.opens_page(page(&all_boxes())).await;
    reader.waits_for_the_element().await;
    are_wide(&reader.page.run(WIDTHS, vec![]).await, "before the start");
    reader.page.run_async(STARTS_ALL).await;
    are_wide(&reader.page.run(WIDTHS, vec![]).await, "on the first screen");
}

#[apply(every_engine!)]
async fn a_box_that_fits_its_content_does_not_make_the_quiz_narrow(engine: Engine) {
    for width in [320, 1280] {
        in_a_window(engine, Window { width, ..PHONE }).await;
    }
}

#[apply(every_engine!)]
async fn the_quiz_fits_into_flex_rows_set_widths_and_columns(engine: Engine) {
    let reader = Reader::at(engine, Window { width: 1000, ..PHONE }, Mouse).await;
    let width = async || reader.page.run(WIDTHS, vec![]).await["widths"][0][1].as_u64().expect("a width");

    // A flex row leaves it 288 pixels beside an advertisement.
    let beside = "<p style='flex: none; width: 650px'>An advertisement</p>";
    reader.opens_page(page(&format!("<div style='display: flex; gap: 8px'>{QUIZ}{beside}</div>"))).await;
    reader.waits_for_the_element().await;
    assert!(width().await >= 288, "{}", width().await);
    reader.presses("Start").await;
    assert!(width().await >= 288, "{}", width().await);

    // A width that the owner sets is kept.
    reader.opens_page(page(&format!("<style>which-cause {{ max-width: 500px }}</style>{QUIZ}"))).await;
    reader.waits_for_the_element().await;
    assert_eq!(width().await, 500);

    // The columns of an article do not cut the card.
    let text = "<p style='height: 420px'>Text</p>".repeat(2);
    reader.opens_page(page(&format!("<div style='columns: 2; width: 800px'>{text}{QUIZ}{text}</div>"))).await;
    reader.waits_for_the_element().await;
    let parts = "return document.querySelector('which-cause').shadowRoot.querySelector(arguments[0]).getClientRects().length";
    let pieces = async |part: &str| reader.page.run(parts, vec![json!(part)]).await;
    assert_eq!(pieces(".facade").await, json!(1));
    reader.presses("Start").await;
    assert_eq!(pieces(".base").await, json!(1));
}
