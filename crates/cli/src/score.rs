//! `score`: one reader's result as JSON. The shape is a contract with other tools.

use std::io::Write;
use std::path::PathBuf;

use serde::Serialize;
use which_cause_quiz::{Answers, Outcome, Quiz, RankedCause, Stage};

use crate::source::Source;
use crate::{Failure, QuizFile};

#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    quiz: QuizFile,
    /// The reader's answers; - reads them from standard input
    #[arg(long, value_name = "FILE")]
    answers: PathBuf,
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    if options.quiz.path == options.answers {
        let message = "the quiz and the answers are one file; give each its own";
        return Err(Failure::Other(message.to_owned()));
    }
    let quiz = Source::open(&options.quiz.path)?.quiz()?;
    let answers = Source::open(&options.answers)?;
    let reader = answers.right(Answers::read(&answers.text, &quiz))?;
    let session = reader.take(quiz.clone());
    let result = match session.stage() {
        Stage::Finished(outcome) => finished(&quiz, &outcome),
        Stage::Stopped(stop) => Scored {
            verdict: "stopped",
            level: Some(stop.level.as_str()),
            soon: false,
            course: false,
            shown: Vec::new(),
            causes: Vec::new(),
        },
        Stage::SafetyScreen(..) | Stage::Question(..) => {
            return Err(Failure::Other("the quiz never ends".to_owned()));
        }
    };
    let json = serde_json::to_string_pretty(&result).map_err(|error| Failure::Other(error.to_string()))?;
    writeln!(out, "{json}")?;
    Ok(())
}

/// One reader's result, in the shape that other tools read.
#[derive(Serialize)]
struct Scored {
    verdict: &'static str,
    level: Option<&'static str>,
    soon: bool,
    course: bool,
    shown: Vec<String>,
    causes: Vec<ScoredCause>,
}

#[derive(Serialize)]
struct ScoredCause {
    id: String,
    raw: u32,
    max: u32,
    score: u32,
    words: String,
}

fn finished(quiz: &Quiz, outcome: &Outcome<'_>) -> Scored {
    let cause = |it: &RankedCause<'_>| ScoredCause {
        id: it.cause.id.to_string(),
        raw: it.raw,
        max: it.max,
        score: it.score,
        words: quiz.band(it.score).id.to_string(),
    };
    Scored {
        verdict: outcome.verdict.as_str(),
        level: None,
        soon: outcome.visit.is_some(),
        course: outcome.course.is_offered() && quiz.course().is_some(),
        shown: outcome.verdict.shown().iter().map(|it| it.cause.id.to_string()).collect(),
        causes: outcome.ranking.iter().map(cause).collect(),
    }
}
