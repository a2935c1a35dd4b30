//! Copying the result: the quiz says “Copied” only if the clipboard has the text.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::every_engine;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::article_that_remembers;
use crate::widget::every_screen::screen_kind;

/// A clipboard that records the text, or refuses it.
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

/// Waits for a number of milliseconds.
const WAIT: &str = "const [time, done] = arguments; setTimeout(done, time)";

const NOT_COPIED: &str = "Your browser didn't allow copying.";

const COPIED: &str = "Copied. You can paste it into a message or a note.";

/// Removes the clipboard interface, as on plain HTTP, and adds a listener of `copy`.
const NO_CLIPBOARD: &str = "
    const [capture, code] = arguments;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    window.listening?.abort();
    window.listening = new AbortController();
    document.addEventListener('copy', eval(code), { capture, signal: window.listening.signal });
";

impl Reader {
    /// The text in the clipboard, pasted into a field.
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
async fn copied_is_shown_only_if_the_clipboard_has_the_text(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens_page(article_that_remembers()).await;
    reader.page.find("button", "Start the safety check").await;
    reader.jumps_to(screen_kind("nothing that stands out, and a visit")).await;
    assert_eq!(reader.page.run(STATUS, vec![]).await, "", "nothing is shown before");
    reader.page.run(CLIPBOARD, vec![json!(false)]).await;
    reader.presses("Copy as text").await;
    reader.page.shows(COPIED).await;
    let copied = reader.page.run("return window.copied", vec![]).await;
    let text = copied.as_str().expect("a text");
    assert!(text.starts_with("To take to a visit\n"), "{text}");
    assert!(text.contains("\nNothing stands out\n") && text.contains("\n- Where do your knots"), "{text}");
    // The query of an address may say who a reader is.
    assert!(!text.contains('#') && text.contains("http://"), "{text}");
    reader.page.run(CLIPBOARD, vec![json!(true)]).await;
    reader.presses("Copy as text").await;
    reader.page.shows(NOT_COPIED).await;
    reader.page.focus_is_on("button", "Copy as text").await;

    // Without the clipboard interface, as on plain HTTP.
    let cases = [
        (true, "(event) => event.preventDefault()", NOT_COPIED),
        (
            true,
            "(event) => { event.clipboardData.setData('text/plain', 'Read more'); event.preventDefault() }",
            NOT_COPIED,
        ),
        (true, "(event) => { event.preventDefault(); event.stopImmediatePropagation() }", NOT_COPIED),
        // A listener that comes after the quiz's own changes nothing.
        (false, "(event) => event.preventDefault()", COPIED),
        (
            false,
            "(event) => { event.clipboardData.setData('text/plain', 'Read more'); event.preventDefault() }",
            COPIED,
        ),
        // A page that selects something else.
        (true, "() => getSelection().selectAllChildren(document.querySelector('h1'))", COPIED),
    ];
    reader.page.run("delete document.execCommand", vec![]).await;
    for (capture, code, message) in cases {
        reader.page.run(NO_CLIPBOARD, vec![json!(capture), json!(code)]).await;
        reader.presses("Copy as text").await;
        reader.page.shows(message).await;
        reader.page.focus_is_on("button", "Copy as text").await;
        let pasted = reader.pastes().await;
        let pasted = pasted.as_str().expect("a text");
        assert_eq!(
            pasted.starts_with("To take to a visit\n"),
            message == COPIED,
            "{capture}, {code}: {pasted}"
        );
    }
}
