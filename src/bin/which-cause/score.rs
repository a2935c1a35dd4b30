//! `score`: one reader's result as JSON. The shape is a contract with other tools.

use std::io::Write;
use std::path::PathBuf;

use serde_json::{Value, json};
use which_cause::quiz::{Outcome, Quiz, Reader, Stage};

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
    let quiz = Source::open(&options.quiz.path)?.quiz()?;
    let answers = Source::open(&options.answers)?;
    let reader: Reader = serde_json::from_str(&answers.text)
        .map_err(|error| Failure::Other(format!("{}: {error}", answers.name)))?;
    let unknown = reader.unknown(&quiz);
    if !unknown.is_empty() {
        let lines: Vec<String> = unknown.iter().map(|it| format!("{}: {it}", answers.name)).collect();
        return Err(Failure::Other(lines.join("\nwhich-cause: ")));
    }
    let session = reader.take(quiz.clone());
    let result = match session.stage() {
        Stage::Finished(outcome) => finished(&quiz, &outcome),
        Stage::Stopped(stop) => json!({
            "verdict": "stopped", "level": stop.level.as_str(), "soon": false, "course": false, "shown": [],
            "causes": []
        }),
        Stage::Screening(..) | Stage::Asking(..) => {
            return Err(Failure::Other("the quiz never ends".to_owned()));
        }
    };
    writeln!(out, "{result:#}")?;
    Ok(())
}

fn finished(quiz: &Quiz, outcome: &Outcome<'_>) -> Value {
    let causes: Vec<Value> = outcome
        .ranking
        .iter()
        .map(|it| {
            let words = quiz.band(it.score).id.as_str();
            json!({"id": it.cause.id.as_str(), "raw": it.raw, "max": it.max, "score": it.score, "words": words})
        })
        .collect();
    let shown: Vec<&str> = outcome.verdict.shown().iter().map(|it| it.cause.id.as_str()).collect();
    json!({
        "verdict": outcome.verdict.as_str(), "level": null, "soon": outcome.visit.is_some(),
        "course": outcome.course.is_offered(), "shown": shown, "causes": causes
    })
}
