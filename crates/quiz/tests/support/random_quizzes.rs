//! Random quizzes, and every reader who takes a quiz.

#![allow(clippy::cast_precision_loss, reason = "few choices")]

use std::sync::Arc;

use serde_json::{Value, json};
use which_cause_quiz::{Action, AnswerModel, ChoiceId, Question, QuestionKind, Quiz, Stage};

use super::{Reader, checked, quiz_of, tick_all};

/// Every answer to a question, with its chance.
fn answers(question: &Question, model: AnswerModel) -> Vec<(Vec<ChoiceId>, f64)> {
    let boxes: Vec<&ChoiceId> = question.choices.iter().filter(|it| !it.exclusive).map(|it| &it.id).collect();
    let exclusive = question.choices.iter().find(|it| it.exclusive).map(|it| it.id.clone());
    match question.kind {
        QuestionKind::PickOne | QuestionKind::Scale => {
            boxes.iter().map(|id| (vec![(*id).clone()], 1.0 / question.choices.len() as f64)).collect()
        }
        QuestionKind::TickAll => (0_u32..1 << boxes.len())
            .flat_map(|ticked| {
                let is = |i: usize| ticked & (1 << i) != 0;
                let chance: f64 =
                    (0..boxes.len()).map(|i| if is(i) { model.tick } else { 1.0 - model.tick }).product();
                // Of too many ticks, any few remain.
                let most = u32::try_from(question.at_most.unwrap_or(boxes.len())).expect("few boxes");
                let most = most.min(ticked.count_ones());
                let kept: Vec<u32> =
                    (0..=ticked).filter(|it| it & ticked == *it && it.count_ones() == most).collect();
                let each = chance / kept.len() as f64;
                kept.into_iter().map(move |kept| (kept, each))
            })
            .map(|(kept, chance)| {
                let ids = boxes.iter().enumerate().filter(|(i, _)| kept & (1 << i) != 0);
                let none = exclusive.clone().filter(|_| kept == 0);
                (ids.map(|(_, id)| (*id).clone()).chain(none).collect(), chance)
            })
            .collect(),
    }
}

/// Every reader who takes the quiz to its end, with their chance. With `skips`, there is also one who skips each question.
pub(crate) fn readers(quiz: &Arc<Quiz>, model: AnswerModel, skips: bool) -> Vec<(Reader, f64)> {
    let mut finished = Vec::new();
    let mut open = vec![(Reader::of(quiz), 1.0)];
    while let Some((reader, chance)) = open.pop() {
        let Stage::Question(question, _) = reader.0.stage() else {
            finished.push((reader, chance));
            continue;
        };
        let mut ways = answers(question, model);
        if skips && !question.required {
            ways.push((Vec::new(), 0.0));
        }
        for (ids, more) in ways {
            let picked = ids.iter().fold(reader.clone(), |it, id| it.does(&Action::Pick(id.clone())));
            open.push((if ids.is_empty() { picked.skips() } else { picked.goes_on() }, chance * more));
        }
    }
    finished
}

/// A random quiz of 2 or 3 causes and 2 to 5 questions, some with a condition, with negative points, and with any scoring.
pub(crate) fn random_quiz(random: &mut fastrand::Rng) -> Arc<Quiz> {
    checked(&random_quiz_file(random))
}

/// The file of a random quiz.
pub(crate) fn random_quiz_file(random: &mut fastrand::Rng) -> Value {
    let causes = &["a", "b", "c"][..random.usize(2..=3)];
    let mut questions: Vec<Value> = Vec::new();
    for i in 0..random.usize(1..=4) {
        let is_one = random.bool();
        let mut choices: Vec<Value> = (0..random.usize(2..=3))
            .map(|j| {
                let points: serde_json::Map<String, Value> = causes
                    .iter()
                    .filter_map(|cause| {
                        Some(((*cause).to_owned(), json!(random.i32(-4..=6)))).filter(|_| random.bool())
                    })
                    .collect();
                json!({"id": format!("c{j}"), "text": format!("Choice {j}"), "points": points})
            })
            .collect();
        if !is_one && random.bool() {
            choices.push(json!({"id": "none", "text": "None", "exclusive": true}));
        }
        let mut question = json!({"id": format!("q{i}"), "kind": if is_one { "one" } else { "all" }, "text": "Which?", "choices": choices});
        if i > 0 && random.u32(0..3) > 0 {
            question["ask_if"] = json!({"any_of": {}, "none_of": {}});
            for _ in 0..random.usize(1..=3) {
                let earlier = &questions[random.usize(..questions.len())];
                let choices = earlier["choices"].as_array().expect("choices");
                let choice = choices[random.usize(..choices.len())]["id"].clone();
                let part = if random.bool() { "any_of" } else { "none_of" };
                question["ask_if"][part][earlier["id"].as_str().expect("an id")] = choice;
            }
        }
        questions.push(question);
    }
    // Every cause needs points, or the quiz is invalid.
    let all: serde_json::Map<String, Value> =
        causes.iter().map(|cause| ((*cause).to_owned(), json!(1))).collect();
    questions.push(tick_all("last", &[json!(all), json!({})]));
    let mut file = quiz_of(causes, json!(questions));
    file["scoring"] = match random.u32(..6) {
        0 => json!({"lead_from": 0, "margin": 0, "most_shown": 2}),
        1 => json!({"lead_from": 40, "margin": 15, "most_shown": 2}),
        2 => json!({"result": "one"}),
        3 => json!({"result": "best", "most_shown": 2, "lead_from": 20}),
        4 => json!({"score": "sum", "lead_from": 2, "margin": 1, "most_shown": 2}),
        _ => json!({"score": "sum", "result": "one", "lead_from": 0}),
    };
    file
}
