//! `check`: every problem in quiz files, and what is odd about those that are right.

use std::collections::HashMap;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use serde_json::json;
use which_cause::quiz::finding::Finding;
use which_cause::quiz::odds::Model;
use which_cause::quiz::{
    Fault, Path, Problem, Quiz, Value, check_readers, differences, findings, hard_texts, read,
};

use crate::Failure;
use crate::readers::readers_in;
use crate::source::Source;

/// How often a random reader ticks a box, for what is lopsided: about one of four is what people tick.
const TICK: f64 = 0.25;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The quiz files; - reads one from standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// End with exit code 1 where anything is odd
    #[arg(long)]
    strict: bool,
    /// Print JSON, for programs
    #[arg(long)]
    json: bool,
}

/// What was found in one file.
struct Checked {
    source: Source,
    problems: Vec<Problem>,
    findings: Vec<Finding>,
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let mut originals: HashMap<String, Arc<Quiz>> = HashMap::new();
    let mut files = Vec::new();
    for path in &options.files {
        files.push(check(Source::open(path)?, &mut originals));
    }
    if options.json {
        let files: Vec<_> = files.iter().map(as_json).collect();
        writeln!(out, "{:#}", json!({"files": files}))?;
    } else {
        for file in &files {
            tell(file, out)?;
        }
    }
    if files.iter().any(|file| !file.problems.is_empty()) {
        Err(Failure::Problems)
    } else if options.strict && files.iter().any(|file| !file.findings.is_empty()) {
        Err(Failure::Findings)
    } else {
        Ok(())
    }
}

fn check(source: Source, originals: &mut HashMap<String, Arc<Quiz>>) -> Checked {
    let quiz = match read(&source.text) {
        Ok(quiz) => Arc::new(quiz),
        Err(problems) => return Checked { source, problems, findings: Vec::new() },
    };
    let original = originals.entry(quiz.id().to_string()).or_insert_with(|| Arc::clone(&quiz));
    let mut problems = differences(original, &quiz);
    match readers_in(&source.text) {
        Ok(readers) => problems.extend(check_readers(&quiz, &readers)),
        Err(error) => problems.push(unreadable_readers(&error)),
    }
    let mut random = fastrand::Rng::with_seed(0);
    let mut findings = findings(&quiz, Model { tick: TICK }, || random.f64());
    if let Ok(file) = Value::from_json(&source.text) {
        findings.extend(hard_texts(&file));
    }
    Checked { source, problems, findings }
}

/// That what stands under `readers` is none.
fn unreadable_readers(error: &serde_json::Error) -> Problem {
    Problem {
        place: Path::to_key("readers"),
        fault: Fault::UnfitReader { what: format!("no readers: {error}") },
    }
}

fn tell(file: &Checked, out: &mut impl Write) -> Result<(), Failure> {
    file.source.tell_problems(&file.problems, out)?;
    file.source.tell_findings(&file.findings, out)?;
    let count = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let (problems, findings) = (count(file.problems.len(), "problem"), count(file.findings.len(), "finding"));
    writeln!(out, "{}: {problems}, {findings}", file.source.name)?;
    Ok(())
}

fn as_json(file: &Checked) -> serde_json::Value {
    let entry = |place: &Path, message: String, at: usize| {
        let (line, column) = file.source.line_and_column(at);
        json!({"place": place.to_string(), "message": message, "line": line, "column": column})
    };
    let problems: Vec<_> = file
        .problems
        .iter()
        .map(|it| entry(&it.place, it.fault.to_string(), file.source.span_of_problem(it).start))
        .collect();
    let findings: Vec<_> = file
        .findings
        .iter()
        .map(|it| entry(&it.place, it.oddity.to_string(), file.source.span(&it.place, false).start))
        .collect();
    json!({"file": file.source.name, "problems": problems, "findings": findings})
}
