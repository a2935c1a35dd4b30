//! Any bytes, read as a quiz file or a drawings file, give problems or a quiz that can be taken to its end.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use which_cause_quiz::{
    Action, Drawings, Quiz, Session, Stage, Value, decode, drawing_problems, findings, read,
    readability_findings, test_cases, translation_problems,
};
use which_cause_quiz::{AnswerModel, Odds};

/// The magic bytes of an encoded quiz: its first line.
static MAGIC: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let quiz = read(include_str!("../../quizzes/starter.json")).expect("a quiz");
    quiz.to_bytes().split_inclusive(|it| *it == b'\n').next().expect("magic bytes").to_vec()
});

fuzz_target!(|bytes: &[u8]| {
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(problem) => return assert!(!problem.to_string().is_empty()),
    };
    if let Ok(value) = Value::parse(text) {
        let _ = readability_findings(&value);
    }
    // The same bytes after the magic bytes: decoding them ends without a panic.
    let _ = Quiz::from_bytes(&[MAGIC.as_slice(), text.as_bytes()].concat());
    // The same text as a drawings file: strokes contain only path data.
    let drawings = Drawings::read(text);
    match &drawings {
        Err(problems) => assert!(!problems.is_empty() && problems.len() <= 101),
        Ok(drawings) => {
            for stroke in drawings.ids().flat_map(|id| &drawings.get(id).expect("a drawing").strokes) {
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
            let decoded = Quiz::from_bytes(&quiz.to_bytes()).expect("the same quiz");
            assert_eq!(decoded.to_bytes(), quiz.to_bytes());
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
            // The analyses take too long here on all but small quizzes.
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

/// Takes a quiz with "none of these" on every screen and the last choice of every question.
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
                for ranked in &outcome.ranking {
                    assert!((0..=100).contains(&ranked.bar) && ranked.raw <= ranked.max);
                    let _ = outcome.why(ranked, 5);
                }
                let _ = (outcome.sources(), outcome.ties());
                return;
            }
        };
        session = session.apply(&Action::Pick(choice.expect("a choice"))).apply(&Action::Next);
    }
    panic!("the quiz never ends");
}
