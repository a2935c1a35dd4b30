//! A listener of the element's events may do anything with the element: set attributes, start it, remove it, throw.

use std::time::Duration;

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::quiz::quiz_in;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::{FIRST_SCREEN, WASM, article_with, short_bread};

/// Takes the quiz to its end by script, for every pair of an event and an action: a listener of the event does the action once. Returns what
/// went wrong for which pair.
const EVERY_PAIR: &str = r"
    const [done] = arguments;
    const events = ['start', 'step', 'finish', 'course'];
    const attributes = {
        course: 'course.html?2', translations: 'es', region: 'US', theme: 'dark', loading: 'eager', report: 'result',
        remember: '', lang: 'de', 'start-label': 'Go', 'busy-label': 'Wait', 'failed-label': 'No',
    };
    const deeds = {
        throws: () => { throw new Error('on purpose'); },
        starts: (quiz) => quiz.start(),
        restarts: (quiz) => quiz.restart(),
        'is moved': (quiz) => document.body.append(quiz),
        'is taken away': (quiz) => quiz.remove(),
        'is put in again': (quiz) => { quiz.remove(); setTimeout(() => document.body.append(quiz)); },
        'is replaced': (quiz) => quiz.replaceWith(document.createElement('which-cause')),
        'sets quiz': (quiz) => (quiz.quiz = quiz.quiz ? null : 'bread.json'),
        'sets quiz as it is': (quiz) => (quiz.quiz = quiz.quiz || null),
    };
    const own = { region: 'GB', course: 'course.html', report: 'steps', theme: 'light' };
    for (const name in attributes) deeds[`sets ${name}`] = (quiz) => quiz.setAttribute(name, attributes[name]);
    for (const name in own) deeds[`sets ${name} as it is`] = (quiz) => quiz.setAttribute(name, quiz.getAttribute(name));
    const wrong = [];
    let pair;
    addEventListener('error', ({ message }) => pair.endsWith('throws') || wrong.push(`${pair}: ${message}`));
    addEventListener('unhandledrejection', ({ reason }) => wrong.push(`${pair}: ${reason}`));
    document.addEventListener('which-cause-error', ({ detail }) => wrong.push(`${pair}: ${detail.reason}`));
    // Links do nothing.
    document.addEventListener('click', (event) => event.composedPath()[0].localName === 'a' && event.preventDefault());
    // The module works in microtasks after a press. They are over when a message arrives.
    const { port1, port2 } = new MessageChannel();
    const settled = () => new Promise((next) => {
        port1.onmessage = next;
        port2.postMessage('');
    });
    const press = async (root, selector) => {
        root.querySelector(`.widget:not([hidden]) ${selector}`)?.click();
        await settled();
    };
    (async () => {
        await customElements.whenDefined('which-cause');
        for (const event of events) {
            for (const [name, deed] of Object.entries(deeds)) {
                pair = `${event}, ${name}`;
                // The quiz of the build is longer. Once it is set aside at its end.
                const file = event === 'course' && name.startsWith('sets quiz') ? {} : { quiz: 'bread.json' };
                sessionStorage.clear();
                const quiz = document.createElement('which-cause');
                for (const [key, value] of Object.entries({ ...file, ...own })) quiz.setAttribute(key, value);
                let times = 0;
                quiz.addEventListener(`which-cause-${event}`, () => times++ || deed(quiz));
                document.body.append(quiz);
                await quiz.start();
                await settled();
                const root = quiz.shadowRoot;
                for (let screens = 0; screens < 60 && root.querySelector('.widget form'); screens++) {
                    const [skip] = [...root.querySelectorAll('.widget .quiet')].slice(1);
                    if (skip) skip.click();
                    else {
                        const boxes = root.querySelectorAll('.widget input');
                        boxes[boxes.length - 1].click();
                        root.querySelector('.widget .primary').click();
                    }
                    await settled();
                }
                // The link comes after the result's first paint.
                for (let frames = 0; frames < 9 && root.querySelector('.widget:not([hidden]) .result'); frames++) {
                    await new Promise(requestAnimationFrame);
                }
                await press(root, '[part=course] a');
                // In any case the next Start works.
                if (!times) wrong.push(`${pair}: there was no such event`);
                if (!quiz.isConnected) {
                    // The element waits until the page's promises have had time to put it back.
                    await new Promise((next) => setTimeout(next, 20));
                    if (root.querySelector('.widget')) wrong.push(`${pair}: the quiz is still in the element that was taken away`);
                    document.body.append(quiz);
                }
                await quiz.start();
                await settled();
                if (root.querySelectorAll('.widget').length !== 1) wrong.push(`${pair}: ${root.querySelectorAll('.widget').length} quizzes`);
                if (!root.querySelector('.frame').hidden) wrong.push(`${pair}: the words before the start are shown beside the quiz`);
                const isBread = /loaf/.test(root.querySelector('.widget').ariaLabel ?? root.querySelector('section').ariaLabel);
                if (isBread !== (quiz.getAttribute('quiz') === 'bread.json')) wrong.push(`${pair}: another quiz than its own`);
                quiz.remove();
                for (const other of document.querySelectorAll('which-cause')) other.remove();
                await settled();
            }
        }
        return wrong;
    })().then(done, (error) => done([`${pair}: ${error}`]));
