//! The element is created, moved, removed, and left with the page.

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::{FIRST_MOMENT, Reader};
use crate::widget::article::{FIRST_SCREEN, SECOND_SCREEN};
use crate::widget::several_quizzes::page;

#[apply(chromium_only!)]
async fn markup_and_scripts_may_create_an_element_before_or_after_the_loader(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let made = page(
        "<which-cause start-label=Markup><p>Words</p></which-cause><div id=room></div><script>
        const early = document.createElement('which-cause');
        early.setAttribute('start-label', 'Early'); document.body.append(early);
        customElements.whenDefined('which-cause').then(() => {
            const late = document.createElement('which-cause');
            late.startLabel = 'Late'; document.body.append(late);
            room.innerHTML = '<which-cause start-label=Inner></which-cause>';
        });</script>",
    );
    reader.server.update(|state| _ = state.texts.insert("index.html", made));
    for label in ["Markup", "Early", "Late", "Inner"] {
        reader.opens("").await;
        reader.presses(label).await;
        reader.page.find("group", FIRST_SCREEN).await;
    }
}

#[apply(chromium_only!)]
async fn inside_another_shadow_root_the_quiz_finds_the_language_of_the_page(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let nested = page(
        "<div id=host></div><script>
        const inner = host.attachShadow({ mode: 'open' });
        inner.innerHTML = '<section><which-cause><p>Words</p></which-cause></section>';</script>",
    );
    reader.opens_page(nested).await;
    reader.presses("Start").await;
    reader.page.focus_is_on("heading", FIRST_SCREEN).await;
    reader.ticks("Pain, tightness or pressure in my chest").await;
    reader.continues().await;
    reader.page.shows("Call 999").await;
}

#[apply(chromium_only!)]
async fn a_moved_element_keeps_the_session_and_a_removed_one_starts_anew(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.ticks("None of these").await;
    reader.continues().await;
    reader.page.find("group", SECOND_SCREEN).await;
    reader.runs_on_quiz("document.querySelector('main').append(quiz)").await;
    reader.page.find("group", SECOND_SCREEN).await;
    let out_and_in =
        "const [done] = arguments; const quiz = document.querySelector('which-cause'); quiz.remove();
        setTimeout(() => { document.querySelector('main').append(quiz); done(); }, 50)";
    reader.page.run_async(out_and_in).await;
    reader.presses("Start the safety check").await;
    reader.page.focus_is_on("heading", FIRST_SCREEN).await;
    // A page that replaces its content has a new element each time.
    for _ in 0..2 {
        reader.ticks("None of these").await;
        reader.continues().await;
        reader.page.find("group", SECOND_SCREEN).await;
        let swap = "const main = document.querySelector('main'); main.innerHTML = main.innerHTML;";
        reader.page.run(swap, vec![]).await;
        reader.presses("Start the safety check").await;
        reader.page.focus_is_on("heading", FIRST_SCREEN).await;
    }
}

/// As Turbo does with `data-turbo-permanent`, and page transitions.
#[apply(chromium_only!)]
async fn an_element_that_is_put_back_after_promises_keeps_its_quiz(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.ticks("None of these").await;
    reader.continues().await;
    reader.page.find("group", SECOND_SCREEN).await;
    let out_and_in = "
        const [done] = arguments, quiz = document.querySelector('which-cause'), main = document.querySelector('main');
        (async () => {
            quiz.remove();
            for (let i = 0; i < 9; i++) await null;
            main.append(quiz);
        })().then(() => setTimeout(done, 100));";
    reader.page.run_async(out_and_in).await;
    reader.page.find("group", SECOND_SCREEN).await;
}

