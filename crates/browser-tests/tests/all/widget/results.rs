//! What each kind of result shows. Which answers lead to which result is tested in `crates/quiz/tests/`: by the test cases of the quiz, and
//! for other scoring rules in `scoring.rs`.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::quiz::quiz_in;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::article_with;

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

/// The quiz about yellow leaves with a change, up to its result. The reader picks these choices of the first two questions.
async fn result_of(engine: Engine, change: impl FnOnce(&mut Value), picks: [&str; 2]) -> Reader {
    let reader = Reader::new(engine, Mouse).await;
    let mut quiz: Value =
        serde_json::from_str(include_str!("../../../../../quizzes/starter.json")).expect("JSON");
    change(&mut quiz);
    reader.server.update(|state| _ = state.texts.insert("leaves.json", quiz.to_string()));
    reader.opens_page(article_with("quiz=leaves.json")).await;
    reader.presses("Start the safety check").await;
    for pick in picks {
        reader.chooses(pick).await;
        reader.continues().await;
    }
    for _ in 0..2 {
        reader.presses("Not sure? Skip this one").await;
    }
    reader
}

#[apply(chromium_only!)]
async fn exactly_one_cause_is_the_result_and_the_reader_learns_that_another_is_level(engine: Engine) {
    let picks = ["The oldest ones, low down", "Wet, days after watering"];
    let reader = result_of(engine, |quiz| quiz["scoring"] = json!({"result": "one"}), picks).await;
    reader.page.focus_is_on("heading", "Your answers lean toward: Roots that stand in water").await;
    reader.page.shows("Level with each other: Too much water, Too little food.").await;
}

#[apply(chromium_only!)]
async fn the_best_causes_are_the_result_however_far_apart_they_are(engine: Engine) {
    let picks = ["The oldest ones, low down", "Damp for weeks, since it hardly drinks"];
    let scoring = json!({"result": "best", "most_shown": 2, "score": "sum"});
    let reader = result_of(engine, |quiz| quiz["scoring"] = scoring, picks).await;
    reader.page.focus_is_on("heading", "Your answers point to more than one thing").await;
    let shown = "return [...quiz.shadowRoot.querySelectorAll('summary h4')].map((it) => it.firstChild.data)";
    let shown = reader.asks_quiz(shown).await;
    assert_eq!(shown, json!(["Soil with nothing left in it", "A spot that is too dark"]));
    let bars =
        "return [...quiz.shadowRoot.querySelectorAll('.bar-fill')].map((it) => it.getAttribute('width'))";
    assert_eq!(reader.asks_quiz(bars).await, json!(["30", "20", "0"]), "shares of ten points");
}

#[apply(chromium_only!)]
async fn a_cause_has_a_button_of_its_own(engine: Engine) {
    let picks = ["The oldest ones, low down", "Dry, with a white crust"];
    let button = json!({"label": "Plant food, compared", "url": "https://example.org/plant-food"});
    let reader = result_of(engine, |quiz| quiz["causes"][2]["button"] = button, picks).await;
    reader.page.focus_is_on("heading", "Your answers lean toward: Soil with nothing left in it").await;
    let link = reader.page.find("link", "Plant food, compared").await;
    assert_eq!(link.attr("href").await.expect("a link").as_deref(), Some("https://example.org/plant-food"));
    let (_, _, width, height) = link.rectangle().await.expect("a place on the page");
    assert!(width > 200.0 && height >= 44.0, "as large as a button: {width} × {height}");
}
