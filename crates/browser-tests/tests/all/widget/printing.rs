//! Printing the result, and what a reader sees if the browser does not print.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::quiz::quiz_in;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::article_that_remembers;
use crate::widget::every_screen::screen_kind;

/// Records the sheet in place of printing it.
pub(crate) const RECORD_PRINT: &str = "
    const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get() {
        const page = get.call(this);
        page.print = () => {
            const { documentElement: paper, title, adoptedStyleSheets } = page.document;
            window.printed = [paper.lang, paper.dir, title, paper.querySelector('body').innerText, adoptedStyleSheets.length];
            page.dispatchEvent(new Event('afterprint'));
        };
        return page;
    } });
    window.print = () => { window.printed = 'the article'; };
";

#[apply(every_engine!)]
async fn the_printed_sheet_has_the_result_and_no_advertisement(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.clicks_through(&quiz_in("en"), "P4-raised-side", async || ()).await;
    reader.page.shows("Leaning, twisting or uneven habits").await;
    reader.page.run(RECORD_PRINT, vec![]).await;
    reader.presses("Print or save for a visit").await;
    let Value::Array(printed) = reader.page.run("return window.printed", vec![]).await else {
        panic!("a sheet is printed, not the article")
    };
    assert_eq!(printed[..3], [json!("en"), json!("ltr"), json!("To take to a visit")]);
    assert_eq!(printed[4], 1, "the sheet has a style of its own");
    let text = printed[3].as_str().expect("a text");
    for line in [
        "Worth booking a visit",
        "Book sooner if it gets worse, or if something new starts.",
        "Worth mentioning to a doctor or pharmacist",
        "One side of your back looks higher when you bend. Ask for a spine check.",
        "Your answers lean toward: Leaning, twisting or uneven habits",
        "Many of your answers fit",
        "When does it tend to build up? After I lean, twist or reach to one side",
        "For learning only. Not a diagnosis and not medical advice.",
    ] {
        assert!(text.contains(line), "“{line}” is not on the sheet:\n{text}");
    }
    assert!(!text.contains("Knots In Your Back Gone!"), "the sheet sells nothing:\n{text}");
    let left = "return document.querySelector('which-cause').shadowRoot.querySelectorAll('iframe').length";
    assert_eq!(reader.page.run(left, vec![]).await, 0, "nothing of it is left");
}

const NOT_PRINTED: &str = "Your browser didn't offer to print here.";

/// Replaces `print` of the page and its frames.
const PRINT_BY: &str = "
    const print = eval(arguments[0]);
    const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
    window.get ??= get;
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { configurable: true, get() {
        const page = window.get.call(this);
        page.print = print && (() => print(page));
        return page;
    } });
    window.print = print && (() => print(window));
";

/// The number of frames in the quiz, and the message under the buttons.
const STATE: &str = "
    const { shadowRoot } = document.querySelector('which-cause');
    return [shadowRoot.querySelectorAll('iframe').length, shadowRoot.querySelector('.widget .done').textContent.trim()];
";

/// Waits for a number of milliseconds.
const WAIT: &str = "const [time, done] = arguments; setTimeout(done, time)";

async fn is_not_printed(reader: &Reader) {
    reader.presses("Print or save for a visit").await;
    reader.page.shows(NOT_PRINTED).await;
    reader.page.focus_is_on("button", "Print or save for a visit").await;
    assert_eq!(reader.page.run(STATE, vec![]).await[0], 0, "no frame stays");
}

#[apply(every_engine!)]
async fn in_a_sandbox_that_forbids_printing_the_reader_is_told(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for sandbox in ["allow-forms", "allow-same-origin allow-forms"] {
        reader.server.update(|state| {
            state.headers = vec![
                ("content-security-policy", format!("sandbox allow-scripts {sandbox}")),
                // A page without an origin fetches its scripts as from another site.
                ("access-control-allow-origin", "*".to_owned()),
            ];
        });
        if sandbox.contains("allow-same-origin") {
            reader.opens_page(article_that_remembers()).await;
            reader.page.find("button", "Start the safety check").await;
            reader.jumps_to(screen_kind("nothing that stands out, and a visit")).await;
        } else {
            // A page without an origin stores nothing.
            reader.starts().await;
            reader.clicks_through(&quiz_in("en"), "N1-nothing", async || ()).await;
        }
        is_not_printed(&reader).await;
    }
    // The second time the message is rendered again.
    is_not_printed(&reader).await;
}

/// The test prints in place of the browser, so one engine is enough.
#[apply(chromium_only!)]
async fn the_sheet_stays_until_the_browser_has_printed_it(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens_page(article_that_remembers()).await;
    reader.page.find("button", "Start the safety check").await;
    reader.jumps_to(screen_kind("a mixed result")).await;
    // A browser that prints in its own time.
    let later = "(page) => {
        setTimeout(() => page.dispatchEvent(new Event('beforeprint')), 300);
        setTimeout(() => page.dispatchEvent(new Event('afterprint')), 2500);
    }";
    reader.page.run(PRINT_BY, vec![json!(later)]).await;
    reader.presses("Print or save for a visit").await;
    reader.page.run_async_with(WAIT, vec![json!(1500)]).await;
    assert_eq!(reader.page.run(STATE, vec![]).await, json!([1, ""]));
    reader.page.run_async_with(WAIT, vec![json!(1500)]).await;
    assert_eq!(reader.page.run(STATE, vec![]).await, json!([0, ""]));
    reader.page.focus_is_on("button", "Print or save for a visit").await;

    // A dialog that the reader closes.
    let closed = "() => { const start = performance.now(); while (performance.now() - start < 600); }";
    reader.page.run(PRINT_BY, vec![json!(closed)]).await;
    reader.presses("Print or save for a visit").await;
    reader.page.run_async_with(WAIT, vec![json!(1500)]).await;
    assert_eq!(reader.page.run(STATE, vec![]).await, json!([0, ""]));
    reader.page.focus_is_on("button", "Print or save for a visit").await;

    // A browser without printing.
    for print in ["undefined", "() => {}", "() => { throw new Error('not here') }"] {
        reader.page.run(PRINT_BY, vec![json!(print)]).await;
        is_not_printed(&reader).await;
    }
    // A reader who has gone elsewhere in the meantime stays there.
    reader.presses("Print or save for a visit").await;
    reader.runs_on_quiz("quiz.shadowRoot.querySelector('.widget summary, .widget .quiet').focus()").await;
    let elsewhere = reader.page.focus().await;
    reader.page.shows(NOT_PRINTED).await;
    assert_eq!(reader.page.focus().await, elsewhere);
}
