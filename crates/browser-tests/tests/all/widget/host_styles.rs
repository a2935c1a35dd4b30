//! The quiz looks the same under every style sheet of a page.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::window::{PHONE, REDUCED_MOTION, Window};
use crate::widget::article::FIRST_SCREEN;
use crate::widget::containers::{self, QUIZ};

/// Style sheets of real pages, from mild to hostile.
const HOSTILE: [(&str, &str); 7] = [
    ("unset", "* { all: unset }"),
    ("no buttons", "button, input, fieldset { display: none !important }"),
    (
        "important",
        "* { margin: 0 !important; padding: 0 !important; border: 0 !important; color: red !important; \
         background: yellow !important; letter-spacing: 3px !important; text-transform: uppercase !important; \
         line-height: 3 !important; text-indent: 2em !important; word-spacing: 1em !important }",
    ),
    ("small root", "html { font-size: 62.5% }"),
    ("smaller root", "html { font-size: 10px } body { font-size: inherit }"),
    (
        "reset",
        "*, *::before, *::after { box-sizing: border-box; margin: 0; padding: 0 } h2, legend { font: inherit; all: unset }",
    ),
    (
        "outlines",
        "*:focus { outline: 5px dashed magenta } * { text-shadow: 0 0 3px red; font-style: italic }",
    ),
];

/// A page around the quiz. The quiz is in a column of a fixed width, so only styles that reach into the quiz can change it.
pub(crate) fn page(style: &str) -> String {
    format!(
        "<!doctype html><html lang=en-GB><head><meta name=viewport content=\"width=device-width\"><style>@layer page {{ which-cause {{ display: block }} }}
        #column {{ position: absolute !important; left: 0 !important; top: 0 !important; width: 340px !important;
            display: block !important; font-family: sans-serif !important }}
        head, head *, script {{ display: none !important }} html {{ overflow-y: scroll !important }} {style}</style></head>
        <body><div id=column><which-cause></which-cause></div><p id=other>Other <b>words</b></p><button id=one>One</button>
        <script type=module src=which-cause.js></script>"
    )
}

/// The position, the size and the style of every element of the quiz.
const LOOK: &str = "
    const root = document.querySelector('which-cause').shadowRoot;
    const seen = ['color', 'backgroundColor', 'fontSize', 'fontFamily', 'fontWeight', 'fontStyle', 'lineHeight', 'letterSpacing',
        'wordSpacing', 'textTransform', 'textIndent', 'textShadow', 'textAlign', 'borderTopColor', 'borderTopWidth', 'opacity',
        'visibility', 'display', 'outlineStyle', 'cursor'];
    return [...root.querySelectorAll('*')].filter((it) => it.checkVisibility()).map((it) => {
        const style = getComputedStyle(it), box = it.getBoundingClientRect();
        const where = [box.x, box.y, box.width, box.height].map((it) => Math.round(it));
        return [it.localName + '.' + it.getAttribute('class'), ...where, ...seen.map((key) => style[key])].join(' ');
    }).filter((it) => !it.startsWith('slot') && !it.startsWith('div.f'));
";

/// The styles of the first screen without and with its error message.
async fn looks(reader: &Reader) -> Value {
    let mut looks = Vec::new();
    // By script, because a pointer would hover over a choice on some of the pages.
    for press in ["return quiz.start()", "quiz.shadowRoot.querySelector('.widget .primary').click()"] {
        reader.waits_for_the_element().await;
        reader.runs_on_quiz(press).await;
        reader.page.find("group", FIRST_SCREEN).await;
        // Without the focus, whose outline the page may style.
        reader
            .page
            .run("document.querySelector('which-cause').shadowRoot.activeElement?.blur()", vec![])
            .await;
        looks.push(reader.page.run(LOOK, vec![]).await);
    }
    json!(looks)
}

#[apply(chromium_only!)]
async fn no_style_of_the_page_changes_the_quiz(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    reader.opens_page(page("")).await;
    let plain = looks(&reader).await;
    assert!(plain[0].as_array().expect("elements").len() > 30, "{plain}");
    for (name, style) in HOSTILE {
        reader.opens_page(page(style)).await;
        let hostile = looks(&reader).await;
        for (screen, (plain, hostile)) in
            plain.as_array().expect("screens").iter().zip(hostile.as_array().expect("screens")).enumerate()
        {
            let (plain, hostile) =
                (plain.as_array().expect("elements"), hostile.as_array().expect("elements"));
            for (one, other) in plain.iter().zip(hostile) {
                assert_eq!(one, other, "“{name}”, screen {screen}");
            }
            assert_eq!(plain.len(), hostile.len());
        }
    }
}

