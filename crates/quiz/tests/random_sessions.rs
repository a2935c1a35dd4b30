//! Properties that hold for any answers and actions, in the five-cause quiz and in random quizzes.

use std::sync::Arc;

use crate::support::{Reader, checked, five_causes, quiz_of};
use proptest::prelude::*;
use serde_json::{Value, json};
use which_cause_quiz::{Action, ChoiceId, Outcome, Question, QuestionKind, Quiz, Stage};

/// The picked choices of each question, as bits; 0 skips it.
type Answers = Vec<u64>;

const CAUSES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

/// A quiz of 2 to 6 causes and 1 to 8 questions, each with 2 to 6 choices of 0 to 9 points, perhaps with a limit of ticks, or a
/// scale of 3 to 6 steps.
fn quizzes() -> impl Strategy<Value = Arc<Quiz>> {
    let points = prop::collection::vec(0_u32..=9, CAUSES.len());
    let kind = prop::sample::select(vec!["one", "all", "limited", "scale"]);
    let question = (kind, prop::collection::vec(points, 2..=6), any::<bool>());
    (2..=CAUSES.len(), prop::collection::vec(question, 1..=8), any::<bool>()).prop_map(
        |(causes, questions, doctor_first)| {
            let causes = &CAUSES[..causes];
            let mut questions: Vec<Value> = questions
                .into_iter()
                .enumerate()
                .map(|(i, (kind, choices, exclusive))| {
                    let mut choices: Vec<Value> = choices
                        .iter()
                        .enumerate()
                        .map(|(j, points)| {
                            let points: serde_json::Map<String, Value> = causes
                                .iter()
                                .zip(points)
                                .filter(|(_, points)| **points > 0)
                                .map(|(cause, points)| ((*cause).to_owned(), json!(points)))
                                .collect();
                            json!({"id": format!("c{j}"), "text": format!("Choice {j}"), "points": points})
                        })
                        .collect();
                    if exclusive && kind != "scale" {
                        choices.push(json!({"id": "none", "text": "None", "exclusive": true}));
                    }
                    let question =
                        json!({"id": format!("q{i}"), "kind": kind, "text": "What fits?", "choices": choices});
                    with_kind(question, kind, exclusive)
                })
                .collect();
            // Every cause needs points, or the quiz is invalid.
            let all: serde_json::Map<String, Value> =
                causes.iter().map(|cause| ((*cause).to_owned(), json!(1))).collect();
            questions.push(json!({"id": "last", "kind": "all", "text": "And?", "choices": [
                {"id": "c0", "text": "Yes", "points": all}, {"id": "none", "text": "No", "exclusive": true}
            ]}));
            let mut file = quiz_of(causes, json!(questions));
            file["words"]["tick_at_most"] = json!("Tick up to {n}.");
            file["causes"][0]["doctor_first"] = json!(doctor_first);
            checked(&file)
        },
    )
}

/// A question of this kind: of the choices, a limited one takes one, and a scale takes the points of two for its ends.
fn with_kind(mut question: Value, kind: &str, exclusive: bool) -> Value {
    if kind == "limited" {
        question["kind"] = json!("all");
        question["at_most"] = json!(1);
    } else if kind == "scale" {
        let choices = question["choices"].take();
        let end = |i: usize| json!({"text": format!("End {i}"), "points": choices[i]["points"]});
        question["scale"] = json!({"steps": if exclusive { 3 } else { 6 }, "low": end(0), "high": end(1)});
        question.as_object_mut().expect("a question").remove("choices");
    }
    question
}

fn quizzes_and_answers() -> impl Strategy<Value = (Arc<Quiz>, Answers)> {
    let quiz = prop_oneof![1 => Just(five_causes()), 3 => quizzes()];
    quiz.prop_flat_map(|quiz| {
        let answers = prop::collection::vec(any::<u64>(), quiz.questions().len());
        (Just(quiz), answers)
    })
}

/// The choices of an answer's bits, as a reader can pick them: no more than the question takes, and no exclusive tick.
fn picked(question: &Question, bits: u64) -> Vec<ChoiceId> {
    let choices = &question.choices;
    let ids = |is_picked: &dyn Fn(usize) -> bool| {
        choices.iter().enumerate().filter(|(i, _)| is_picked(*i)).map(|(_, it)| it.id.clone()).collect()
    };
    if question.picks_one() {
        let is_skipped = bits & 1 == 0;
        return if is_skipped { Vec::new() } else { ids(&|i| i == (bits >> 1) as usize % choices.len()) };
    }
    let mut ticked = ids(&|i| bits & (1 << i) != 0 && !choices[i].exclusive);
    ticked.truncate(question.at_most.unwrap_or(choices.len()));
    ticked
}

/// Takes a quiz with these answers, picking choices forward or backward.
fn take(quiz: &Arc<Quiz>, answers: &Answers, backward: bool) -> Reader {
    let mut reader = Reader::of(quiz).has_no_flags();
    for (question, bits) in quiz.questions().iter().zip(answers) {
        let mut ids = picked(question, *bits);
        if backward {
            ids.reverse();
        }
        let skip = ids.is_empty();
        for id in ids {
            reader = reader.does(&Action::Pick(id));
        }
        reader = if skip { reader.skips() } else { reader.goes_on() };
    }
    reader
}

/// A result as text, to compare.
fn describe(outcome: &Outcome<'_>) -> String {
    format!(
        "{:?} {:?} {:?} {:?} {:?}",
        outcome
            .ranking
            .iter()
            .map(|it| (&it.cause.id, it.raw, it.max, it.score, it.rank))
            .collect::<Vec<_>>(),
        crate::support::verdict(outcome),
        crate::support::shown(outcome),
        outcome.visit.as_ref().map(|it| (it.ticked.len(), it.flags.len(), it.answers.len())),
        outcome.course,
    )
}

