//! From screen to screen: the focus, the error message, Back and Start again. The transitions themselves are tested in
//! `crates/quiz/tests/session.rs`.

use macro_rules_attribute::apply;
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::harness::window::REDUCED_MOTION;
use crate::widget::article::{AUTHORS_WORDS, FIRST_SCREEN, SECOND_SCREEN, THIRD_SCREEN};

#[apply(every_engine!)]
async fn each_press_moves_the_focus_to_the_new_heading_and_brings_it_into_view(engine: Engine) {
    let reader = Reader::at(engine, REDUCED_MOTION, Mouse).await;
    reader.starts().await;
    for (heading, progress) in [
        (FIRST_SCREEN, "Safety check 1 of 3"),
        (SECOND_SCREEN, "Safety check 2 of 3"),
        (THIRD_SCREEN, "Safety check 3 of 3"),
        ("Where do your knots bother you most?", "Question 1 of 11"),
    ] {
        reader.page.focus_is_on("heading", heading).await;
        reader.page.shows(progress).await;
        let in_view = reader.page.run_async(IN_VIEW).await;
        assert_eq!(in_view[0], json!(true), "{heading}: {in_view}");
        if progress.starts_with("Safety") {
            reader.ticks("None of these").await;
            reader.continues().await;
        }
    }
    reader.presses("Not sure? Skip this one").await;
    reader.page.shows("Question 2 of 11").await;
}

/// Whether the focused element is in the window, two frames later.
const IN_VIEW: &str = "
    const [done] = arguments;
    requestAnimationFrame(() => requestAnimationFrame(() => {
        const { top, bottom } = document.querySelector('which-cause').shadowRoot.activeElement.getBoundingClientRect();
        done([top >= 0 && bottom <= innerHeight, top, bottom, innerHeight]);
    }));
";

#[apply(chromium_only!)]
async fn none_of_these_clears_the_other_ticks_on_the_screen_too(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    let ticked =
        async |name: &str| reader.page.find("checkbox", name).await.is_selected().await.expect("a box");
    reader.ticks("Trouble breathing").await;
    reader.ticks("Coughing up blood").await;
    reader.ticks("None of these").await;
    assert!(
        !ticked("Trouble breathing").await
            && !ticked("Coughing up blood").await
            && ticked("None of these").await
    );
    reader.ticks("Coughing up blood").await;
    assert!(
        !ticked("Trouble breathing").await
            && ticked("Coughing up blood").await
            && !ticked("None of these").await
    );
}

#[apply(chromium_only!)]
async fn an_error_message_stays_until_the_reader_continues_and_does_not_come_back(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.presses("Next").await;
    reader.page.shows("Error: Tick all that fit, or tick “None of these” to go on.").await;
    reader.ticks("None of these").await;
    // Nothing moves under the reader's finger.
    reader.page.shows("Error:").await;
    reader.continues().await;
    reader.page.find("group", SECOND_SCREEN).await;
    reader.page.does_not_show("Error:").await;
    // Back and forth, over the first screen and the facade too.
    reader.continues().await;
    reader.page.shows("Error:").await;
    reader.presses("Back").await;
    reader.page.find("group", FIRST_SCREEN).await;
    reader.continues().await;
    reader.page.find("group", SECOND_SCREEN).await;
    reader.page.does_not_show("Error:").await;
    reader.runs_on_quiz("return quiz.restart()").await;
    reader.page.find("group", FIRST_SCREEN).await;
    reader.continues().await;
    reader.page.shows("Error:").await;
    reader.presses("Back").await;
    reader.presses("Start the safety check").await;
    reader.page.focus_is_on("heading", FIRST_SCREEN).await;
    reader.page.does_not_show("Error:").await;
}

#[apply(chromium_only!)]
async fn back_keeps_the_answers_and_start_again_clears_them(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    reader.ticks_no_flags().await;
    reader.chooses("On both sides, about the same").await;
    reader.continues().await;
    reader.page.find("group", "When does it tend to build up?").await;
    reader.presses("Back").await;
    let choice = reader.page.find("radio", "On both sides, about the same").await;
    assert!(choice.is_selected().await.expect("a radio button"));
    for _ in 0..4 {
        reader.presses("Back").await;
    }
    reader.page.focus_is_on("button", "Start the safety check").await;
    reader.page.shows(AUTHORS_WORDS).await;
    reader.presses("Start the safety check").await;
    reader.page.focus_is_on("heading", FIRST_SCREEN).await;
    let none =
        async || reader.page.find("checkbox", "None of these").await.is_selected().await.expect("a checkbox");
    assert!(none().await, "the answers are still there");
    for _ in 0..3 {
        reader.continues().await;
    }
    reader.skips_to_the_result().await;
    reader.presses("Start again").await;
    reader.page.focus_is_on("heading", FIRST_SCREEN).await;
    assert!(!none().await, "the answers are cleared");
}
