//! Compares translations with their original.

use std::path::{Path, PathBuf};

use which_cause_quiz::{
    Finding, FindingKind, JsonPath, Quiz, Value, translation_findings, translation_problems,
};

use super::file_report::FileReport;
use crate::number_format::CldrNumberFormat;
use crate::source_file::SourceFile;
use crate::translation_files::{original_beside, translations_beside};

/// The files to check: those that are named, then the translations beside each and, for a translation, the original beside it.
pub(super) fn with_files_beside<'p>(named: impl Iterator<Item = &'p PathBuf>) -> Vec<PathBuf> {
    let named: Vec<PathBuf> = named.cloned().collect();
    let beside =
        named.iter().flat_map(|path| original_beside(path).into_iter().chain(translations_beside(path)));
    let beside: Vec<PathBuf> = beside.map(|(_, path)| path).collect();
    let mut paths: Vec<PathBuf> = Vec::new();
    for path in named.into_iter().chain(beside) {
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    paths
}

/// Compares translations with their originals. The original of `bread.de.json` is the file `bread.json` beside it. Of other files
/// with the same quiz id, it is the file at `named`, or else the file with the shortest name.
pub(super) fn compare(reports: &mut [FileReport], named: Option<&Path>) {
    let named = named.map(SourceFile::display_name);
    for i in 0..reports.len() {
        let Some(original) = original_of(&reports[i], reports, named.as_deref()) else { continue };
        if let (Some(original_quiz), Some(quiz)) = (&reports[original].quiz, &reports[i].quiz) {
            let problems = translation_problems(original_quiz, quiz);
            // A part that is missing is a problem already.
            let findings = if problems.is_empty() {
                text_findings(&reports[original], &reports[i], quiz)
            } else {
                Vec::new()
            };
            reports[i].original = Some(reports[original].name.clone());
            reports[i].problems.extend(problems);
            reports[i].findings.extend(findings);
        }
    }
}

/// The findings about the texts of a translation beside its original.
fn text_findings(original: &FileReport, translation: &FileReport, quiz: &Quiz) -> Vec<Finding> {
    let (Ok(original), Ok(source)) = (&original.source, &translation.source) else { return Vec::new() };
    let (Ok(original), Ok(value)) = (Value::parse(&original.text), Value::parse(&source.text)) else {
        return Vec::new();
    };
    let language = quiz.language().as_str();
    let mut findings = translation_findings(&original, &value, &CldrNumberFormat::new(language));
    if let Some((named, _)) = original_beside(&translation.path)
        && !named.eq_ignore_ascii_case(language)
    {
        let kind = FindingKind::LanguageUnlikeName { named };
        findings.push(Finding { path: JsonPath::to_key("language"), kind });
    }
    findings
}

/// The index of the original of a file, if it is a translation.
fn original_of(report: &FileReport, reports: &[FileReport], named: Option<&str>) -> Option<usize> {
    if let Some((_, path)) = original_beside(&report.path) {
        return reports.iter().position(|other| other.path == path);
    }
    let id = report.quiz_id()?;
    let same_quiz = reports.iter().enumerate().filter(|(_, other)| other.quiz_id() == Some(id));
    let (i, original) =
        same_quiz.min_by_key(|(i, other)| (Some(&*other.name) != named, other.name.len(), *i))?;
    (original.name != report.name).then_some(i)
}