fn actions(quiz: &Quiz) -> impl Strategy<Value = Vec<Action>> + use<> {
    let mut ids: Vec<ChoiceId> = quiz
        .screens()
        .iter()
        .flat_map(|it| &it.choices)
        .chain(quiz.questions().iter().flat_map(|it| &it.choices))
        .map(|it| it.id.clone())
        .collect();
    ids.push("nobody-knows-it".into());
    let id = prop::sample::select(ids);
    let action = prop_oneof![
        4 => id.clone().prop_map(Action::Pick),
        1 => id.prop_map(Action::Unpick),
        4 => Just(Action::Next),
        4 => Just(Action::Pick("none".into())),
        2 => Just(Action::Skip),
        2 => Just(Action::Back),
        1 => Just(Action::Restart),
    ];
    prop::collection::vec(action, 0..120)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_more_tick_never_lowers_a_score(
        (quiz, answers) in quizzes_and_answers(), question in any::<prop::sample::Index>(), tick in any::<prop::sample::Index>()
    ) {
        let i = question.index(answers.len());
        let question = &quiz.questions()[i];
        prop_assume!(question.kind == QuestionKind::TickAll && question.at_most.is_none());
        let mut more = answers.clone();
        more[i] |= 1 << tick.index(quiz.questions()[i].choices.len());
        let (before, after) = (take(&quiz, &answers, false), take(&quiz, &more, false));
        for standing in before.result().ranking {
            let now = after.result();
            let now = now.ranking.iter().find(|it| it.cause.id == standing.cause.id).expect("the same causes");
            prop_assert!(now.raw >= standing.raw && now.score >= standing.score);
        }
    }

    #[test]
    fn the_result_does_not_depend_on_the_order_of_answers(
        (quiz, answers) in quizzes_and_answers()
    ) {
        let forward = take(&quiz, &answers, false);
        let backward = take(&quiz, &answers, true);
        prop_assert_eq!(describe(&forward.result()), describe(&backward.result()));
        // Answer from the last question to the first, going back for each.
        let mut reader = Reader::of(&quiz).has_no_flags().skips_to_the_end();
        for (question, bits) in quiz.questions().iter().zip(&answers).rev() {
            reader = reader.goes_back();
            for id in picked(question, *bits) {
                reader = reader.does(&Action::Pick(id));
            }
        }
        while reader.is_at() != "result" {
            let picked = !reader.has_picked().is_empty();
            reader = if picked { reader.goes_on() } else { reader.skips() };
        }
        prop_assert_eq!(describe(&forward.result()), describe(&reader.result()));
    }

    #[test]
    fn going_back_and_forth_keeps_every_answer((quiz, answers) in quizzes_and_answers(), steps in 1_usize..20) {
        let there = take(&quiz, &answers, false);
        let mut reader = there.clone();
        for _ in 0..steps {
            reader = reader.goes_back();
        }
        while reader.is_at() != "result" {
            let picked = !reader.has_picked().is_empty();
            reader = if picked { reader.goes_on() } else { reader.skips() };
        }
        prop_assert_eq!(describe(&there.result()), describe(&reader.result()));
    }

    #[test]
    fn scores_are_rounded_shares_and_the_verdict_follows_from_them((quiz, answers) in quizzes_and_answers()) {
        let reader = take(&quiz, &answers, false);
        let outcome = reader.result();
        let scoring = quiz.scoring();
        let (margin, from) = (scoring.margin.expect("a margin"), scoring.lead_from.expect("a limit"));
        let top = outcome.ranking[0].score;
        let near = outcome.ranking.iter().filter(|it| top - it.score <= margin).count();
        let expected = if top < from { "nothing" } else if near == 1 { "leads" } else { "mixed" };
        prop_assert_eq!(crate::support::verdict(&outcome), expected);
        prop_assert!(outcome.ranking.windows(2).all(|it| it[0].score >= it[1].score && it[0].rank <= it[1].rank));
        for ranked in &outcome.ranking {
            let [score, raw, max] = [ranked.score, ranked.raw, ranked.max].map(i64::from);
            prop_assert!(raw <= max && score <= 100);
            // Rounding half up: the distance to the exact share is at most a half, and a half goes up.
            let distance = score * max * 2 - raw * 200;
            prop_assert!(-max < distance && distance <= max);
        }
    }

    #[test]
    fn no_actions_lead_past_a_flag_that_stops(
        actions in actions(&five_causes())
    ) {
        let quiz = five_causes();
        let mut reader = Reader::of(&quiz);
        for action in &actions {
            let before = reader.is_at();
            reader = reader.does(action);
            if reader.is_at() == "result" && before != "result" {
                // Going back shows that neither of the two screens that stop has a flag.
                let mut back = reader.clone();
                while back.is_at() != "screen check" {
                    back = back.goes_back();
                }
                prop_assert_eq!(back.has_picked(), ["none"]);
                prop_assert_eq!(back.goes_back().has_picked(), ["none"]);
            }
            if let Stage::Finished(outcome) = reader.0.stage() {
                let visit = outcome.visit.as_ref();
                prop_assert!(visit.is_none_or(|it| it.ticked.len() + it.flags.len() + it.answers.len() > 0));
            }
        }
        // The same actions lead to the same step.
        let again = actions.iter().fold(Reader::of(&quiz), Reader::does);
        prop_assert_eq!((again.is_at(), again.has_picked()), (reader.is_at(), reader.has_picked()));
    }
}
