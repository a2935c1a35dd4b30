//! Whatever stands in a quiz file or a drawings file, reading it gives problems or a quiz that can be taken to its end.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use which_cause_quiz::{AnswerModel, Odds};
use which_cause_quiz::{
    Action, Drawings, Quiz, Session, Stage, Value, test_cases, decode, translation_problems, findings, readability_findings, drawing_problems, read,
};

/// What the compact form of a quiz begins with, up to its first line's end.
static STAMP: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let quiz = read(include_str!("../../quizzes/starter.json")).expect("a quiz");
    quiz.to_bytes().split_inclusive(|it| *it == b'\n').next().expect("a stamp").to_vec()
});

fuzz_target!(|bytes: &[u8]| {
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(problem) => return assert!(!problem.to_string().is_empty()),
    };
    if let Ok(value) = Value::parse(text) {
        let _ = readability_findings(&value);
    }
    // The same bytes behind the stamp of the compact form: whatever they are, reading them ends.
    let _ = Quiz::from_bytes(&[STAMP.as_slice(), text.as_bytes()].concat());
    // The same text as drawings: what is read has nothing in it but path data.
    let drawings = Drawings::read(text);
    match &drawings {
        Err(problems) => assert!(!problems.is_empty() && problems.len() <= 101),
        Ok(drawings) => {
            for stroke in drawings.ids().flat_map(|name| &drawings.get(name).expect("it is named").strokes)
            {
                let only = |c: char| "MmLlHhVvCcSsQqTtAaZz0123456789+-., \t\n\r\u{c}".contains(c);
                assert!(stroke.path.as_str().chars().all(only));
            }
        }
    }
    match read(text) {
        Err(problems) => {
            assert!(!problems.is_empty() && problems.len() <= 101);
            for problem in problems {
                let _ = problem.to_string();
            }
        }
        Ok(quiz) => {
            assert!(translation_problems(&quiz, &quiz).is_empty());
            let compact = Quiz::from_bytes(&quiz.to_bytes()).expect("the same quiz");
            assert_eq!(compact.to_bytes(), quiz.to_bytes());
            if let Ok(drawings) = &drawings {
                let _ = drawing_problems(&quiz, drawings);
            }
            match test_cases(text, &quiz) {
                Err(problems) => assert!(!problems.is_empty()),
                Ok(test_cases) => {
                    let quiz = Arc::new(quiz.clone());
                    test_cases.iter().take(20).for_each(|case| drop(case.failures(&quiz)));
                }
            }
            // What is looked at vector by vector takes too long for this on all but small quizzes.
            if quiz.questions().len() <= 6 && quiz.causes().len() <= 4 {
                for finding in findings(&quiz, 0.25, || 0.5) {
                    let _ = finding.to_string();
                }
                if let Some(odds) = Odds::exact(&quiz, AnswerModel::ticking(0.25)) {
                    assert!((odds.leads + odds.mixed + odds.nothing - 1.0).abs() < 1e-6);
                }
            }
            take(&Arc::new(quiz));
        }
    }
});

/// Takes a quiz with the last choice of every step, which on a screen is mostly "none of these".
fn take(quiz: &Arc<Quiz>) {
    let mut session = Session::new(Arc::clone(quiz));
    for _ in 0..2_000 {
        let choice = match session.stage() {
            Stage::SafetyScreen(screen, _) => {
                screen.choices.iter().find(|it| it.exclusive).map(|it| it.id.clone())
            }
            Stage::Question(question, _) => question.choices.last().map(|it| it.id.clone()),
            Stage::Stopped(_) => return,
            Stage::Finished(outcome) => {
                for standing in &outcome.ranking {
                    assert!(standing.score <= 100 && standing.raw <= standing.max);
                    let _ = outcome.why(standing, 5);
                }
                let _ = (outcome.sources(), outcome.verdict.ties());
                return;
            }
        };
        session = session.apply(&Action::Pick(choice.expect("a choice"))).apply(&Action::Next);
    }
    panic!("the quiz never ends");
}
