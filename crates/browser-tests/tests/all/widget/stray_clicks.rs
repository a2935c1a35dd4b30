//! The second click of a double click and a press in the first moment of a screen do not count.

use std::time::Duration;

use fantoccini::actions::InputSource;
use fantoccini::key::Key;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::reader::InputDevice::{Keyboard, Mouse};
use crate::harness::reader::Reader;
use crate::widget::article::{FIRST_SCREEN, SECOND_SCREEN, article_with, built};

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

/// Scrolls to a button of the widget and returns its center.
const SCROLL_TO: &str = "
    const button = document.querySelector('which-cause').shadowRoot.querySelector('.widget ' + arguments[0]);
    button.scrollIntoView({ block: 'end', behavior: 'instant' });
    const { x, y, width, height } = button.getBoundingClientRect();
    return [Math.round(x + width / 2), Math.round(y + height / 2)];
";

/// Keeps the times of presses.
const KEEP_TIMES: &str = "window.pressedAt = [];
    addEventListener('pointerdown', ({ timeStamp }) => pressedAt.push(timeStamp), true)";

async fn scrolls_to(reader: &Reader, button: &str) -> [f64; 2] {
    let point = reader.page.run(SCROLL_TO, vec![button.into()]).await;
    serde_json::from_value(point).expect("a point")
}

/// The milliseconds between the last two presses: a busy machine makes them more.
async fn measured_gap(reader: &Reader) -> f64 {
    let measured = reader.page.run("return pressedAt.at(-1) - pressedAt.at(-2)", vec![]).await;
    measured.as_f64().expect("two presses")
}

/// Double-clicks Next on the first screen. Returns the place, and the measured gap.
async fn double_clicks_next(reader: &Reader, gap: u64) -> ([f64; 2], f64) {
    reader.server.update(|state| _ = state.texts.insert("index.html", page()));
    reader.starts().await;
    reader.ticks("None of these").await;
    // In every engine a choice of the next screen is under the pointer.
    let under = "quiz.addEventListener('which-cause-step', () =>
        quiz.shadowRoot.querySelector('.widget .choice').scrollIntoView({ block: 'center', behavior: 'instant' }));";
    reader.runs_on_quiz(&format!("{under} {KEEP_TIMES}")).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let point = scrolls_to(reader, ".primary").await;
    reader.clicks_at(point, &[gap]).await;
    reader.page.find("group", SECOND_SCREEN).await;
    (point, measured_gap(reader).await)
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
        tokio::time::sleep(Duration::from_millis(600)).await;
        reader.clicks_at(point, &[]).await;
        let found = reader.page.run(PICKED_AT, point.map(Value::from).to_vec()).await;
        assert_eq!(found, json!([1, true]), "{gap} ms: a press that is meant picks");
    }
}

/// Double-clicks Back on the first screen. Returns the place, and the measured gap.
async fn double_clicks_back(reader: &Reader) -> ([f64; 2], f64) {
    // A Start button so large that it is under the pointer.
    let style = "<style>which-cause::part(start) { padding-block: 400px; width: 100% }</style></head>";
    reader
        .server
        .update(|state| _ = state.texts.insert("index.html", built("index.html").replace("</head>", style)));
    reader.starts().await;
    reader.runs_on_quiz(KEEP_TIMES).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let point = scrolls_to(reader, "button:not(.primary)").await;
    reader.clicks_at(point, &[60]).await;
    tokio::time::sleep(Duration::from_millis(700)).await;
    (point, measured_gap(reader).await)
}

#[apply(every_engine!)]
async fn the_second_click_of_a_double_click_on_back_does_not_start_the_quiz_again(engine: Engine) {
    const START_AT: &str = "
        const [x, y] = arguments, root = document.querySelector('which-cause').shadowRoot;
        return [root.querySelector('.frame').hidden, root.elementFromPoint(x, y)?.matches('[part=start]')];
    ";
    let reader = Reader::new(engine, Mouse).await;
    let mut tries = 0;
    let (point, measured) = loop {
        let (point, measured) = double_clicks_back(&reader).await;
        tries += 1;
        if measured < 350.0 || tries == 6 {
            break (point, measured);
        }
    };
    let found = reader.page.run(START_AT, point.map(Value::from).to_vec()).await;
    assert_eq!(found, json!([false, true]), "{measured} ms: the pointer is on Start");
    // A later press counts.
    reader.clicks_at(point, &[]).await;
    reader.page.find("group", FIRST_SCREEN).await;
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

/// Clicks at known times. Returns which of them count.
const CLICKS: &str = "
    const [done] = arguments, quiz = document.querySelector('which-cause'), heading = quiz.shadowRoot.querySelector('h2');
    let now = performance.now();
    performance.now = () => now;
    const counts = (type, detail = 1) => {
        const event = new PointerEvent(type, { bubbles: true, composed: true, cancelable: true, detail });
        Object.defineProperty(event, 'timeStamp', { value: now });
        return heading.dispatchEvent(event);
    };
    const appears = async () => {
        await quiz.start();
        await new Promise((resolve) => setTimeout(resolve, 50));
    };
    const clicks = {};
    (async () => {
        await appears();
        now += 349;
        counts('pointerdown');
        clicks.early = counts('click');
        now += 1;
        counts('pointerdown');
        clicks.later = counts('click');
        clicks.second = counts('click', 2);
        counts('pointerdown');
        now += 2000;
        await appears();
        now += 2000;
        clicks.held = counts('click');
        await appears();
        clicks.byKey = counts('click', 0);
        clicks.byEnterInFirefox = counts('click', 1);
        counts('pointerdown');
        counts('keydown');
        clicks.byKeyWhilePointerIsDown = counts('click', 0);
        done(clicks);
    })();
";

#[apply(chromium_only!)]
async fn early_held_and_second_clicks_are_dropped_and_those_of_keys_are_not(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    let expected = json!({
        "early": false,
        "later": true,
        "second": false,
        "held": false,
        "byKey": true,
        "byEnterInFirefox": true,
        "byKeyWhilePointerIsDown": true,
    });
    assert_eq!(reader.page.run_async(CLICKS).await, expected);
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
    assert_eq!(reader.runs_on_quiz(picked).await, json!(1));
}
