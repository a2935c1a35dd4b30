//! The time for exact odds by the number of questions, compared with enumerating every set of answers.
//!
//! `cargo bench -p which-cause-quiz --bench odds`

use std::sync::Arc;

use divan::{Bencher, black_box};
use serde_json::{Value, json};
use which_cause_quiz::{Action, Quiz, Session, Stage, Verdict, read};
use which_cause_quiz::{AnswerModel, Odds};

const FIVE_CAUSES: &str = include_str!("../../../quizzes/upper-back-knots.json");

fn main() {
    divan::main();
}

/// A quiz of three causes and some pick-one questions of four choices, with 0 to 2 points each.
fn quiz(questions: usize) -> Quiz {
    let mut file: Value = serde_json::from_str(FIVE_CAUSES).expect("JSON");
    let like = file["causes"][1].clone();
    file["screens"] = json!([]);
    file["causes"] = ["a", "b", "c"]
        .iter()
        .map(|id| {
            let mut cause = like.clone();
            cause["id"] = json!(id);
            cause
        })
        .collect();
    let question = |i: usize| {
        json!({"id": format!("q{i}"), "kind": "one", "text": "Which?", "choices": [
            {"id": "a", "text": "A", "points": {"a": 1 + i % 2}},
            {"id": "b", "text": "B", "points": {"b": 1 + (i / 2) % 2}},
            {"id": "c", "text": "C", "points": {"c": 1 + (i / 4) % 2}},
            {"id": "none", "text": "None"}
        ]})
    };
    file["questions"] = (0..questions).map(question).collect();
    read(&file.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[divan::bench(args = [5, 8, 10, 15, 20, 30, 40])]
fn exact(bencher: Bencher<'_, '_>, questions: usize) {
    let quiz = quiz(questions);
    bencher.bench_local(|| Odds::exact(black_box(&quiz), AnswerModel::ticking(0.25)));
}

/// The share of readers for whom one cause leads, by taking the quiz with every set of answers.
#[divan::bench(args = [5, 8, 10], sample_count = 5)]
fn by_brute_force(bencher: Bencher<'_, '_>, questions: usize) {
    fn leads(session: &Session, chance: f64) -> f64 {
        match session.stage() {
            Stage::Question(question, _) => {
                #[allow(clippy::cast_precision_loss, reason = "four choices")]
                let chance = chance / question.choices.len() as f64;
                let pick = |id: &which_cause_quiz::ChoiceId| {
                    session.clone().apply(&Action::Pick(id.clone())).apply(&Action::Next)
                };
                question.choices.iter().map(|choice| leads(&pick(&choice.id), chance)).sum()
            }
            Stage::Finished(outcome) if matches!(outcome.verdict, Verdict::Leads(_)) => chance,
            _ => 0.0,
        }
    }
    let quiz = Arc::new(quiz(questions));
    bencher.bench_local(|| leads(&Session::new(Arc::clone(black_box(&quiz))), 1.0));
}

#[divan::bench]
fn exact_for_the_shipped_quiz(bencher: Bencher<'_, '_>) {
    let quiz = read(FIVE_CAUSES).unwrap_or_else(|problems| panic!("{problems:?}"));
    bencher.bench_local(|| Odds::exact(black_box(&quiz), AnswerModel::ticking(0.25)));
}
