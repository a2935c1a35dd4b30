//! `which-cause score` prints one reader's result as JSON. Other tools rely on the keys and their order.

use std::io::Write;
use std::path::PathBuf;

use serde::Serialize;
use which_cause_quiz::{Answers, Outcome, Quiz, RankedCause, Stage};

use crate::arguments::QuizFile;
use crate::failure::Failure;
use crate::source_file::SourceFile;

#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    quiz: QuizFile,
    /// The file with the reader's answers; - reads standard input
    #[arg(long, value_name = "FILE")]
    answers: PathBuf,
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    if options.quiz.path == options.answers {
        let message = "the quiz and the answers are the same file; give two files";
        return Err(Failure::Other(message.to_owned()));
    }
    let quiz = SourceFile::open(&options.quiz.path)?.quiz()?;
    let answers_file = SourceFile::open(&options.answers)?;
    let answers = answers_file.or_print_problems(Answers::read(&answers_file.text, &quiz))?;
    let session = answers.replay(quiz.clone());
    let result = match session.stage() {
        Stage::Finished(outcome) => finished(&quiz, &outcome),
        Stage::Stopped(stop) => JsonResult {
            verdict: "stopped",
            level: Some(stop.level.as_str()),
            soon: false,
            course: false,
            shown: Vec::new(),
            causes: Vec::new(),
        },
        // Answers on a safety screen are never missing: no answer means "none of these".
        Stage::SafetyScreen(..) => return Err(Failure::Other("the quiz did not end".to_owned())),
        Stage::Question(question, _) => {
            return Err(Failure::Other(format!("the question `{}` is required: answer it", question.id)));
        }
    };
    let json = serde_json::to_string_pretty(&result).map_err(|error| Failure::Other(error.to_string()))?;
    writeln!(out, "{json}")?;
    Ok(())
}

/// One reader's result.
#[derive(Serialize)]
struct JsonResult {
    verdict: &'static str,
    level: Option<&'static str>,
    soon: bool,
    course: bool,
    shown: Vec<String>,
    causes: Vec<JsonCause>,
}

#[derive(Serialize)]
struct JsonCause {
    id: String,
    raw: i32,
    max: i32,
    score: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<String>,
}

/// The result of a reader who finished the quiz.
fn finished(quiz: &Quiz, outcome: &Outcome<'_>) -> JsonResult {
    let json_cause = |ranked: &RankedCause<'_>| JsonCause {
        id: ranked.cause.id.to_string(),
        raw: ranked.raw,
        max: ranked.max,
        score: ranked.score,
        words: quiz.band(ranked.score).map(|band| band.id.to_string()),
    };
    JsonResult {
        verdict: outcome.verdict.as_str(),
        level: None,
        soon: outcome.visit.is_some(),
        course: outcome.offers_course(),
        shown: outcome.verdict.shown().iter().map(|ranked| ranked.cause.id.to_string()).collect(),
        causes: outcome.ranking.iter().map(json_cause).collect(),
    }
}
