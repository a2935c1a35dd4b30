//! Questions that are asked on certain earlier answers only. The rules are tested in `crates/quiz/tests/conditions.rs`.

use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::chromium_only;
use crate::harness::reader::InputDevice::Mouse;
use crate::harness::reader::Reader;
use crate::widget::article::article_with;

#[apply(chromium_only!)]
async fn going_back_to_another_answer_takes_a_question_out_and_keeps_its_answer(engine: Engine) {
    let mut quiz: Value =
        serde_json::from_str(include_str!("../../../../../quizzes/starter.json")).expect("JSON");
    quiz["questions"][1]["ask_if"] = json!({"any_of": {"where": ["low", "all"]}});
    quiz["words"]["progress_at_most"] = json!("Question {n} of at most {total}");
    let reader = Reader::new(engine, Mouse).await;
    reader.server.update(|state| _ = state.texts.insert("leaves.json", quiz.to_string()));
    reader.opens_page(article_with("quiz=leaves.json")).await;
    reader.presses("Start the safety check").await;
    let (soil, signs) = ("Push a finger into the soil. How is it?", "What else do you see?");
    let is_at = async |heading: &str, progress: &str| {
        reader.page.find("group", heading).await;
        reader.page.shows(progress).await;
    };
    is_at("Which leaves are yellow?", "Question 1 of at most 4").await;
    reader.chooses("All over, and they feel soft").await;
    reader.continues().await;
    is_at(soil, "Question 2 of 4").await;
    reader.chooses("Wet, days after watering").await;
    reader.continues().await;
    is_at(signs, "Question 3 of 4").await;
    reader.presses("Back").await;
    reader.presses("Back").await;
    is_at("Which leaves are yellow?", "Question 1 of at most 4").await;
    reader.chooses("One here, one there").await;
    reader.continues().await;
    is_at(signs, "Question 2 of 3").await;
    for _ in 0..2 {
        reader.presses("Not sure? Skip this one").await;
    }
    reader.page.focus_is_on("heading", "Nothing stands out").await;
    for _ in 0..3 {
        reader.presses("Back").await;
    }
    reader.chooses("All over, and they feel soft").await;
    reader.continues().await;
    is_at(soil, "Question 2 of 4").await;
    let kept = reader.page.find("radio", "Wet, days after watering").await;
    assert!(kept.is_selected().await.expect("it is there"), "the answer comes back with its question");
}
