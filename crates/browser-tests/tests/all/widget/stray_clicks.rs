//! No answer that the reader did not give: the second click of a double click, and a press in the first moment of a screen.

use std::time::Duration;

use crate::harness::engines::every_engine;
use fantoccini::actions::{Actions, InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::key::Key;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use super::contract::article_with;
use crate::harness::engine::Engine;
use crate::harness::reader::Hand::{Keyboard, Mouse};
use crate::harness::reader::Reader;

const FIRST: &str = "First, is any of this happening with your pain?";
const SECOND: &str = "Next, do any of these fit you?";

/// A page on which a tall choice is under the pointer, whatever screen comes.
fn page() -> String {
    article_with("course=course.html")
        .replace("</head>", "<style>which-cause::part(choice) { padding-block: 400px }</style></head>")
}

/// How many choices are picked, and whether the pointer is on a choice there.
const PICKED_AT: &str = "
    const [x, y] = arguments, root = document.querySelector('which-cause').shadowRoot;
    return [root.querySelectorAll(':checked').length, !!root.elementFromPoint(x, y)?.closest('[part~=choice]')];
";

/// Brings the reader's Next button into the window, and says where its middle is.
const NEXT: &str = "
    const next = document.querySelector('which-cause').shadowRoot.querySelector('.widget .primary');
    next.scrollIntoView({ block: 'end', behavior: 'instant' });
    const { x, y, width, height } = next.getBoundingClientRect();
    return [Math.round(x + width / 2), Math.round(y + height / 2)];
";

async fn clicks_at(reader: &Reader, point: &Value, gaps: &[u64]) {
    let place = |at: usize| point[at].as_i64().expect("a number");
    let press =
        [PointerAction::Down { button: MOUSE_BUTTON_LEFT }, PointerAction::Up { button: MOUSE_BUTTON_LEFT }];
    #[expect(clippy::cast_precision_loss, reason = "a place in a window")]
    let mut actions = vec![PointerAction::MoveTo { duration: None, x: place(0) as f64, y: place(1) as f64 }];
    actions.extend(press.clone());
    for gap in gaps {
        actions.push(PointerAction::Pause { duration: Duration::from_millis(*gap) });
        actions.extend(press.clone());
    }
    let mouse = actions.into_iter().fold(MouseActions::new("mouse".to_owned()), InputSource::then);
    reader.page.client.perform_actions(Actions::from(mouse)).await.expect("a mouse");
}

#[apply(every_engine!)]
async fn the_second_click_of_a_double_click_on_next_ticks_nothing_on_the_screen_that_comes(engine: Engine) {
    for gap in [60, 150, 250] {
        let reader = Reader::new(engine, Mouse).await;
        reader.server.twist(|twists| _ = twists.texts.insert("index.html", page()));
        reader.starts().await;
        reader.ticks("None of these").await;
        // Wherever an engine leaves the page, a choice of the next screen is under the pointer.
        let under = "quiz.addEventListener('which-cause-step', () =>
            quiz.shadowRoot.querySelector('.widget .choice').scrollIntoView({ block: 'center', behavior: 'instant' }))";
        reader.scripts(under).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        let point = reader.page.run(NEXT, vec![]).await;
        clicks_at(&reader, &point, &[gap]).await;
        reader.page.the("group", SECOND).await;
        let found = reader.page.run(PICKED_AT, vec![point[0].clone(), point[1].clone()]).await;
        assert_eq!(found, json!([0, true]), "{gap} ms: nothing is picked, though the pointer is on a choice");
        // A press that is meant is taken.
        tokio::time::sleep(Duration::from_millis(600)).await;
        clicks_at(&reader, &point, &[]).await;
        let found = reader.page.run(PICKED_AT, vec![point[0].clone(), point[1].clone()]).await;
        assert_eq!(found, json!([1, true]), "{gap} ms: a press that is meant picks");
    }
}

/// A tap, as a browser tells of one: its clicks are all first ones, however quick they are.
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

#[apply(every_engine!)]
async fn a_press_in_the_first_moment_of_a_screen_picks_nothing_by_touch_and_pen_either(engine: Engine) {
    for kind in ["touch", "pen", "mouse"] {
        let reader = Reader::new(engine, Mouse).await;
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

#[apply(every_engine!)]
async fn keys_are_never_held_back(engine: Engine) {
    let reader = Reader::new(engine, Keyboard).await;
    reader.starts().await;
    reader.ticks("None of these").await;
    reader.goes_on().await;
    // As fast as keys can be struck.
    let keys = [Key::Tab, Key::Space].into_iter().fold(
        fantoccini::actions::KeyActions::new("keyboard".to_owned()),
        |keys, key| {
            keys.then(fantoccini::actions::KeyAction::Down { value: key.into() })
                .then(fantoccini::actions::KeyAction::Up { value: key.into() })
        },
    );
    reader.page.focuses("heading", SECOND).await;
    reader.page.client.perform_actions(keys).await.expect("a keyboard");
    let picked = "return quiz.shadowRoot.querySelectorAll(':checked').length";
    assert_eq!(reader.scripts(picked).await, json!(1));
}

#[apply(every_engine!)]
async fn the_error_of_a_refused_step_is_gone_when_the_reader_comes_back(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.goes_on().await;
    reader.page.says("Tick all that fit, or tick").await;
    reader.presses("Back").await;
    reader.presses("Start the safety check").await;
    reader.page.focuses("heading", FIRST).await;
    reader.page.does_not_say("Error: Tick all that fit").await;
    let error = "return quiz.shadowRoot.querySelectorAll('.error').length";
    assert_eq!(reader.scripts(error).await, json!(0));
    // Nor is it there after a step back and forth.
    reader.ticks("None of these").await;
    reader.goes_on().await;
    reader.page.the("group", SECOND).await;
    reader.goes_on().await;
    reader.page.says("Tick all that fit, or tick").await;
    reader.presses("Back").await;
    reader.page.the("group", FIRST).await;
    reader.goes_on().await;
    reader.page.the("group", SECOND).await;
    assert_eq!(reader.scripts(error).await, json!(0));
}
