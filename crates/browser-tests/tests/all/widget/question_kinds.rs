//! Kinds of questions: a scale, on the narrowest phone and by keys; a limit of ticks; a question that cannot be skipped.

use fantoccini::key::Key;
use macro_rules_attribute::apply;
use serde_json::{Value, json};

use crate::harness::engine::Engine;
use crate::harness::engines::{chromium_only, every_engine};
use crate::harness::reader::InputDevice::{Keyboard, Mouse};
use crate::harness::reader::Reader;
use crate::widget::article::{BREAD, article_with};
use crate::widget::layout::NARROW;
use crate::widget::measurements::{LAYOUT, TARGET_SIZE};

/// The bread quiz with these questions before its own.
pub(crate) fn bread_with(questions: &[Value]) -> Value {
    let mut quiz: Value = serde_json::from_str(BREAD).expect("JSON");
    let mut all = questions.to_vec();
    all.extend(quiz["questions"].as_array().expect("questions").iter().cloned());
    quiz["questions"] = json!(all);
    quiz["words"]["tick_at_most"] = json!("Tick up to {n}.");
    quiz
}

impl Reader {
    /// Opens the article with this quiz and presses Start.
    pub(crate) async fn starts_quiz(&self, quiz: &Value) {
        self.server.update(|state| _ = state.texts.insert("another.json", quiz.to_string()));
        self.opens_page(article_with("quiz=another.json")).await;
        self.presses("Start the safety check").await;
    }
}

fn scale(id: &str, steps: u32) -> Value {
    json!({"id": id, "kind": "scale", "required": true, "text": "I plan my loaf ahead.", "scale": {
        "steps": steps, "low": {"text": "Not at all like me"}, "high": {"text": "Very much like me"}
    }})
}

#[apply(every_engine!)]
async fn a_scale_fits_the_narrowest_phone_and_is_answered_by_keys(engine: Engine) {
    let reader = Reader::at(engine, NARROW, Keyboard).await;
    reader.starts_quiz(&bread_with(&[scale("short", 5), scale("long", 11)])).await;
    for last in ["5 = Very much like me", "11 = Very much like me"] {
        reader.page.focus_is_on("heading", "I plan my loaf ahead.").await;
        reader.passes(LAYOUT, last).await;
        reader.passes(TARGET_SIZE, last).await;
        let names = reader.page.names_of("button").await;
        assert!(!names.iter().any(|name| name.contains("Skip")), "{names:?}");
        reader.page.find("radio", "1 = Not at all like me").await;
        reader.page.find("radio", last).await;
        reader.chooses("3").await;
        reader.presses_key(Key::Up).await;
        assert!(reader.page.find("radio", "2").await.is_selected().await.expect("it is there"));
        reader.continues().await;
    }
    reader.page.focus_is_on("heading", "What does the inside look like?").await;
}

#[apply(chromium_only!)]
async fn a_reader_with_too_many_ticks_is_told_how_many_they_can_tick(engine: Engine) {
    let reader = Reader::new(engine, Mouse).await;
    let choice = |id: &str| json!({"id": id, "text": format!("Flour {id}")});
    let question = json!({"id": "grain", "kind": "all", "at_most": 2, "text": "Which flour?",
        "choices": [choice("a"), choice("b"), choice("c")]});
    reader.starts_quiz(&bread_with(&[question])).await;
    for choice in ["Flour a", "Flour b", "Flour c"] {
        reader.ticks(choice).await;
    }
    reader.continues().await;
    reader.page.focus_is_on("heading", "Error: Tick up to 2.").await;
    reader.ticks("Flour b").await;
    reader.continues().await;
    reader.page.focus_is_on("heading", "What does the inside look like?").await;
}
