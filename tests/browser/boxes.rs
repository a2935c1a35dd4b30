//! Boxes that owners put the quiz into, and rules of a page that use the names of the quiz's custom properties.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use super::engine::Engine;
use super::reader::Hand::Mouse;
use super::reader::Reader;
use super::screen::{PHONE, Screen};

/// Each case: its name, the style of the box around the element, and the element's own style.
const BOXES: [(&str, &str, &str); 15] = [
    ("block", "", ""),
    ("flex column, centred", "display: flex; flex-direction: column; align-items: center", ""),
    ("flex row", "display: flex", ""),
    ("flex row, centred", "display: flex; justify-content: center", ""),
    ("grid, centred", "display: grid; place-items: center", ""),
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

/// Waits until the element is there, which a page does not wait for.
async fn is_defined(reader: &Reader) {
    let defined = "const [done] = arguments; customElements.whenDefined('which-cause').then(() => done())";
    reader.page.run_async(defined).await;
}

fn page(boxes: &str) -> String {
    format!(
        "<!doctype html><html lang=en-GB><head><meta name=viewport content='width=device-width'>
        <style>body {{ margin: 8px }} section {{ display: flow-root; min-height: 300px }}</style></head>
        <body>{boxes}<script type=module src=which-cause.js></script>"
    )
}

const QUIZ: &str = "<which-cause region=GB><h2>Which?</h2><p>Some words that go on for a while, as words before a quiz do.</p></which-cause>";

fn all_boxes() -> String {
    let section = |(name, outer, own): (&str, &str, &str)| {
        let quiz = QUIZ.replace("region", &format!("title='{name}' style='{own}' region"));
        format!("<section><div style='{outer}'>{quiz}</div></section>")
    };
    let boxes: String = BOXES.into_iter().map(section).collect();
    let quiz = |name: &str| QUIZ.replace("region", &format!("title='{name}' region"));
    let table = format!("<section><table><tr><td>{}</table></section>", quiz("cell of a table"));
    let dialog = format!("<dialog open style='position: static'>{}</dialog>", quiz("dialog"));
    [boxes, table, dialog].concat()
}

/// How wide the card in each element is, by the element's title, and how far the page scrolls sideways.
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
        for (const it of document.querySelectorAll('which-cause')) await it.start();
        requestAnimationFrame(() => setTimeout(done, 50));
    })();
";

/// Each card is as wide as the one in the plain block. A dialog takes 38 px for itself.
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

async fn in_a_window(engine: Engine, screen: Screen) {
    let reader = Reader::at(engine, screen, Mouse).await;
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", page(&all_boxes())));
    reader.opens("").await;
    is_defined(&reader).await;
    are_wide(&reader.page.run(WIDTHS, vec![]).await, "before the start");
    reader.page.run_async(STARTS_ALL).await;
    are_wide(&reader.page.run(WIDTHS, vec![]).await, "on the first screen");
}

#[apply(in_every_engine)]
async fn a_box_as_wide_as_its_contents_makes_no_quiz_too_narrow(engine: Engine) {
    for width in [320, 1280] {
        in_a_window(engine, Screen { width, ..PHONE }).await;
    }
}

#[apply(in_every_engine)]
async fn a_flex_row_leaves_the_quiz_288_pixels_beside_other_things(engine: Engine) {
    let reader = Reader::at(engine, Screen { width: 1000, ..PHONE }, Mouse).await;
    let beside = "<p style='flex: none; width: 650px'>An advertisement</p>";
    let row = format!("<div style='display: flex; gap: 8px'>{QUIZ}{beside}</div>");
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", page(&row)));
    reader.opens("").await;
    is_defined(&reader).await;
    let wide = async || reader.page.run(WIDTHS, vec![]).await["widths"][0][1].as_u64().expect("a width");
    assert!(wide().await >= 288, "{}", wide().await);
    reader.presses("Start").await;
    assert!(wide().await >= 288, "{}", wide().await);
}

