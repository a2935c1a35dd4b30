//! A quiz with conditions, after any actions of a reader.

use std::sync::Arc;

use proptest::prelude::*;
use serde_json::{Value, json};
use which_cause_quiz::{Action, Answers, ChoiceId, Quiz, Session, Stage};

use super::pets;
use crate::support::{Reader, checked};

fn actions() -> impl Strategy<Value = Vec<Action>> {
    let ids = ["dog", "cat", "fish", "big", "small", "tame", "wild", "yes", "no", "x", "y"];
    let action = prop_oneof![
        5 => prop::sample::select(ids.to_vec()).prop_map(|id| Action::Pick(ChoiceId::from(id))),
        4 => Just(Action::Next),
        2 => Just(Action::Skip),
        3 => Just(Action::Back),
    ];
    prop::collection::vec(action, 0..80)
}

/// The reader's step and picks, or their ranking at the result.
fn describe(session: &Session) -> String {
    match session.stage() {
        Stage::Finished(outcome) => {
            let ranking =
                outcome.ranking.iter().map(|it| (it.cause.id.to_string(), it.raw, it.max, it.score));
            format!("{:?} {:?}", ranking.collect::<Vec<_>>(), session.progress())
        }
        _ => format!("{} {:?}", Reader(session.clone()).is_at(), session.picks()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn storing_and_restoring_changes_nothing(actions in actions()) {
        let quiz = checked(&pets());
        let session = actions.iter().fold(Session::new(Arc::clone(&quiz)), Session::apply);
        let restored = Session::restore(Arc::clone(&quiz), &session.serialize());
        prop_assert_eq!(describe(&restored), describe(&session));
        prop_assert_eq!(restored.serialize(), session.serialize());
    }

    #[test]
    fn going_on_always_brings_the_bar_nearer_to_its_end_and_never_raises_the_total(actions in actions()) {
        let quiz: Arc<Quiz> = checked(&pets());
        let mut session = Session::new(quiz);
        for action in &actions {
            let (number, total) = session.progress();
            let after = session.clone().apply(action);
            let goes_on = matches!(action, Action::Next | Action::Skip) && after.position() != session.position();
            if goes_on && !matches!(after.stage(), Stage::Finished(_)) {
                let (next, next_total) = after.progress();
                prop_assert_eq!(next, number + 1);
                prop_assert!(next_total <= total && next <= next_total);
            }
            session = after;
        }
    }

    #[test]
    fn a_result_depends_only_on_the_answers_to_asked_questions(actions in actions()) {
        let quiz = checked(&pets());
        let mut session = actions.iter().fold(Session::new(Arc::clone(&quiz)), Session::apply);
        while !matches!(session.stage(), Stage::Finished(_)) {
            let action = if session.picks().is_empty() { Action::Skip } else { Action::Next };
            session = session.apply(&action);
        }
        let Stage::Finished(outcome) = session.stage() else { panic!("no result") };
        // A reader with nothing but these answers gets the same.
        let answers: serde_json::Map<String, Value> = outcome
            .answers()
            .iter()
            .map(|(question, picks)| {
                let ids: Vec<&str> = picks.iter().map(|it| it.id.as_str()).collect();
                (question.id.to_string(), json!(ids))
            })
            .collect();
        let answers = Answers::read(&json!({"answers": answers}).to_string(), &quiz).expect("answers");
        prop_assert_eq!(describe(&answers.replay(Arc::clone(&quiz))), describe(&session));
    }
}
