//! The problems and findings of one file.

use std::path::{Path, PathBuf};

use which_cause_quiz::Finding;
use which_cause_quiz::{
    Address, Draft, Drawings, Problem, Quiz, QuizId, Value, add_balance_advice, findings_with_progress,
    plural_findings, readability_findings, same_text_findings, text_findings,
};

use super::file_kind::FileKind;
use crate::number_format::CldrNumberFormat;
use crate::percent_encoding::percent_decode;
use crate::progress_bar::ProgressBar;
use crate::source_file::{SourceFile, is_stdin};
use crate::translation_files::original_beside;

/// The result of checking one file.
pub(super) struct FileReport {
    pub(super) path: PathBuf,
    pub(super) name: String,
    /// The text of the file, or the reason why it cannot be read.
    pub(super) source: Result<SourceFile, String>,
    pub(super) kind: FileKind,
    /// The quiz as far as it can be read, if the file is a quiz.
    pub(super) draft: Option<Draft>,
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
    /// Checks a file on its own.
    pub(super) fn check(path: &Path, tick: f64, progress: &ProgressBar) -> Self {
        let mut report = Self::unchecked(path);
        match report.kind {
            FileKind::Quiz => report.check_quiz(tick, progress),
            FileKind::Drawings => report.check_drawings(),
            FileKind::TestCases | FileKind::Other(_) => {}
        }
        report
    }

    /// Checks the file as a quiz.
    pub(super) fn check_quiz(&mut self, tick: f64, progress: &ProgressBar) {
        self.kind = FileKind::Quiz;
        let Ok(source) = &mut self.source else { return };
        // An unreadable rest has been reported by the repair.
        let draft = Draft::read(source.json());
        if Value::parse(source.json()).is_ok() {
            self.problems.extend(draft.problems().iter().cloned());
            self.problems.extend(draft.test_case_problems(source.json()));
        }
        if self.problems.is_empty()
            && let Some(quiz) = draft.quiz()
        {
            let language = quiz.language().as_str();
            let is_translation =
                original_beside(&self.path).is_some_and(|(named, _)| named.eq_ignore_ascii_case(language));
            // A translation has the points of its original, and so its findings about points.
            self.findings =
                if is_translation { same_text_findings(quiz) } else { quiz_findings(quiz, tick, progress) };
            self.findings.extend(language_findings(quiz, &source.text));
            self.quiz = Some(quiz.clone());
        }
        self.draft = Some(draft);
    }

    /// Checks the file as a drawings file.
    pub(super) fn check_drawings(&mut self) {
        self.kind = FileKind::Drawings;
        let Ok(source) = &self.source else { return };
        match Drawings::read(source.json()) {
            Ok(drawings) => self.drawings = Some(drawings),
            Err(problems) if Value::parse(source.json()).is_ok() => self.problems.extend(problems),
            Err(_) => {}
        }
    }

    /// Reads a file and checks only its JSON.
    pub(super) fn unchecked(path: &Path) -> Self {
        let mut source = SourceFile::read(path);
        let (mut problems, mut kind) = (Vec::new(), FileKind::Quiz);
        if let Ok(source) = &mut source {
            problems = source.repair();
            kind = FileKind::of(source.json());
        }
        Self {
            path: path.to_owned(),
            name: SourceFile::display_name(path),
            source,
            kind,
            draft: None,
            quiz: None,
            drawings: None,
            original: None,
            problems,
            findings: Vec::new(),
        }
    }

    /// Whether the file cannot be read or has problems.
    pub(super) fn is_invalid(&self) -> bool {
        self.source.is_err() || !self.problems.is_empty()
    }

    /// The path of a file that the quiz file names, if that is beside it.
    pub(super) fn path_beside(&self, address: &Address) -> Option<PathBuf> {
        let address =
            Some(address).filter(|address| address.is_relative() && !is_stdin(&self.path))?.as_str();
        let path =
            address.split(['?', '#']).next().filter(|path| !path.is_empty() && !path.starts_with('/'))?;
        Some(self.path.with_file_name(percent_decode(path)))
    }

    pub(super) fn quiz_id(&self) -> Option<&QuizId> {
        self.quiz.as_ref().map(Quiz::id)
    }
}

/// The findings about a valid quiz that are the same in every language, and about texts that readers cannot tell apart.
fn quiz_findings(quiz: &Quiz, tick: f64, progress: &ProgressBar) -> Vec<Finding> {
    let mut random = fastrand::Rng::with_seed(0);
    let mut findings = findings_with_progress(quiz, tick, || random.f64(), |work| progress.set(work));
    add_balance_advice(quiz, tick, &mut findings, || random.f64(), |work| progress.set(work));
    findings
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
