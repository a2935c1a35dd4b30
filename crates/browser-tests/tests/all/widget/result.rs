//! What a reader can do with a result, and that a quiz is as light or as dark as what is around it.

use crate::harness::engines::every_engine;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;

/// Has the frame in which the sheet is printed say what is on it, where it would print.
pub(crate) const PAPER: &str = "
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

/// Has the clipboard take note, or refuse.
const CLIPBOARD: &str = "
    const [refuses] = arguments;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => {
        if (refuses) throw new Error('not here');
        window.copied = text;
    } } });
    document.execCommand = () => false;
";

const STATUS: &str = "
    const [line] = document.querySelector('which-cause').shadowRoot.querySelectorAll('.widget .done');
    return line.textContent;
";

#[apply(every_engine!)]
async fn what_is_printed_is_one_sheet_to_take_along(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.takes_the_quiz_as("P4-raised-side").await;
    reader.page.says("Leaning, twisting or uneven habits").await;
    reader.page.run(PAPER, vec![]).await;
    reader.presses("Print or save for a visit").await;
    let Value::Array(printed) = reader.page.run("return window.printed", vec![]).await else {
        panic!("a sheet is printed, not the article")
    };
    assert_eq!(printed[..3], [json!("en"), json!("ltr"), json!("To take to a visit")]);
    assert_eq!(printed[4], 1, "the sheet has a style of its own");
    let text = printed[3].as_str().expect("a text");
    for line in [
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

#[apply(every_engine!)]
async fn a_result_can_be_copied_and_the_reader_is_told(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.takes_the_quiz_as("N1-nothing").await;
    reader.page.focuses("heading", "Nothing stands out").await;
    assert_eq!(reader.page.run(STATUS, vec![]).await, "", "nothing is said before");
    reader.page.run(CLIPBOARD, vec![json!(false)]).await;
    reader.presses("Copy as text").await;
    reader.page.says("Copied. You can paste it into a message or a note.").await;
    let copied = reader.page.run("return window.copied", vec![]).await;
    let text = copied.as_str().expect("a text");
    assert!(text.starts_with("To take to a visit\n"), "{text}");
    assert!(text.contains("\nNothing stands out\n") && text.contains("\n- Where do your knots"), "{text}");
    // The query of an address may say who a reader is.
    assert!(!text.contains('#') && text.contains("http://"), "{text}");

    reader.page.run(CLIPBOARD, vec![json!(true)]).await;
    reader.presses("Copy as text").await;
    reader.page.says("Your browser didn't allow copying.").await;
    reader.page.focuses("button", "Copy as text").await;
}

#[apply(every_engine!)]
async fn on_a_dark_page_that_does_not_say_so_the_quiz_is_dark_as_well(engine: Engine) {
    const GROUND: &str = "
        const base = document.querySelector('which-cause').shadowRoot.querySelector('.widget .base');
        return getComputedStyle(base).backgroundColor;
    ";
    let page = |about: &str| {
        format!(
            "<!doctype html><html lang=en-GB><meta name=viewport content='width=device-width'>{about}\
             <script type=module src=which-cause.js></script><which-cause start-label=Start><p>Words</p></which-cause>"
        )
    };
    for (about, ground) in [
        ("<style>body { background: #111; color: #eee }</style>", "rgb(26, 31, 34)"),
        ("<style>body { background: #fff; color: #222 }</style>", "rgb(251, 249, 245)"),
        ("<style>:root { color-scheme: dark } body { color: #eee }</style>", "rgb(26, 31, 34)"),
        // Whoever says light means light, however light their text is.
        ("<style>:root { color-scheme: light } body { color: #eee }</style>", "rgb(251, 249, 245)"),
    ] {
        let reader = Reader::new(engine, Mouse).await;
        reader.server.twist(|twists| _ = twists.texts.insert("index.html", page(about)));
        reader.opens("").await;
        reader.presses("Start").await;
        reader.page.the("group", "First, is any of this happening with your pain?").await;
        assert_eq!(reader.page.run(GROUND, vec![]).await, ground, "{about}");
        reader.page.run("document.querySelector('which-cause').theme = 'light'", vec![]).await;
        assert_eq!(reader.page.run(GROUND, vec![]).await, "rgb(251, 249, 245)", "the owner's word counts");
    }
}
