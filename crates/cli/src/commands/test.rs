//! `which-cause test` runs a quiz's test cases and reports the results that are not as expected.

use std::io::Write;
use std::path::PathBuf;

use serde_json::json;
use which_cause_quiz::test_cases;

use crate::arguments::QuizFile;
use crate::failure::Failure;
use crate::source_file::SourceFile;

#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    quiz: QuizFile,
    /// A file with the test cases, instead of those in the quiz file
    #[arg(long, value_name = "FILE")]
    cases: Option<PathBuf>,
    /// Print JSON, for programs
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let quiz_file = SourceFile::open(&options.quiz.path)?;
    let quiz = quiz_file.quiz()?;
    let cases_file = match &options.cases {
        Some(path) => SourceFile::open(path)?,
        None => quiz_file,
    };
    let cases = cases_file.or_print_problems(test_cases(&cases_file.text, &quiz))?;
    if cases.is_empty() {
        let name = &cases_file.name;
        let message = format!("{name} has no `test_cases`; give a file with test cases with --cases");
        return Err(Failure::Other(message));
    }
    let misses: Vec<Vec<String>> =
        cases.iter().map(|case| case.failures(&quiz).iter().map(ToString::to_string).collect()).collect();
    let failed = misses.iter().filter(|misses| !misses.is_empty()).count();
    let results = cases.iter().zip(&misses);
    if options.json {
        let results: Vec<_> =
            results.map(|(case, misses)| json!({"id": case.id.as_str(), "misses": misses})).collect();
        writeln!(out, "{:#}", json!({"test_cases": results, "wrong": failed}))?;
    } else {
        for (case, misses) in results {
            writeln!(out, "{}  {}", if misses.is_empty() { "right" } else { "WRONG" }, case.id)?;
            for miss in misses {
                writeln!(out, "         {miss}")?;
            }
        }
        writeln!(out, "\n{} of {} test cases passed", cases.len() - failed, cases.len())?;
    }
    if failed == 0 { Ok(()) } else { Err(Failure::Findings) }
}