";

#[apply(chromium_only!)]
async fn a_listener_of_any_event_may_do_anything_with_the_element(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let page = "<!doctype html><html lang=en-GB><body><script type=module src=which-cause.js></script>";
    let mut bread = short_bread();
    bread["course"] = quiz_in("en")["course"].clone();
    reader.server.update(|state| {
        state.texts.insert("index.html", page.to_owned());
        state.texts.insert("bread.json", bread.to_string());
    });
    reader.opens("").await;
    assert_eq!(reader.page.run_async(EVERY_PAIR).await, json!([]));
}

#[apply(chromium_only!)]
async fn an_element_that_a_listener_removes_drops_its_quiz(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    for event in ["start", "step"] {
        reader.opens("").await;
        reader.page.find("button", "Start the safety check").await;
        let script = format!(
            "window.events = [];
            for (const name of ['start', 'step']) quiz.addEventListener('which-cause-' + name, () => events.push(name));
            quiz.addEventListener('which-cause-{event}', () => quiz.remove());
            window.quiz = quiz; quiz.start()"
        );
        reader.runs_on_quiz(&script).await;
        reader.page.waits_until("!quiz.isConnected").await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        let left = "return [quiz.shadowRoot.querySelectorAll('.widget').length, events.at(-1)]";
        assert_eq!(reader.page.run(left, vec![]).await, json!([0, event]), "no event after that one");
    }
}

#[apply(chromium_only!)]
async fn start_as_a_listener_keeps_a_started_quiz(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let article = article_with("course=course.html")
        .replace("<which-cause", "<button id=mine>To the quiz</button><which-cause");
    reader.opens_page(article).await;
    reader.page.find("button", "Start the safety check").await;
    reader.runs_on_quiz("mine.onclick = quiz.start").await;
    reader.presses("To the quiz").await;
    reader.page.focus_is_on("heading", FIRST_SCREEN).await;
    reader.ticks("Trouble breathing").await;
    reader.presses("To the quiz").await;
    reader.page.focus_is_on("heading", FIRST_SCREEN).await;
    let picked = "return quiz.shadowRoot.querySelectorAll(':checked').length";
    assert_eq!(reader.asks_quiz(picked).await, json!(1), "what was ticked stays");
}

#[apply(chromium_only!)]
async fn start_and_restart_as_listeners_lead_to_a_quiz_that_is_out_of_view(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let button = "<button id=mine>To the quiz</button><div style='height: 3000px'></div><which-cause";
    let article = article_with("course=course.html").replace("<which-cause", button);
    let is_in_view = "const root = quiz.shadowRoot;
        const shown = root.querySelector('.widget:not([hidden]) .heading') ?? root.querySelector('.message');
        const { top, height } = shown.getBoundingClientRect(); return height > 0 && top >= 0 && top < innerHeight";
    for method in ["start", "restart"] {
        // The quiz is far down the page, so nothing is fetched before the press.
        reader.server.update(|state| state.held = vec![WASM]);
        reader.opens_page(article.clone()).await;
        reader.waits_for_the_element().await;
        reader.runs_on_quiz(&format!("mine.onclick = quiz.{method}")).await;
        reader.presses("To the quiz").await;
        reader.page.shows("Starting…").await;
        reader.page.focus_is_on("button", "Start the safety check").await;
        assert_eq!(reader.asks_quiz(is_in_view).await, json!(true), "the message, {method}");
        reader.server.update(|state| state.held.clear());
        reader.page.focus_is_on("heading", FIRST_SCREEN).await;
        assert_eq!(reader.asks_quiz(is_in_view).await, json!(true), "the quiz, {method}");
    }
}

#[apply(chromium_only!)]
async fn a_listener_of_focusin_may_change_the_element(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("").await;
    reader.page.find("button", "Start the safety check").await;
    let script = "let n = 0; window.failed = [];
        document.addEventListener('which-cause-error', ({ detail }) => failed.push(detail.reason));
        addEventListener('focusin', () => {
            quiz.region = ['GB', 'US', 'NZ'][n++ % 3];
            if (n === 3) quiz.restart();
        });";
    reader.runs_on_quiz(script).await;
    reader.presses("Start the safety check").await;
    reader.page.find("group", FIRST_SCREEN).await;
    for _ in 0..3 {
        reader.ticks("None of these").await;
        reader.continues().await;
    }
    assert_eq!(reader.page.run("return failed", vec![]).await, Value::Array(vec![]));
}

#[apply(chromium_only!)]
async fn a_listener_of_focusout_may_replace_the_quiz_at_a_press(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    let script = "addEventListener('focusout', () => (quiz.quiz = 'bread.json'), { once: true });
        const next = quiz.shadowRoot.querySelector('form .primary');
        next.focus();
        next.click();";
    // The pressed button loses the focus, and the listener drops the quiz while the module handles the press.
    reader.runs_on_quiz(script).await;
    reader.page.find("button", "Start the safety check").await;
    let messages = reader.page.console().await;
    assert!(messages.iter().all(|it| it.starts_with("warn: ")), "the module has not panicked: {messages:?}");
}
