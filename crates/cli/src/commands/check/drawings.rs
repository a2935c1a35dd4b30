//! Checks drawings files and compares them with the quizzes that name them.

use std::path::PathBuf;

use which_cause_quiz::{JsonPath, Problem, ProblemKind, Quiz, unused_drawing_findings};

use super::file_report::FileReport;
use crate::source_file::SourceFile;

/// Checks the drawings files beside quiz files, and adds a report for each.
pub(super) fn check_beside(reports: &mut Vec<FileReport>) {
    let quiz_count = reports.len();
    // For each quiz file, the index of its drawings file.
    let mut uses: Vec<(usize, usize)> = Vec::new();
    for quiz_index in 0..quiz_count {
        let Some(path) = drawings_path(&reports[quiz_index]) else { continue };
        let name = SourceFile::display_name(&path);
        let known = reports.iter().position(|report| report.name == name);
        if known.is_none() && !path.exists() {
            let kind = ProblemKind::NoSuchFile { name };
            reports[quiz_index].problems.push(Problem { path: JsonPath::to_key("drawings"), kind });
            continue;
        }
        let drawings_index = known.unwrap_or_else(|| {
            let mut report = FileReport::unchecked(&path);
            report.check_drawings();
            reports.push(report);
            reports.len() - 1
        });
        uses.push((quiz_index, drawings_index));
        if let (Some(draft), Some(drawings)) = (&reports[quiz_index].draft, &reports[drawings_index].drawings)
        {
            let problems = draft.drawing_problems(drawings);
            reports[quiz_index].problems.extend(problems);
        }
    }
    for drawings_index in 0..reports.len() {
        let users = uses.iter().filter(|(_, index)| *index == drawings_index);
        let quizzes: Vec<&Quiz> =
            users.filter_map(|(quiz_index, _)| reports[*quiz_index].quiz.as_ref()).collect();
        if let Some(drawings) = reports[drawings_index].drawings.as_ref().filter(|_| !quizzes.is_empty()) {
            let findings = unused_drawing_findings(&quizzes, drawings);
            reports[drawings_index].findings.extend(findings);
        }
    }
}

/// The path of a quiz's drawings file, if the quiz names a file beside itself.
fn drawings_path(report: &FileReport) -> Option<PathBuf> {
    report.path_beside(report.draft.as_ref()?.drawings()?)
}