#[apply(in_every_engine)]
async fn a_width_that_the_owner_sets_is_kept(engine: Engine) {
    let reader = Reader::at(engine, Screen { width: 1000, ..PHONE }, Mouse).await;
    let style = "<style>which-cause { max-width: 500px }</style>";
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", page(&format!("{style}{QUIZ}"))));
    reader.opens("").await;
    is_defined(&reader).await;
    assert_eq!(reader.page.run(WIDTHS, vec![]).await["widths"][0][1], json!(500));
}

#[apply(in_every_engine)]
async fn the_card_is_not_cut_across_the_columns_of_an_article(engine: Engine) {
    let reader = Reader::at(engine, Screen { width: 1000, ..PHONE }, Mouse).await;
    let text = "<p style='height: 420px'>Text</p>".repeat(2);
    let columns = format!("<div style='columns: 2; width: 800px'>{text}{QUIZ}{text}</div>");
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", page(&columns)));
    reader.opens("").await;
    is_defined(&reader).await;
    let parts = "return document.querySelector('which-cause').shadowRoot.querySelector(arguments[0]).getClientRects().length";
    let pieces = async |part: &str| reader.page.run(parts, vec![json!(part)]).await;
    assert_eq!(pieces(".facade").await, json!(1));
    reader.presses("Start").await;
    assert_eq!(pieces(".base").await, json!(1));
}

/// Names that the quiz uses for its own custom properties.
const OWN: &str = "* { --accent: red; --accent-text: red; --line: red; --radius: 99px; --space: 99px; --surface: red; --raised: red; \
    --text: red; --muted: red; --edge: red; --alarm: red; --warn: red; --note: red; --alarm-fill: red; --warn-fill: red; --corner: 99px; \
    --gap: 99px; --level: red; --level-soft: red; --fill: red; --accent-soft: red; --accent-line: red; --picture-ink: red; \
    --picture-quiet: red; --picture-body: red; --picture-cloth: red; --picture-thing: red; --picture-mark: red }";

/// Every style of every element of the quiz.
const STYLES: &str = "
    return [...document.querySelector('which-cause').shadowRoot.querySelectorAll('*')].map((it) => {
        const style = getComputedStyle(it);
        const keys = ['color', 'backgroundColor', 'borderTopColor', 'borderTopLeftRadius', 'paddingTop', 'marginTop', 'fill', 'stroke', 'rowGap'];
        return [it.localName + '.' + it.getAttribute('class'), ...keys.map((key) => style[key])].join(' ');
    });
";

#[apply(in_every_engine)]
async fn a_page_that_uses_the_names_of_the_quizs_custom_properties_changes_nothing(engine: Engine) {
    let reader = Reader::at(engine, Screen { calm: true, ..PHONE }, Mouse).await;
    let mut seen: Vec<Vec<Value>> = Vec::new();
    for style in ["", OWN, &OWN.replacen('*', "which-cause", 1)] {
        let styled = format!("<style>{style}</style>{QUIZ}");
        reader.server.twist(|twists| _ = twists.texts.insert("index.html", page(&styled)));
        reader.opens("").await;
        is_defined(&reader).await;
        let mut screens = vec![reader.page.run(STYLES, vec![]).await];
        reader.presses("Start").await;
        reader.page.focuses("heading", "First, is any of this happening with your pain?").await;
        screens.push(reader.page.run(STYLES, vec![]).await);
        reader.has_no_flags().await;
        screens.push(reader.page.run(STYLES, vec![]).await);
        reader.skips_to_the_end().await;
        screens.push(reader.page.run(STYLES, vec![]).await);
        seen.push(screens);
    }
    for other in &seen[1..] {
        for (screen, (one, other)) in seen[0].iter().zip(other).enumerate() {
            let (one, other) = (one.as_array().expect("styles"), other.as_array().expect("styles"));
            assert_eq!(one.len(), other.len(), "screen {screen}");
            for (one, other) in one.iter().zip(other) {
                assert_eq!(one, other, "screen {screen}");
            }
        }
    }
}
