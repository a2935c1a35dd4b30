//! No sequence of actions makes a session panic, or leads to a stop without a ticked flag.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use which_cause_quiz::{Action, ChoiceId, Quiz, Session, Stage, read};

static QUIZZES: LazyLock<[Arc<Quiz>; 2]> = LazyLock::new(|| {
    [include_str!("../../quizzes/upper-back-knots.json"), include_str!("../../quizzes/dense-bread.json")]
        .map(|text| Arc::new(read(text).unwrap_or_else(|problems| panic!("{problems:?}"))))
});

fuzz_target!(|bytes: &[u8]| {
    let Some((which, actions)) = bytes.split_first() else { return };
    let mut session = Session::new(Arc::clone(&QUIZZES[usize::from(which % 2)]));
    for byte in actions {
        let action = match byte {
            0..=127 => pick(&session, *byte),
            128..=159 => unpick(&session, *byte),
            160..=219 => Action::Next,
            220..=234 => Action::Skip,
            235..=252 => Action::Back,
            _ => Action::Restart,
        };
        let picks = session.picks();
        session = session.apply(&action);
        match session.stage() {
            Stage::Finished(outcome) => {
                assert!(
                    outcome.visit.is_none_or(|it| it.ticked.len() + it.flags.len() + it.answers.len() > 0)
                );
            }
            Stage::Stopped(stop) => assert!(!stop.ticked.is_empty()),
            Stage::SafetyScreen(..) | Stage::Question(..) => {
                // Next without a pick stays at the step.
                assert!(action != Action::Next || !picks.is_empty() || session.invalid_answer());
            }
        }
    }
});

fn choice(session: &Session, byte: u8) -> ChoiceId {
    let choices = match session.stage() {
        Stage::SafetyScreen(screen, _) => &screen.choices,
        Stage::Question(question, _) => &question.choices,
        _ => return "unknown".into(),
    };
    // Sometimes an unknown choice.
    choices.get(usize::from(byte % 16)).map_or_else(|| "unknown".into(), |it| it.id.clone())
}

fn pick(session: &Session, byte: u8) -> Action {
    Action::Pick(choice(session, byte))
}

fn unpick(session: &Session, byte: u8) -> Action {
    Action::Unpick(choice(session, byte))
}
