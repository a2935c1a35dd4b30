//! The Leptos app in `examples/`, in Chromium alone: it shows that the component works without the custom element. `make test`
//! builds it.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::{FIRST_MOMENT, InputDevice, Reader};
use crate::harness::site::{RunningSite, Site};

const BUILD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/leptos-app");

/// Opens the app.
async fn opens(engine: Engine) -> (Reader, RunningSite) {
    let reader = Reader::new(engine, InputDevice::Mouse).await;
    let build = std::fs::canonicalize(BUILD).expect("the app: `make test` builds it");
    let site = Site::default().folder("/", build).serve().await;
    reader.page.client.goto(&site.url).await.expect("the app opens");
    reader.page.find("button", "Start the quiz").await;
    (reader, site)
}

/// Opens the app and starts its quiz.
async fn starts(engine: Engine) -> (Reader, RunningSite) {
    let (reader, site) = opens(engine).await;
    reader.presses("Start the quiz").await;
    reader.page.focus_is_on("heading", "First, is any of this happening with your pain?").await;
    (reader, site)
}

/// Chooses the language of the quiz.
async fn chooses_language(reader: &Reader, language: &str) {
    reader.page.run("document.querySelector('select').focus()", vec![]).await;
    changes_language(reader, language).await;
}

/// Changes the language of the quiz, and leaves the focus where it is.
async fn changes_language(reader: &Reader, language: &str) {
    let script = "const select = document.querySelector('select');
        select.value = arguments[0];
        select.dispatchEvent(new Event('change', { bubbles: true }))";
    reader.page.run(script, vec![language.into()]).await;
}

#[apply(chromium_only!)]
async fn a_quiz_in_a_leptos_app_has_a_result_a_course_link_and_events(engine: Engine) {
    let (reader, _site) = starts(engine).await;
    reader.ticks_no_flags().await;
    reader.page.shows("Question 1 of 11").await;
    for number in 1..=11 {
        reader.page.shows(&format!("Question {number} of 11")).await;
        reader.page.run("document.querySelectorAll('.base .quiet')[1].click()", vec![]).await;
    }
    let course = reader.page.find("link", "See what's in the course").await;
    let address = course.attr("href").await.expect("the link is there");
    assert_eq!(address.as_deref(), Some("https://example.org/knots-in-your-back-gone/"));
    for event in [
        "Started",
        "Step { number: 1, of: 14 }",
        "Step { number: 14, of: 14 }",
        "Finished { verdict: \"nothing\"",
    ] {
        reader.page.shows(event).await;
    }
}

#[apply(chromium_only!)]
async fn another_language_keeps_the_readers_place_picks_and_focus(engine: Engine) {
    let (reader, _site) = starts(engine).await;
    reader.ticks("Trouble breathing").await;
    chooses_language(&reader, "es").await;
    reader.page.shows("Revisión de seguridad 1 de 3").await;
    let state =
        "return [document.querySelector('.base').lang, document.querySelectorAll('.base :checked').length,
        document.activeElement.localName]";
    assert_eq!(reader.page.run(state, vec![]).await, json!(["es", 1, "select"]));
    // The region's emergency number is in the translation too.
    reader.presses("Siguiente").await;
    reader.page.shows("999").await;
    chooses_language(&reader, "en").await;
    reader.page.shows("999").await;
}

#[apply(chromium_only!)]
async fn two_quizzes_in_a_leptos_app_have_ids_of_their_own(engine: Engine) {
    let (reader, _site) = starts(engine).await;
    reader.presses("Start the quiz about leaves").await;
    // The groups have the names of their own headings.
    reader.page.find("group", "First, is any of this happening with your pain?").await;
    let group = reader.page.find("group", "Which leaves are yellow?").await;
    let script = "const ids = [...document.querySelectorAll('.which-cause [id]')].map((it) => it.id);
        const described = arguments[0].getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id));
        return [ids.length, new Set(ids).size, ids.every((id) => id.startsWith('which-cause-')),
            described.every((it) => arguments[0].contains(it))]";
    let group = serde_json::to_value(group).expect("an element");
    assert_eq!(reader.page.run(script, vec![group]).await, json!([10, 10, true, true]));
}

#[apply(chromium_only!)]
async fn another_language_of_a_quiz_leaves_the_focus_in_another_quiz(engine: Engine) {
    let (reader, _site) = starts(engine).await;
    reader.presses("Start the quiz about leaves").await;
    reader.page.focus_is_on("heading", "Which leaves are yellow?").await;
    changes_language(&reader, "es").await;
    reader.page.shows("Revisión de seguridad 1 de 3").await;
    reader.page.focus_is_on("heading", "Which leaves are yellow?").await;
    // In the quiz whose language changes, the focus goes to the new heading.
    reader.ticks("Dificultad para respirar").await;
    changes_language(&reader, "en").await;
    reader.page.focus_is_on("heading", "First, is any of this happening with your pain?").await;
}