#[apply(chromium_only!)]
async fn no_style_of_the_page_changes_a_pixel(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    let mut pictures = Vec::new();
    for style in ["", HOSTILE[0].1, HOSTILE[2].1] {
        // The rest of the page is hidden, and the background is white.
        let style = format!(
            "{style} #other, #one {{ display: none !important }} html, body, #column, which-cause {{ background: white !important }}"
        );
        reader.opens_page(page(&style)).await;
        reader.presses("Start").await;
        reader.page.focus_is_on("heading", FIRST_SCREEN).await;
        // A screenshot may be of the last frame, so wait for two more.
        let settle = "const [done] = arguments;
            document.querySelector('which-cause').shadowRoot.activeElement?.blur();
            scrollTo(0, 0);
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))";
        reader.page.run_async(settle).await;
        pictures.push(reader.page.client.screenshot().await.expect("a picture"));
    }
    for other in &pictures[1..] {
        let (one, other) = (pixels(&pictures[0]), pixels(other));
        assert_eq!(one.len(), other.len());
        let apart = one.iter().zip(&other).filter(|(a, b)| a.abs_diff(**b) > 24).count();
        #[expect(clippy::cast_precision_loss, reason = "a picture has far fewer than 2^52 bytes")]
        let share = apart as f64 / one.len() as f64;
        // Letters may be smoothed differently. A changed color, space or line changes many more pixels.
        assert!(share < 0.002, "{:.3} % of the picture is another", share * 100.0);
    }
}

/// Without it, Safari enlarges the texts of the quiz on an iPhone in landscape, and not those of the page.
#[apply(chromium_only!)]
async fn the_quiz_follows_the_text_size_adjustment_of_the_page(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens_page(page("html { text-size-adjust: 100% }")).await;
    reader.presses("Start").await;
    reader.page.find("group", FIRST_SCREEN).await;
    let adjustments = "const all = [...quiz.shadowRoot.querySelectorAll('.widget, .widget *')];
        return [...new Set(all.map((it) => getComputedStyle(it).textSizeAdjust))]";
    assert_eq!(reader.runs_on_quiz(adjustments).await, json!(["100%"]));
}

#[apply(chromium_only!)]
async fn the_rule_of_the_guide_makes_start_as_wide_as_its_label(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    let guide = include_str!("../../../../../docs/styling.md");
    let rule = guide.lines().find(|line| line.starts_with("which-cause::part(start)")).expect("the rule");
    let width = async |style: &str| {
        reader.opens_page(page(style)).await;
        reader.page.find("button", "Start").await;
        let width = reader.asks_quiz("return quiz.shadowRoot.querySelector('button').offsetWidth").await;
        width.as_u64().expect("a width")
    };
    assert!(width("").await > 192, "the button is as wide as the card");
    assert!(width(rule).await < 100, "{rule}");
}

/// The pixels of a PNG in the column. The scroll bar beside it belongs to the page.
fn pixels(png: &[u8]) -> Vec<u8> {
    let decoder = png::Decoder::new(std::io::Cursor::new(png));
    let mut reader = decoder.read_info().expect("a picture");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
    let frame = reader.next_frame(&mut bytes).expect("a picture");
    let column = 340 * frame.color_type.samples();
    bytes.chunks(frame.line_size).flat_map(|line| line[..column.min(line.len())].iter().copied()).collect()
}

/// Names that the quiz uses for its own custom properties.
const OWN: &str = "* { --accent: red; --accent-text: red; --line: red; --radius: 99px; --space: 99px; --surface: red; --raised: red; \
    --text: red; --muted: red; --edge: red; --alarm: red; --warn: red; --note: red; --alarm-fill: red; --warn-fill: red; --corner: 99px; \
    --level: red; --level-soft: red; --fill: red; --accent-soft: red; --accent-line: red; --picture-ink: red; \
    --picture-quiet: red; --picture-body: red; --picture-cloth: red; --picture-thing: red; --picture-mark: red }";

/// Some styles of every element of the quiz.
const STYLES: &str = "
    const seen = ':not([hidden], [hidden] *)';
    return [...document.querySelector('which-cause').shadowRoot.querySelectorAll(seen)].map((it) => {
        const style = getComputedStyle(it);
        const keys = ['color', 'backgroundColor', 'borderTopColor', 'borderTopLeftRadius', 'paddingTop', 'marginTop', 'fill', 'stroke', 'rowGap'];
        return [it.localName + '.' + it.getAttribute('class'), ...keys.map((key) => style[key])].join(' ');
    });
";

#[apply(chromium_only!)]
async fn custom_properties_of_the_page_with_the_names_of_the_quiz_change_nothing(engine: Engine) {
    let reader = Reader::at(engine, Window { reduced_motion: true, ..PHONE }, Mouse).await;
    let mut seen: Vec<Vec<Value>> = Vec::new();
    for style in ["", OWN, &OWN.replacen('*', "which-cause", 1)] {
        let styled = format!("<style>{style}</style>{QUIZ}");
        reader.opens_page(containers::page(&styled)).await;
        reader.waits_for_the_element().await;
        let mut screens = vec![reader.page.run(STYLES, vec![]).await];
        reader.presses("Start").await;
        reader.page.focus_is_on("heading", FIRST_SCREEN).await;
        screens.push(reader.page.run(STYLES, vec![]).await);
        reader.ticks_no_flags().await;
        screens.push(reader.page.run(STYLES, vec![]).await);
        reader.skips_to_the_result().await;
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
