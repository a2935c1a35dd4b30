//! Whole journeys of a reader: from Start to the result and on to the course, by mouse and by keyboard, and to both kinds of stop.
//!
//! Which answers lead to which result is tested in `crates/quiz/tests/`, by the test cases of the quiz.

use macro_rules_attribute::apply;

use crate::harness::engine::Engine;
use crate::harness::engines::{every_engine, mouse_and_keyboard};
use crate::harness::reader::InputDevice::{self, Mouse};
use crate::harness::reader::Reader;
use crate::widget::article::{FIRST_SCREEN, SECOND_SCREEN};

#[apply(mouse_and_keyboard!)]
async fn a_reader_gets_the_leading_cause_and_follows_the_link_to_the_course(
    engine: Engine,
    device: InputDevice,
) {
    let reader = Reader::new(engine, device).await;
    reader.takes_the_quiz_like("T2-posture-textbook").await;
    let verdict = "Your answers lean toward: Head forward, shoulders rounded";
    reader.page.focus_is_on("heading", verdict).await;
    for text in [
        "Many of your answers fit",
        "Why you see this",
        "You said: “",
        "What it means",
        "How sure are we?",
        "What to look at next",
        "Small things to try this week",
        "When to get it checked",
        "Also worth knowing",
        "It does not test, diagnose or treat any health problem",
        "Want to work on everyday posture habits with some guidance?",
    ] {
        reader.page.shows(text).await;
    }
    reader.page.does_not_show("Worth booking a visit").await;
    reader.page.does_not_show("{").await;
    reader.page.does_not_show("%").await;
    reader.follows("See what's in the course").await;
    reader.page.find("heading", "Knots In Your Back Gone!").await;
}

/// By keyboard, a tick is taken back in `keyboard.rs`.
#[apply(every_engine!)]
async fn emergency_and_urgent_flags_stop_the_quiz_until_the_tick_is_taken_back(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.takes_the_quiz_like("E1-chest-pain").await;
    reader.page.focus_is_on("heading", "Call 112 or go to the nearest emergency department now").await;
    reader.page.shows("Pain, tightness or pressure in my chest").await;
    reader.page.shows("We've stopped the quiz here so you can get help.").await;
    let call = reader.page.find("link", "Call 112").await;
    assert_eq!(call.attr("href").await.expect("a link").as_deref(), Some("tel:112"));
    reader.has_no_course_link().await;
    reader.presses("I ticked that by mistake").await;
    reader.page.focus_is_on("heading", FIRST_SCREEN).await;
    let tick = reader.page.find("checkbox", "Pain, tightness or pressure in my chest").await;
    assert!(tick.is_selected().await.expect("a checkbox"), "the ticks are still there to be taken back");
    reader.ticks("None of these").await;
    reader.continues().await;

    reader.page.find("group", SECOND_SCREEN).await;
    reader.ticks("I have, or have had, cancer").await;
    reader.continues().await;
    reader.page.focus_is_on("heading", "Please speak to a doctor today").await;
    reader.page.shows("or call your local urgent medical line").await;
    reader.page.does_not_show("Next").await;
    reader.has_no_course_link().await;
    reader.presses("I ticked that by mistake").await;
    reader.page.find("group", SECOND_SCREEN).await;
}
