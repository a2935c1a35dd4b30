//! The quiz says “Copied” only if the clipboard has the text, and says so where the browser does not print.

use crate::harness::engines::every_engine;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::reader::Hand::Mouse;
use crate::harness::reader::Reader;

const NOT_PRINTED: &str = "Your browser didn't offer to print here.";
const NOT_COPIED: &str = "Your browser didn't allow copying.";
const COPIED: &str = "Copied. You can paste it into a message or a note.";

/// A reader at a result that shows no cause.
async fn at_a_result(engine: Engine, sandbox: Option<&str>) -> Reader {
    let reader = Reader::new(engine, Mouse).await;
    if let Some(sandbox) = sandbox {
        let policy = ("content-security-policy", format!("sandbox allow-scripts {sandbox}"));
        // A page of no origin asks for its scripts as from another site.
        let shared = ("access-control-allow-origin", "*".to_owned());
        reader.server.twist(|twists| twists.headers.extend([policy, shared]));
    }
    reader.starts().await;
    reader.has_no_flags().await;
    reader.skips_to_the_end().await;
    reader
}

/// Has the frames of the page, and the page itself, print by a function.
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

/// How many frames there are in the quiz, and what is said under its buttons.
const STATE: &str = "
    const { shadowRoot } = document.querySelector('which-cause');
    return [shadowRoot.querySelectorAll('iframe').length, shadowRoot.querySelector('.widget .done').textContent.trim()];
";

/// Waits for a time, in milliseconds.
const WAIT: &str = "const [time, done] = arguments; setTimeout(done, time)";

async fn is_not_printed(reader: &Reader) {
    reader.presses("Print or save for a visit").await;
    reader.page.says(NOT_PRINTED).await;
    reader.page.focuses("button", "Print or save for a visit").await;
    assert_eq!(reader.page.run(STATE, vec![]).await[0], 0, "no frame stays");
}

#[apply(every_engine!)]
async fn in_a_sandbox_without_modals_the_reader_learns_that_nothing_is_printed(engine: Engine) {
    let reader = at_a_result(engine, Some("allow-same-origin allow-forms")).await;
    is_not_printed(&reader).await;
    // Where it is said twice, it is said anew.
    is_not_printed(&reader).await;
}

#[apply(every_engine!)]
async fn in_a_sandbox_of_no_origin_the_reader_learns_it_as_well(engine: Engine) {
    let reader = at_a_result(engine, Some("allow-forms")).await;
    is_not_printed(&reader).await;
}

#[apply(every_engine!)]
async fn a_browser_without_printing_says_so_and_leaves_no_frame(engine: Engine) {
    let reader = at_a_result(engine, None).await;
    for print in ["undefined", "() => {}", "() => { throw new Error('not here') }"] {
        reader.page.run(PRINT_BY, vec![json!(print)]).await;
        is_not_printed(&reader).await;
    }
    // A reader who has gone elsewhere in the meantime stays there.
    reader.presses("Print or save for a visit").await;
    reader.scripts("quiz.shadowRoot.querySelector('.widget summary, .widget .quiet').focus()").await;
    let elsewhere = reader.page.focus().await;
    reader.page.says(NOT_PRINTED).await;
    assert_eq!(reader.page.focus().await, elsewhere);
}

#[apply(every_engine!)]
async fn a_browser_that_prints_in_its_own_time_keeps_the_sheet_until_then(engine: Engine) {
    let reader = at_a_result(engine, None).await;
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
    reader.page.focuses("button", "Print or save for a visit").await;
}

#[apply(every_engine!)]
async fn a_dialog_that_the_reader_closes_leaves_no_frame_and_no_message(engine: Engine) {
    let reader = at_a_result(engine, None).await;
    let closed = "() => { const start = performance.now(); while (performance.now() - start < 600); }";
    reader.page.run(PRINT_BY, vec![json!(closed)]).await;
    reader.presses("Print or save for a visit").await;
    reader.page.run_async_with(WAIT, vec![json!(1500)]).await;
    assert_eq!(reader.page.run(STATE, vec![]).await, json!([0, ""]));
    reader.page.focuses("button", "Print or save for a visit").await;
}

/// A page without the clipboard's own interface, as on plain HTTP, that does something where its readers copy.
const NO_CLIPBOARD: &str = "
    const [capture, code] = arguments;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    window.listening?.abort();
    window.listening = new AbortController();
    document.addEventListener('copy', eval(code), { capture, signal: window.listening.signal });
";

impl Reader {
    /// What the clipboard has, as a field of the page gets it.
    async fn pastes(&self) -> Value {
        let field = "
            const field = document.querySelector('#pasted') ?? document.body.appendChild(Object.assign(document.createElement('textarea'), { id: 'pasted' }));
            field.value = '';
            field.focus();
        ";
        self.page.run(field, vec![]).await;
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: Key::Control.into() })
            .then(KeyAction::Down { value: 'v' })
            .then(KeyAction::Up { value: 'v' })
            .then(KeyAction::Up { value: Key::Control.into() });
        self.page.client.perform_actions(keys).await.expect("a keyboard");
        self.page.run_async_with(WAIT, vec![json!(300)]).await;
        self.page.run("return document.querySelector('#pasted').value", vec![]).await
    }
}

#[apply(every_engine!)]
async fn copied_is_said_only_if_the_clipboard_has_the_text(engine: Engine) {
    let reader = at_a_result(engine, None).await;
    let cases = [
        (true, "(event) => event.preventDefault()", NOT_COPIED),
        (
            true,
            "(event) => { event.clipboardData.setData('text/plain', 'Read more'); event.preventDefault() }",
            NOT_COPIED,
        ),
        (true, "(event) => { event.preventDefault(); event.stopImmediatePropagation() }", NOT_COPIED),
        // What a page does after the quiz changes nothing.
        (false, "(event) => event.preventDefault()", COPIED),
        (
            false,
            "(event) => { event.clipboardData.setData('text/plain', 'Read more'); event.preventDefault() }",
            COPIED,
        ),
        // A page that selects something else.
        (true, "() => getSelection().selectAllChildren(document.querySelector('h1'))", COPIED),
    ];
    for (capture, code, said) in cases {
        reader.page.run(NO_CLIPBOARD, vec![json!(capture), json!(code)]).await;
        reader.presses("Copy as text").await;
        reader.page.says(said).await;
        reader.page.focuses("button", "Copy as text").await;
        let pasted = reader.pastes().await;
        let pasted = pasted.as_str().expect("a text");
        assert_eq!(pasted.starts_with("To take to a visit\n"), said == COPIED, "{capture}, {code}: {pasted}");
    }
}
