//! `test`: runs a quiz's test cases and reports those that get another result than expected.

use std::io::Write;
use std::path::PathBuf;

use serde_json::json;
use which_cause_quiz::test_cases;

use crate::source::Source;
use crate::{Failure, QuizFile};

#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    quiz: QuizFile,
    /// A file with the test cases, in place of those in the quiz file
    #[arg(long, value_name = "FILE")]
    cases: Option<PathBuf>,
    /// Print JSON, for programs
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let quiz_source = Source::open(&options.quiz.path)?;
    let quiz = quiz_source.quiz()?;
    let source = match &options.cases {
        Some(path) => Source::open(path)?,
        None => quiz_source,
    };
    let cases = source.right(test_cases(&source.text, &quiz))?;
    if cases.is_empty() {
        let message = format!("{} has no `test_cases`; give a file that has some with --cases", source.name);
        return Err(Failure::Other(message));
    }
    let misses: Vec<Vec<String>> = cases.iter().map(|case| case.misses(&quiz)).collect();
    let wrong = misses.iter().filter(|misses| !misses.is_empty()).count();
    if options.json {
        let results = cases.iter().zip(&misses);
        let results: Vec<_> =
            results.map(|(case, misses)| json!({"id": case.id.as_str(), "misses": misses})).collect();
        writeln!(out, "{:#}", json!({"test_cases": results, "wrong": wrong}))?;
    } else {
        for (case, misses) in cases.iter().zip(&misses) {
            writeln!(out, "{}  {}", if misses.is_empty() { "right" } else { "WRONG" }, case.id)?;
            for miss in misses {
                writeln!(out, "         {miss}")?;
            }
        }
        writeln!(out, "\n{} of {} test cases passed", cases.len() - wrong, cases.len())?;
    }
    if wrong == 0 { Ok(()) } else { Err(Failure::Findings) }
}