#[apply(chromium_only!)]
async fn the_quiz_in_a_leptos_app_has_its_style_sheet_and_the_page_has_none_of_it(engine: Engine) {
    let (reader, _site) = starts(engine).await;
    reader.ticks("Trouble breathing").await;
    reader.presses("Next").await;
    reader.page.shows("999").await;
    let styles = "const of = (selector) => getComputedStyle(document.querySelector(selector));
        return [of('.care').borderTopColor, of('.care-band').backgroundColor, of('.base .primary').backgroundColor,
            of('main > h2').marginBlockStart !== '0px']";
    let alarm = "rgb(176, 36, 28)";
    let styles = reader.page.run(styles, vec![]).await;
    assert_eq!(styles, json!([alarm, alarm, alarm, true]));
}

#[apply(chromium_only!)]
async fn back_from_the_first_screen_tells_the_app(engine: Engine) {
    let (reader, _site) = starts(engine).await;
    reader.presses("Back").await;
    reader.page.find("button", "Start the quiz").await;
    reader.page.shows("Left").await;
}

/// The number of picked choices, and whether a point is on a choice.
const PICKED_AT: &str = "return [document.querySelectorAll('.base :checked').length,
    !!document.elementFromPoint(...arguments)?.closest('.choice')]";

/// Ticks “None of these” on the first screen and double-clicks Next. Returns the place, and the milliseconds between the clicks.
async fn double_clicks_next(reader: &Reader) -> ([f64; 2], f64) {
    // Choices so high that the next screen has one under the pointer.
    const PREPARE: &str = "
        const style = document.createElement('style');
        style.textContent = '.which-cause .choice { padding-block: 400px }';
        document.head.append(style);
        window.pressedAt = [];
        addEventListener('pointerdown', ({ timeStamp }) => pressedAt.push(timeStamp), true);
        const next = document.querySelector('.base .primary');
        next.scrollIntoView({ block: 'end', behavior: 'instant' });
        const { x, y, width, height } = next.getBoundingClientRect();
        return [x + width / 2, y + height / 2].map(Math.round);
    ";
    reader.ticks("None of these").await;
    let point = reader.page.run(PREPARE, vec![]).await;
    let point = serde_json::from_value(point).expect("a point");
    reader.clicks_at(point, &[60]).await;
    reader.page.find("group", "Next, do any of these fit you?").await;
    let measured = reader.page.run("return pressedAt[1] - pressedAt[0]", vec![]).await;
    (point, measured.as_f64().expect("two presses"))
}

#[apply(chromium_only!)]
async fn a_double_click_on_next_picks_nothing_on_the_next_screen(engine: Engine) {
    // On a busy machine the clicks are too far apart at times.
    for _ in 0..6 {
        let (reader, _site) = starts(engine).await;
        let (point, measured) = double_clicks_next(&reader).await;
        if measured < 350.0 {
            let found = reader.page.run(PICKED_AT, point.map(Value::from).to_vec()).await;
            assert_eq!(found, json!([0, true]), "nothing is picked, though the pointer is on a choice");
            // A later press counts.
            tokio::time::sleep(FIRST_MOMENT).await;
            reader.clicks_at(point, &[]).await;
            let found = reader.page.run(PICKED_AT, point.map(Value::from).to_vec()).await;
            assert_eq!(found, json!([1, true]));
            return;
        }
    }
    panic!("no two clicks were a double click");
}

/// Moves the app into an iframe that is much younger than the page, and starts the quiz there.
const START_IN_A_YOUNG_DOCUMENT: &str = "
    const [done] = arguments, frame = document.createElement('iframe');
    setTimeout(() => {
        frame.style.cssText = 'position: fixed; inset: 0; width: 360px; height: 600px; z-index: 9; background: white';
        const main = document.querySelector('main');
        document.body.append(frame);
        setTimeout(() => {
            frame.contentDocument.body.append(main);
            main.querySelector('button').click();
            setTimeout(() => {
                const choice = main.querySelector('.exclusive');
                choice.scrollIntoView({ block: 'center', behavior: 'instant' });
                const { x, y } = choice.getBoundingClientRect();
                window.main = main;
                done([Math.round(x + 20), Math.round(y + 20)]);
            }, 600);
        }, 300);
    }, 4000);
";

#[apply(chromium_only!)]
async fn a_press_counts_in_a_document_that_is_younger_than_the_page(engine: Engine) {
    let (reader, _site) = opens(engine).await;
    let point = reader.page.run_async(START_IN_A_YOUNG_DOCUMENT).await;
    reader.clicks_at(serde_json::from_value(point).expect("a point"), &[]).await;
    reader.page.waits_until("main.querySelectorAll('.base :checked').length === 1").await;
}
