//! The second click of a double click and a press in the first moment of a screen do not count. `js/tests/stray-clicks.test.js` tests the
//! rule, these tests what browsers really dispatch.

use fantoccini::actions::InputSource;
use fantoccini::key::Key;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::reader::InputDevice::{Keyboard, Mouse};
use crate::harness::reader::{FIRST_MOMENT, Reader};
use crate::widget::article::{SECOND_SCREEN, article_with};

/// A page with choices so high that the next screen has one under the pointer.
fn page() -> String {
    article_with("course=course.html")
        .replace("</head>", "<style>which-cause::part(choice) { padding-block: 400px }</style></head>")
}

/// The number of picked choices, and whether this point is on a choice.
const PICKED_AT: &str = "
    const [x, y] = arguments, root = document.querySelector('which-cause').shadowRoot;
    return [root.querySelectorAll(':checked').length, !!root.elementFromPoint(x, y)?.closest('[part~=choice]')];
";

/// Scrolls to the Next button and returns its center.
const NEXT: &str = "
    const next = document.querySelector('which-cause').shadowRoot.querySelector('.widget .primary');
    next.scrollIntoView({ block: 'end', behavior: 'instant' });
    const { x, y, width, height } = next.getBoundingClientRect();
    return [Math.round(x + width / 2), Math.round(y + height / 2)];
";

/// Double-clicks Next on the first screen. Returns the place, and the milliseconds between the clicks: a busy machine makes them more.
async fn double_clicks_next(reader: &Reader, gap: u64) -> ([f64; 2], f64) {
    reader.server.update(|state| _ = state.texts.insert("index.html", page()));
    reader.starts().await;
    reader.ticks("None of these").await;
    // In every engine a choice of the next screen is under the pointer.
    let under = "quiz.addEventListener('which-cause-step', () =>
        quiz.shadowRoot.querySelector('.widget .choice').scrollIntoView({ block: 'center', behavior: 'instant' }));
        window.pressedAt = [];
        addEventListener('pointerdown', ({ timeStamp }) => pressedAt.push(timeStamp), true)";
    reader.runs_on_quiz(under).await;
    tokio::time::sleep(FIRST_MOMENT).await;
    let point = reader.page.run(NEXT, vec![]).await;
    let point = serde_json::from_value(point).expect("a point");
    reader.clicks_at(point, &[gap]).await;
    reader.page.find("group", SECOND_SCREEN).await;
    let measured = reader.page.run("return pressedAt[1] - pressedAt[0]", vec![]).await;
    (point, measured.as_f64().expect("two presses"))
}

#[apply(every_engine!)]
async fn the_second_click_of_a_double_click_picks_nothing_on_the_next_screen(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for gap in [60, 250] {
        // Two clicks that are further apart than the first moment of a screen are no double click.
        let mut tries = 0;
        let (point, measured) = loop {
            let (point, measured) = double_clicks_next(&reader, gap).await;
            tries += 1;
            if measured < 350.0 || tries == 6 {
                break (point, measured);
            }
        };
        let found = reader.page.run(PICKED_AT, point.map(Value::from).to_vec()).await;
        assert_eq!(
            found,
            json!([0, true]),
            "{measured} ms: nothing is picked, though the pointer is on a choice"
        );
        // A later press counts.
        tokio::time::sleep(FIRST_MOMENT).await;
        reader.clicks_at(point, &[]).await;
        let found = reader.page.run(PICKED_AT, point.map(Value::from).to_vec()).await;
        assert_eq!(found, json!([1, true]), "{gap} ms: a press that is meant picks");
    }
}

/// The events of a tap. Taps are never double clicks, however quick they are.
const TAPS: &str = "
    const [kind] = arguments, root = document.querySelector('which-cause').shadowRoot;
    const tap = (it) => {
        const about = { bubbles: true, composed: true, cancelable: true, detail: 1, pointerType: kind };
        it.dispatchEvent(new PointerEvent('pointerdown', about));
        it.dispatchEvent(new PointerEvent('pointerup', about));
        it.dispatchEvent(new PointerEvent('click', about));
    };
    tap(root.querySelector('.widget .primary'));
    await_screen(() => {
        tap(root.querySelector('.widget input'));
        picked_at_once = root.querySelectorAll(':checked').length;
        setTimeout(() => {
            tap(root.querySelector('.widget input'));
            done([picked_at_once, root.querySelectorAll(':checked').length]);
        }, 600);
    });
";

#[apply(chromium_only!)]
async fn a_tap_in_the_first_moment_of_a_screen_picks_nothing(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for kind in ["touch", "pen", "mouse"] {
        reader.starts().await;
        reader.ticks("None of these").await;
        let script = format!(
            "const [done] = arguments; const say = done; let picked_at_once;
            const await_screen = (then) => requestAnimationFrame(() =>
                document.querySelector('which-cause').shadowRoot.querySelector('h2').textContent.startsWith('Next,') ? then() : await_screen(then));
            setTimeout(() => ((...arguments) => {{ {TAPS} }})('{kind}'), 600)"
        );
        let script = script.replace("(...arguments) =>", "function").replace("function {", "function () {");
        assert_eq!(reader.page.run_async(&script).await, json!([0, 1]), "{kind}");
    }
}

#[apply(chromium_only!)]
async fn quick_clicks_on_a_control_in_the_authors_words_all_count(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let button = "<button onclick='this.value++' value=0 style='padding: 40px'>More</button>";
    reader.opens_prepared_with(&format!("<p>{button}</p>")).await;
    reader.clicks_at([60.0, 60.0], &[60, 60, 60, 60]).await;
    assert_eq!(reader.page.run("return document.querySelector('button').value", vec![]).await, json!("5"));
}

#[apply(every_engine!)]
async fn keys_count_from_the_first_moment_of_a_screen(engine: Engine) {
    let reader = Reader::new(engine, Keyboard).await;
    reader.starts().await;
    reader.ticks("None of these").await;
    reader.continues().await;
    // As fast as possible.
    let keys = [Key::Tab, Key::Space].into_iter().fold(
        fantoccini::actions::KeyActions::new("keyboard".to_owned()),
        |keys, key| {
            keys.then(fantoccini::actions::KeyAction::Down { value: key.into() })
                .then(fantoccini::actions::KeyAction::Up { value: key.into() })
        },
    );
    reader.page.focus_is_on("heading", SECOND_SCREEN).await;
    reader.page.client.perform_actions(keys).await.expect("a keyboard");
    let picked = "return quiz.shadowRoot.querySelectorAll(':checked').length";
    assert_eq!(reader.asks_quiz(picked).await, json!(1));
}
