//! Whole journeys of a reader, from Start to the result and on to the course, by mouse and by keyboard.
//!
//! Which answers lead to which result is tested in `crates/quiz/tests/`, by the test cases of the quiz.

use macro_rules_attribute::apply;

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, mouse_and_keyboard};
use crate::harness::reader::InputDevice::{self, Keyboard, Mouse};
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

#[apply(mouse_and_keyboard!)]
async fn emergency_and_urgent_flags_stop_the_quiz_until_the_tick_is_taken_back(
    engine: Engine,
    device: InputDevice,
) {
    let reader = Reader::new(engine, device).await;
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

#[apply(chromium_only!)]
async fn signs_for_a_doctor_lead_to_a_visit_and_not_to_the_course(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.takes_the_quiz_like("T1-thyroid-textbook").await;
    reader.page.focus_is_on("heading", "Worth booking a visit").await;
    let headings = reader.page.names_of("heading").await;
    let position =
        |name: &str| headings.iter().position(|it| it == name).unwrap_or_else(|| panic!("{headings:?}"));
    let verdict = "Your answers lean toward: Body-wide signs to ask a doctor about";
    assert!(position("Worth booking a visit") < position(verdict));
    // The reader's own ticks and flags, as a list to take along.
    reader.page.shows("It's lasted more than 6 weeks and isn't getting better").await;
    reader.page.shows("Your arms or legs feel weak.").await;
    reader.page.shows("A course can't check your levels, so please see your doctor first.").await;
    reader.has_no_course_link().await;
}

#[apply(chromium_only!)]
async fn a_mixed_result_shows_each_cause_in_a_closed_part(engine: Engine) {
    let reader = Reader::new(engine, Keyboard).await;
    reader.takes_the_quiz_like("M1-desk-mixed").await;
    reader.page.focus_is_on("heading", "Your answers point to more than one thing").await;
    reader.page.does_not_show("What it means").await;
    reader.page.shows("Head forward, shoulders rounded").await;
    reader.page.shows("Leaning, twisting or uneven habits").await;
    reader.opens_details("Head forward, shoulders rounded Some of your answers fit").await;
    reader.page.shows("When your head drifts ahead of your body").await;
    reader.follows("See what's in the course").await;
    reader.page.find("heading", "Knots In Your Back Gone!").await;
}

#[apply(chromium_only!)]
async fn a_reader_whom_no_cause_fits_gets_a_result_without_a_cause(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.takes_the_quiz_like("N1-nothing").await;
    reader.page.focus_is_on("heading", "Nothing stands out").await;
    reader.page.shows("Keep moving in ways that feel good.").await;
    reader.page.does_not_show("Why you see this").await;
    reader.page.find("link", "See what's in the course").await;
}
