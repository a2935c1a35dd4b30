//! What the tests of the command share: the shipped quiz, and small quizzes made for one test.
#![allow(dead_code, unreachable_pub)] // Each test binary uses its own part of it.

use serde_json::{Value, json};

/// The five-cause quiz as it ships.
pub const FIVE_CAUSES: &str = include_str!("../../../../quizzes/upper-back-knots.json");

/// A quiz without screening, with these causes and questions and the rest of the five-cause quiz.
pub fn quiz_of(causes: &[&str], questions: Value) -> Value {
    let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    let like = file["causes"][1].clone();
    file["screens"] = json!([]);
    file["flags"] = json!([{"id": "tell", "text": "Worth telling."}]);
    file["causes"] = causes
        .iter()
        .map(|id| {
            let mut cause = like.clone();
            cause["id"] = json!(id);
            cause["label"] = json!(format!("The cause {id}"));
            cause
        })
        .collect();
    file["questions"] = questions;
    file
}

/// A tick-all question whose choices are called by their place, `c0` and on, and give these points.
pub fn tick_all(id: &str, points: &[Value]) -> Value {
    let choices: Vec<Value> = points
        .iter()
        .enumerate()
        .map(|(i, points)| json!({"id": format!("c{i}"), "text": format!("Choice {i}"), "points": points}))
        .collect();
    json!({"id": id, "kind": "all", "text": "What fits?", "choices": choices})
}
