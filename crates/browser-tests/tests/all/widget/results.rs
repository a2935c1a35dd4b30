//! What each kind of result shows. Which answers lead to which result is tested in `crates/quiz/tests/`, by the test cases of the quiz.

use macro_rules_attribute::apply;

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::quiz::quiz_in;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;

#[apply(chromium_only!)]
async fn signs_for_a_doctor_a_mixed_result_and_no_cause_each_have_their_own_result(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    reader.starts().await;
    let quiz = quiz_in("en");
    reader.clicks_through(&quiz, "T1-thyroid-textbook", async || ()).await;
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

    reader.presses("Start again").await;
    reader.clicks_through(&quiz, "M1-desk-mixed", async || ()).await;
    reader.page.focus_is_on("heading", "Your answers point to more than one thing").await;
    // Each cause is in details that are closed at first.
    reader.page.does_not_show("What it means").await;
    reader.page.shows("Leaning, twisting or uneven habits").await;
    reader.opens_details("Head forward, shoulders rounded Some of your answers fit").await;
    reader.page.shows("When your head drifts ahead of your body").await;
    reader.page.find("link", "See what's in the course").await;

    reader.presses("Start again").await;
    reader.clicks_through(&quiz, "N1-nothing", async || ()).await;
    reader.page.focus_is_on("heading", "Nothing stands out").await;
    reader.page.shows("Keep moving in ways that feel good.").await;
    reader.page.does_not_show("Why you see this").await;
    reader.page.find("link", "See what's in the course").await;
}
