//! `readers`: whether the readers that a quiz carries get what they must.

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
    /// A file with the readers, in place of those in the quiz file
    #[arg(long, value_name = "FILE")]
    readers: Option<PathBuf>,
    /// Print JSON, for programs
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let source = Source::open(&options.quiz.path)?;
    let quiz = source.quiz()?;
    let source = match &options.readers {
        Some(path) => Source::open(path)?,
        None => source,
    };
    let readers = source.right(test_cases(&source.text, &quiz))?;
    if readers.is_empty() {
        let message = format!("{} has no `readers`; give a file that has with --readers", source.name);
        return Err(Failure::Other(message));
    }
    let mut all = Vec::new();
    for case in &readers {
        let misses = case.failures(&quiz);
        if !options.json {
            writeln!(out, "{}  {}", if misses.is_empty() { "right" } else { "WRONG" }, case.id)?;
            for miss in &misses {
                writeln!(out, "         {miss}")?;
            }
        }
        all.push((case, misses));
    }
    let wrong = all.iter().filter(|(_, misses)| !misses.is_empty()).count();
    if options.json {
        let readers: Vec<_> =
            all.iter().map(|(case, misses)| json!({"id": case.id.as_str(), "misses": misses})).collect();
        writeln!(out, "{:#}", json!({"readers": readers, "wrong": wrong}))?;
    } else {
        writeln!(out, "\n{} of {} readers got what they must", all.len() - wrong, all.len())?;
    }
    if wrong == 0 { Ok(()) } else { Err(Failure::Findings) }
}
