//! Compares translations with their original.

use std::path::Path;

use which_cause_quiz::translation_problems;

use super::file_report::FileReport;
use crate::source_file::SourceFile;

/// Compares files that have the same quiz id. The original is the file at `named`, or else the file with the shortest name.
pub(super) fn compare(reports: &mut [FileReport], named: Option<&Path>) {
    let named = named.map(SourceFile::display_name);
    for i in 0..reports.len() {
        let Some(original) = original_of(&reports[i], reports, named.as_deref()) else { continue };
        if let (Some(original_quiz), Some(quiz)) = (&reports[original].quiz, &reports[i].quiz) {
            let problems = translation_problems(original_quiz, quiz);
            reports[i].original = Some(reports[original].name.clone());
            reports[i].problems.extend(problems);
        }
    }
}

/// The index of the original of a file, if it is a translation.
fn original_of(report: &FileReport, reports: &[FileReport], named: Option<&str>) -> Option<usize> {
    let id = report.quiz_id()?;
    let same_quiz = reports.iter().enumerate().filter(|(_, other)| other.quiz_id() == Some(id));
    let (i, original) =
        same_quiz.min_by_key(|(i, other)| (Some(&*other.name) != named, other.name.len(), *i))?;
    (original.name != report.name).then_some(i)
}
