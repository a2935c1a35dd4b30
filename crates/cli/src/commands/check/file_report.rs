//! The problems and findings of one file.

use std::path::{Path, PathBuf};

use which_cause_quiz::Finding;
use which_cause_quiz::{
    Drawings, Problem, Quiz, QuizId, Value, findings_with_progress, plural_findings, read,
    readability_findings, same_text_findings, test_cases, text_findings,
};

use super::drawings::is_drawings_file;
use crate::number_format::CldrNumberFormat;
use crate::progress_bar::ProgressBar;
use crate::source_file::SourceFile;
use crate::translation_files::original_beside;

/// The result of checking one file.
pub(super) struct FileReport {
    pub(super) path: PathBuf,
    pub(super) name: String,
    /// The text of the file, or the reason why it cannot be read.
    pub(super) source: Result<SourceFile, String>,
    /// The quiz, if the file is a valid quiz.
    pub(super) quiz: Option<Quiz>,
    /// The drawings, if the file is a valid drawings file.
    pub(super) drawings: Option<Drawings>,
    /// The name of the original, if the file was checked as a translation.
    pub(super) original: Option<String>,
    pub(super) problems: Vec<Problem>,
    pub(super) findings: Vec<Finding>,
}

impl FileReport {
    /// Checks a quiz file or a drawings file on its own.
    pub(super) fn check(path: &Path, tick: f64, progress: &ProgressBar) -> Self {
        let mut report = Self::unchecked(path);
        let Ok(source) = &report.source else { return report };
        if is_drawings_file(&source.text) {
            return Self::check_drawings(path);
        }
        match read(&source.text) {
            Ok(quiz) => {
                report.problems = test_cases(&source.text, &quiz).err().unwrap_or_default();
                report.findings = match original_beside(path) {
                    // A translation has the points of its original, and so its findings about points.
                    Some(_) => same_text_findings(&quiz),
                    None => quiz_findings(&quiz, tick, progress),
                };
                report.findings.extend(language_findings(&quiz, &source.text));
                report.quiz = Some(quiz);
            }
            Err(problems) => report.problems = problems,
        }
        report
    }

    /// Checks a drawings file on its own.
    pub(super) fn check_drawings(path: &Path) -> Self {
        let mut report = Self::unchecked(path);
        if let Ok(source) = &report.source {
            match Drawings::read(&source.text) {
                Ok(drawings) => report.drawings = Some(drawings),
                Err(problems) => report.problems = problems,
            }
        }
        report
    }

    /// Reads a file and checks nothing yet.
    fn unchecked(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            name: SourceFile::display_name(path),
            source: SourceFile::read(path),
            quiz: None,
            drawings: None,
            original: None,
            problems: Vec::new(),
            findings: Vec::new(),
        }
    }

    /// Whether the file cannot be read or has problems.
    pub(super) fn is_invalid(&self) -> bool {
        self.source.is_err() || !self.problems.is_empty()
    }

    pub(super) fn quiz_id(&self) -> Option<&QuizId> {
        self.quiz.as_ref().map(Quiz::id)
    }
}

/// The findings about a valid quiz that are the same in every language, and about texts that readers cannot tell apart.
fn quiz_findings(quiz: &Quiz, tick: f64, progress: &ProgressBar) -> Vec<Finding> {
    let mut random = fastrand::Rng::with_seed(0);
    findings_with_progress(quiz, tick, || random.f64(), |work| progress.set(work))
}

/// The findings about the language of a valid quiz and the text of its file.
fn language_findings(quiz: &Quiz, text: &str) -> Vec<Finding> {
    let mut findings = plural_findings(quiz, &CldrNumberFormat::new(quiz.language().as_str()));
    if let Ok(value) = Value::parse(text) {
        findings.extend(readability_findings(&value));
        findings.extend(text_findings(&value));
    }
    findings
}
