//! `check`: every problem in quiz files and their drawings, and what is odd about those that are right.

mod drawings;

use std::io::Write;
use std::path::{Path as FilePath, PathBuf};

use serde_json::{Value as Json, json};
use which_cause_quiz::Finding;
use which_cause_quiz::{
    Drawings, JsonPath, Problem, ProblemKind, Quiz, QuizId, Value, findings_with_progress, plural_findings,
    read, readability_findings, test_cases, text_findings, translation_problems,
};

use crate::counting::Counting;
use crate::progress::Progress;
use crate::source::Source;
use crate::{Failure, chance};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The quiz files; - reads one from standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The file of which those with the same id are translations; without it, the one with the shortest name
    #[arg(long, value_name = "FILE")]
    original: Option<PathBuf>,
    /// The chance that a random reader ticks a box, for what is lopsided
    #[arg(long, value_name = "P", default_value_t = 0.25, value_parser = chance)]
    tick: f64,
    /// End with exit code 1 where anything is odd
    #[arg(long)]
    strict: bool,
    /// Print JSON, for programs
    #[arg(long)]
    json: bool,
}

/// What was found in one file.
struct Checked {
    path: PathBuf,
    name: String,
    /// What stands in it, or why nobody can tell.
    source: Result<Source, String>,
    quiz: Option<Quiz>,
    drawings: Option<Drawings>,
    /// The file of which it is a translation.
    original: Option<String>,
    problems: Vec<Problem>,
    findings: Vec<Finding>,
}

pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let mut files: Vec<Checked> = Vec::new();
    let progress = Progress::start();
    for path in options.original.iter().chain(&options.files) {
        if files.iter().all(|it| it.name != Source::name_of(path)) {
            files.push(check(path, options.tick, &progress));
        }
    }
    drop(progress);
    hold_translations(&mut files, options.original.as_deref());
    drawings::hold(&mut files);
    if options.json {
        let files: Vec<_> = files.iter().map(as_json).collect();
        writeln!(out, "{:#}", json!({"files": files}))?;
    } else {
        for file in &files {
            tell(file, out)?;
        }
    }
    if files.iter().any(Checked::is_wrong) {
        Err(Failure::Problems)
    } else if options.strict && files.iter().any(|file| !file.findings.is_empty()) {
        Err(Failure::Findings)
    } else {
        Ok(())
    }
}

impl Checked {
    /// A file that has been read, and nothing of it checked yet.
    fn of(path: &FilePath) -> Self {
        Self {
            path: path.to_owned(),
            name: Source::name_of(path),
            source: Source::read(path),
            quiz: None,
            drawings: None,
            original: None,
            problems: Vec::new(),
            findings: Vec::new(),
        }
    }

    fn is_wrong(&self) -> bool {
        self.source.is_err() || !self.problems.is_empty()
    }

    fn id(&self) -> Option<&QuizId> {
        self.quiz.as_ref().map(Quiz::id)
    }
}

/// Everything about one file by itself.
fn check(path: &FilePath, tick: f64, progress: &Progress) -> Checked {
    let mut file = Checked::of(path);
    let Ok(source) = &file.source else { return file };
    if drawings::are_drawings(&source.text) {
        return drawings::check(path);
    }
    match read(&source.text) {
        Ok(quiz) => {
            file.problems = test_cases(&source.text, &quiz).err().unwrap_or_default();
            let mut random = fastrand::Rng::with_seed(0);
            file.findings = findings_with_progress(&quiz, tick, || random.f64(), |work| progress.set(work));
            file.findings.extend(plural_findings(&quiz, &Counting::of(quiz.language().as_str())));
            if let Ok(value) = Value::parse(&source.text) {
                file.findings.extend(readability_findings(&value));
                file.findings.extend(text_findings(&value));
            }
            file.quiz = Some(quiz);
        }
        Err(problems) => file.problems = problems,
    }
    file
}

/// Holds files with the same id to one of them.
fn hold_translations(files: &mut [Checked], named: Option<&FilePath>) {
    let named = named.map(Source::name_of);
    for i in 0..files.len() {
        let same = (0..files.len()).filter(|j| files[*j].id().is_some() && files[*j].id() == files[i].id());
        let shortest = |j: &usize| (Some(&files[*j].name) != named.as_ref(), files[*j].name.len(), *j);
        let Some(original) = same.min_by_key(shortest).filter(|it| *it != i) else { continue };
        if let [Some(one), Some(other)] = [original, i].map(|it| files[it].quiz.as_ref()) {
            let found = translation_problems(one, other);
            files[i].original = Some(files[original].name.clone());
            files[i].problems.extend(found);
        }
    }
}

fn tell(file: &Checked, out: &mut impl Write) -> Result<(), Failure> {
    let source = match &file.source {
        Ok(source) => source,
        Err(why) => {
            writeln!(out, "{}: {why}", file.name)?;
            return Ok(());
        }
    };
    source.tell_problems(&file.problems, out)?;
    source.tell_findings(&file.findings, out)?;
    let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let (problems, findings) = (count(file.problems.len(), "problem"), count(file.findings.len(), "finding"));
    write!(out, "{}: {problems}, {findings}", file.name)?;
    if let Some(original) = &file.original {
        write!(out, " (held to {original} as its translation)")?;
    }
    writeln!(out)?;
    Ok(())
}

fn as_json(file: &Checked) -> Json {
    let source = match &file.source {
        Ok(source) => source,
        Err(why) => {
            let problem = json!({"kind": "unreadable", "place": "", "message": why});
            return json!({"file": file.name, "original": null, "problems": [problem], "findings": []});
        }
    };
    let entry = |kind: &str, place: &JsonPath, message: String, at: usize| {
        let (line, column) = source.line_and_column(at);
        json!({"kind": kind, "place": place.to_string(), "message": message, "line": line, "column": column})
    };
    let problem = |it: &Problem| {
        let (kind, at): (&ProblemKind, _) = (&it.kind, source.span_of_problem(it).start);
        entry(kind.code(), &it.path, kind.to_string(), at)
    };
    let finding = |it: &Finding| {
        let at = source.span(&it.path, false).start;
        entry(it.kind.code(), &it.path, it.kind.to_string(), at)
    };
    json!({
        "file": file.name,
        "original": file.original,
        "problems": file.problems.iter().map(problem).collect::<Vec<_>>(),
        "findings": file.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}