#[apply(every_engine!)]
async fn an_element_that_is_moved_into_another_document_keeps_its_style(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.opens("").await;
    reader.page.find("button", "Start the safety check").await;
    let move_it = "
        const [done] = arguments, quiz = document.querySelector('which-cause'), frame = document.createElement('iframe');
        frame.style.cssText = 'width: 340px; height: 700px';
        document.body.append(frame);
        const looks = (it) => {
            // Only styles that do not inherit from the page.
            const { display, paddingTop, borderTopWidth, backgroundColor, fontWeight } = it.ownerDocument.defaultView.getComputedStyle(it);
            return JSON.stringify([display, paddingTop, borderTopWidth, backgroundColor, fontWeight]);
        };
        const all = (names) => names.map((name) => [name, looks(quiz.shadowRoot.querySelector(name))]);
        (async () => {
            const wrong = [];
            const compare = async (names) => {
                const before = all(names);
                frame.contentDocument.body.append(quiz);
                const after = all(names);
                before.forEach(([name, was], i) => was === after[i][1] || wrong.push([name, was, after[i][1]]));
                document.querySelector('main').append(quiz);
                after.forEach(([name], i) => before[i][1] === all([name])[0][1] || wrong.push([name, 'back']));
            };
            await compare(['.primary', '.message']);
            await quiz.start();
            await compare(['.base .heading', '.choice', '.widget .primary', '.progress-bar']);
            // An element that is new in that document.
            const other = document.createElement('which-cause');
            frame.contentDocument.body.append(other);
            if (frame.contentWindow.getComputedStyle(other.shadowRoot.querySelector('.primary')).minHeight === 'auto') wrong.push('a new one');
            return wrong;
        })().then(done, (error) => done(String(error)));";
    assert_eq!(reader.page.run_async(move_it).await, json!([]));
}

#[apply(chromium_only!)]
async fn a_document_that_replaces_another_in_an_iframe_gets_style_sheets_of_its_own(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    let move_it = "
        const [done] = arguments, quiz = document.querySelector('which-cause'), frame = document.createElement('iframe');
        const loads = (words) => new Promise((loaded) => {
            frame.onload = loaded;
            frame.srcdoc = `<p>${words}</p>`;
        });
        (async () => {
            const first = loads('The first document');
            document.body.append(frame);
            await first;
            frame.contentDocument.body.append(quiz);
            document.body.append(quiz);
            await loads('The second document');
            frame.contentDocument.body.append(quiz);
            return frame.contentWindow.getComputedStyle(quiz.shadowRoot.querySelector('.choice')).minBlockSize;
        })().then(done, (error) => done(String(error)));";
    assert_eq!(reader.page.run_async(move_it).await, json!("52px"));
}

/// Moves the quiz into an iframe that is much younger than the page.
const MOVE_INTO_A_YOUNG_DOCUMENT: &str = "
    const [done] = arguments, quiz = document.querySelector('which-cause'), frame = document.createElement('iframe');
    setTimeout(() => {
        frame.style.cssText = 'position: fixed; inset: 0; width: 360px; height: 600px; z-index: 9; background: white';
        document.body.append(frame);
        setTimeout(() => {
            frame.contentDocument.body.append(quiz);
            window.root = quiz.shadowRoot;
            setTimeout(done, 600);
        }, 300);
    }, 4000);
";

/// The center of an element of the quiz in the iframe.
const PLACE_IN_IFRAME: &str = "
    const element = root.querySelector(arguments[0]);
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return [Math.round(x + width / 2), Math.round(y + height / 2)];
";

#[apply(every_engine!)]
async fn presses_count_in_a_document_that_is_younger_than_the_page(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.page.run_async(MOVE_INTO_A_YOUNG_DOCUMENT).await;
    let clicks = async |selector: &str| {
        let point = reader.page.run(PLACE_IN_IFRAME, vec![json!(selector)]).await;
        reader.clicks_at(serde_json::from_value(point).expect("a point"), &[]).await;
    };
    clicks(".widget .exclusive").await;
    reader.page.waits_until("root.querySelectorAll(':checked').length === 1").await;
    clicks(".widget .primary").await;
    reader
        .page
        .waits_until(&format!("root.querySelector('.heading').textContent === '{SECOND_SCREEN}'"))
        .await;
    tokio::time::sleep(FIRST_MOMENT).await;
    clicks(".widget .exclusive").await;
    reader.page.waits_until("root.querySelectorAll(':checked').length === 1").await;
}

#[apply(every_engine!)]
async fn a_reader_who_comes_back_to_the_page_can_go_on(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.ticks("None of these").await;
    reader.continues().await;
    reader.page.find("group", SECOND_SCREEN).await;
    reader.opens("course.html").await;
    reader.page.client.back().await.expect("a way back");
    // If the browser has kept the page, the quiz is as it was. Otherwise it can be started.
    reader.page.shows("Notes on sore backs").await;
    if reader.page.names_of("group").await.is_empty() {
        reader.presses("Start the safety check").await;
        reader.ticks("None of these").await;
        reader.continues().await;
    }
    reader.page.find("group", SECOND_SCREEN).await;
}
