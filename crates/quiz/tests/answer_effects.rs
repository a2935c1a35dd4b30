//! Which answers lead to a cause, and which question decides most.

use crate::support::{checked, quiz_of, tick_all};
use serde_json::json;
use which_cause_quiz::{AnswerModel, CauseAnswers, Quiz, answer_effects};

fn effects(quiz: &Quiz) -> Vec<CauseAnswers> {
    let mut random = fastrand::Rng::with_seed(3);
    answer_effects(quiz, AnswerModel::ticking(0.25), 20_000, || random.f64(), |_| ())
}

/// The question that decides most about a cause.
fn deciding(answers: &CauseAnswers) -> usize {
    let by_effect =
        |a: &usize, b: &usize| answers.questions[*a].decides.total_cmp(&answers.questions[*b].decides);
    (0..answers.questions.len()).max_by(by_effect).expect("a question")
}

#[test]
fn the_answer_of_the_only_sign_leads_to_the_cause() {
    let choice = |id: &str, points| json!({"id": id, "text": id, "points": points});
    let choices = [choice("x", json!({"a": 3})), choice("y", json!({"b": 3})), choice("z", json!({}))];
    let strong = json!({"id": "strong", "kind": "one", "text": "Which?", "choices": choices});
    let choices = [choice("one", json!({"a": 1})), choice("other", json!({}))];
    let weak = json!({"id": "weak", "kind": "one", "text": "And?", "choices": choices});
    let effects = effects(&checked(&quiz_of(&["a", "b"], json!([weak, strong]))));
    let [a, b] = effects.as_slice() else { panic!("two causes") };
    assert_eq!((a.most_points, b.most_points), (4, 3));
    let leads = |answers: &CauseAnswers, choice: usize| answers.questions[1].choices[choice].leads;
    assert_eq!([leads(a, 0), leads(a, 1)], [Some(1.0), Some(0.0)]);
    assert_eq!([leads(b, 0), leads(b, 1), leads(b, 2)], [Some(0.0), Some(1.0), Some(0.0)]);
    assert_eq!((deciding(a), deciding(b)), (1, 1));
    assert!(b.questions[1].decides > 0.999 && b.questions[0].decides < 0.001, "{b:?}");
    assert_eq!(a.questions[0].choices[0].points, 1);
}

#[test]
fn of_two_lists_to_tick_the_one_with_more_points_decides() {
    let list = |id, points| tick_all(id, &[json!({"a": points}), json!({"b": points})]);
    let effects = effects(&checked(&quiz_of(&["a", "b"], json!([list("few", 1), list("many", 5)]))));
    for answers in &effects {
        assert_eq!(deciding(answers), 1, "{answers:?}");
    }
    let ticked = |cause: usize| effects[cause].questions[1].choices[0].leads.expect("many readers");
    assert!(ticked(0) > effects[0].leads && ticked(1) < effects[1].leads, "{effects:?}");
}

#[test]
fn the_share_of_an_answer_that_nobody_has_is_not_told() {
    let mut hidden = tick_all("hidden", &[json!({"a": 1}), json!({"b": 1})]);
    hidden["ask_if"] = json!({"any_of": {"first": "x"}, "none_of": {"first": "x"}});
    let first = tick_all("first", &[json!({"a": 3}), json!({"b": 3})]);
    let mut first = first;
    first["choices"][0]["id"] = json!("x");
    let effects = effects(&checked(&quiz_of(&["a", "b"], json!([first, hidden]))));
    assert_eq!(effects[0].questions[1].choices[0].leads, None);
    assert!(effects[0].questions[1].decides.abs() < f64::EPSILON);
}
