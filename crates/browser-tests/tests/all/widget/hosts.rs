//! Pages that were not made with the quiz in mind: it looks the same in them, and they stay as they are.

use crate::harness::engines::{chromium_only, every_engine};
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use super::claims::built;
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;
use crate::harness::screen::CALM;

/// Style sheets that pages have been seen with, each harsher than the one before.
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

/// The page around the quiz: a column of a fixed width, so that only what reaches into the quiz can change it.
fn page(style: &str) -> String {
    format!(
        "<!doctype html><html lang=en-GB><head><meta name=viewport content=\"width=device-width\"><style>@layer page {{ which-cause {{ display: block }} }}
        #column {{ position: absolute !important; left: 0 !important; top: 0 !important; width: 340px !important;
            display: block !important; font-family: sans-serif !important }}
        head, head *, script {{ display: none !important }} html {{ overflow-y: scroll !important }} {style}</style></head>
        <body><div id=column><which-cause></which-cause></div><p id=other>Other <b>words</b></p><button id=one>One</button>
        <script type=module src=which-cause.js></script>"
    )
}

/// What of the quiz is where, how large and in which style: all that there is to be seen of it.
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

/// What the page's own elements look like.
const AROUND: &str = "
    return ['html', 'body', '#column', '#other', '#other b', '#one'].map((selector) => {
        const style = getComputedStyle(document.querySelector(selector));
        return [...style].map((key) => key + ':' + style.getPropertyValue(key))
            .filter((it) => !/^(height|block-size|bottom|inset|perspective-origin|transform-origin|-webkit)/.test(it));
    });
";

async fn looks(reader: &Reader) -> Value {
    let mut looks = Vec::new();
    for name in ["Start", "Next"] {
        reader.presses(name).await;
        reader.page.the("group", "First, is any of this happening with your pain?").await;
        // Without the focus, of which a page's own outline may speak.
        reader
            .page
            .run("document.querySelector('which-cause').shadowRoot.activeElement?.blur()", vec![])
            .await;
        looks.push(reader.page.run(LOOK, vec![]).await);
    }
    json!(looks)
}

#[apply(every_engine!)]
async fn it_looks_the_same_whatever_a_page_says_of_everything(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", page("")));
    reader.opens("").await;
    let plain = looks(&reader).await;
    assert!(plain[0].as_array().expect("elements").len() > 30, "{plain}");
    for (name, style) in HOSTILE {
        reader.server.twist(|twists| _ = twists.texts.insert("index.html", page(style)));
        reader.opens("").await;
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

#[apply(every_engine!)]
async fn the_pixels_are_the_same_too(engine: Engine) {
    let reader = Reader::at(engine, CALM, Mouse).await;
    let mut pictures = Vec::new();
    for style in ["", HOSTILE[0].1, HOSTILE[2].1] {
        // What is around the quiz is hidden, and the ground behind it is white in each.
        let style = format!(
            "{style} #other, #one {{ display: none !important }} html, body, #column, which-cause {{ background: white !important }}"
        );
        reader.server.twist(|twists| _ = twists.texts.insert("index.html", page(&style)));
        reader.opens("").await;
        reader.presses("Start").await;
        reader.page.focuses("heading", "First, is any of this happening with your pain?").await;
        // What is painted next is as it stays: a picture may be of what was painted last.
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
        #[allow(clippy::cast_precision_loss)]
        let share = apart as f64 / one.len() as f64;
        // Letters may be smoothed by another pixel; a colour, a space or a line that is other shows in far more.
        assert!(share < 0.002, "{:.3} % of the picture is another", share * 100.0);
    }
}

/// The colours of a PNG, one after the other, as far as the column goes: a scroll bar beside it is the page's.
fn pixels(png: &[u8]) -> Vec<u8> {
    let decoder = png::Decoder::new(std::io::Cursor::new(png));
    let mut reader = decoder.read_info().expect("a picture");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
    let frame = reader.next_frame(&mut bytes).expect("a picture");
    let column = 340 * frame.color_type.samples();
    bytes.chunks(frame.line_size).flat_map(|line| line[..column.min(line.len())].iter().copied()).collect()
}

#[apply(every_engine!)]
async fn it_changes_nothing_outside_itself(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let with = page("body { color: #123; font: 17px serif }");
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", with));
    reader.server.twist(|twists| twists.missing = vec!["which-cause.js"]);
    reader.opens("").await;
    let before = reader.page.run(AROUND, vec![]).await;
    reader.server.twist(|twists| twists.missing.clear());
    reader.opens("").await;
    reader.presses("Start").await;
    reader.has_no_flags().await;
    reader.skips_to_the_end().await;
    let after = reader.page.run(AROUND, vec![]).await;
    for (one, other) in before.as_array().expect("styles").iter().zip(after.as_array().expect("styles")) {
        let changed = one.as_array().into_iter().flatten().zip(other.as_array().into_iter().flatten());
        let changed: Vec<_> = changed.filter(|(one, other)| one != other).collect();
        assert!(changed.is_empty(), "{changed:?}");
    }
    let touched = "return [document.title, location.hash, history.length > 3, document.head.querySelectorAll('link, meta').length,
        document.documentElement.getAttributeNames().join(), document.body.getAttributeNames().join(), document.adoptedStyleSheets.length]";
    assert_eq!(reader.page.run(touched, vec![]).await, json!(["", "", false, 1, "lang", "", 0]));
}

#[apply(every_engine!)]
async fn it_runs_in_a_page_from_right_to_left_and_in_one_that_is_moved_and_scaled(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for article in [
        built("index.html").replacen("lang=\"en\"", "lang=en dir=rtl", 1),
        built("index.html").replacen(
            "<body",
            "<body style=\"transform-origin: 0 0; transform: scale(.9) translate(5px, 7px)\"",
            1,
        ),
    ] {
        reader.server.twist(|twists| _ = twists.texts.insert("index.html", article));
        reader.starts().await;
        let direction = "return getComputedStyle(quiz.shadowRoot.querySelector('fieldset')).direction";
        assert_eq!(
            reader.scripts(direction).await,
            json!("ltr"),
            "the quiz's language runs from left to right"
        );
        reader.ticks("None of these").await;
        reader.goes_on().await;
        reader.page.focuses("heading", "Next, do any of these fit you?").await;
    }
}

#[apply(every_engine!)]
async fn a_hidden_quiz_is_hidden(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    for style in ["display: none", "visibility: hidden"] {
        reader.scripts(&format!("quiz.style.cssText = '{style}'")).await;
        assert!(reader.page.names("group").await.is_empty(), "{style}");
    }
    reader.scripts("quiz.style.cssText = ''; quiz.hidden = true").await;
    assert!(reader.page.names("group").await.is_empty());
}

#[apply(chromium_only!)]
async fn nothing_on_the_page_shifts_from_the_facade_to_the_first_screens(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let watch = built("index.html").replacen(
        "<meta",
        "<script>window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map((it) => [it.value, it.hadRecentInput])))
            .observe({ type: 'layout-shift', buffered: true })</script><meta",
        1,
    );
    reader.server.twist(|twists| _ = twists.texts.insert("index.html", watch));
    reader.opens("").await;
    reader.page.the("button", "Start the safety check").await;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    assert_eq!(reader.scripts("return shifts").await, json!([]), "before Start");
    reader.presses("Start the safety check").await;
    reader.has_no_flags().await;
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    let unasked = reader.scripts("return shifts.filter(([value, asked]) => !asked)").await;
    assert_eq!(unasked, json!([]), "what shifts does so at the reader's press");
}
