//! The time to read and start a quiz, for one answer and for the result, by the number of questions and causes.
//!
//! Run it with `make bench-growth`, which writes the quizzes first. `bench/generate-quizzes.mjs` makes them, also for the widget's bench.

use std::fmt;
use std::fs;
use std::sync::Arc;

use divan::{Bencher, black_box};
use which_cause_quiz::{Action, ChoiceId, Quiz, Session, Stage, read};

fn main() {
    divan::main();
}

/// The number of questions and causes of a quiz.
#[derive(Clone, Copy)]
struct Size {
    questions: usize,
    causes: usize,
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.questions, self.causes)
    }
}

const SIZES: [Size; 6] = [
    Size { questions: 10, causes: 5 },
    Size { questions: 100, causes: 5 },
    Size { questions: 1_000, causes: 5 },
    Size { questions: 10, causes: 50 },
    Size { questions: 100, causes: 50 },
    Size { questions: 1_000, causes: 50 },
];

fn file(size: Size) -> String {
    let path = format!("{}/../../target/bench-quizzes/{size}.json", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}; make bench-growth writes it"))
}

fn quiz(size: Size) -> Arc<Quiz> {
    Arc::new(read(&file(size)).unwrap_or_else(|problems| panic!("{size}: {problems:?}")))
}

/// A session in which some questions are answered with their first choice.
fn reader(size: Size, answered: usize) -> Session {
    let first = first();
    (0..answered).fold(Session::new(quiz(size)), |it, _| it.apply(&first).apply(&Action::Next))
}

fn first() -> Action {
    Action::Pick(ChoiceId::from("p0"))
}

#[divan::bench(args = SIZES)]
fn read_and_check(bencher: Bencher<'_, '_>, size: Size) {
    let file = file(size);
    bencher.bench_local(|| read(black_box(&file)));
}

#[divan::bench(args = SIZES)]
fn start(bencher: Bencher<'_, '_>, size: Size) {
    let quiz = quiz(size);
    bencher.bench_local(|| {
        let session = Session::new(Arc::clone(black_box(&quiz)));
        assert!(matches!(session.stage(), Stage::Question(..)));
        session
    });
}

/// A pick and Next, in the middle of the quiz.
#[divan::bench(args = SIZES)]
fn one_answer(bencher: Bencher<'_, '_>, size: Size) {
    let session = reader(size, size.questions / 2);
    let first = first();
    bencher.with_inputs(|| session.clone()).bench_local_values(|session| {
        let session = session.apply(black_box(&first)).apply(&Action::Next);
        assert!(matches!(session.stage(), Stage::Question(..)));
        session
    });
}

#[divan::bench(args = SIZES)]
fn result(bencher: Bencher<'_, '_>, size: Size) {
    let session = reader(size, size.questions);
    bencher.bench_local(|| {
        let Stage::Finished(outcome) = black_box(&session).stage() else { panic!("no result") };
        outcome.ranking.len()
    });
}
