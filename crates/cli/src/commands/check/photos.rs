//! Checks the photos beside quiz files: whether they are there, their format, size and weight.

use std::collections::HashMap;

use which_cause_quiz::{
    Draft, Finding, FindingKind, JsonPath, MAX_KILOBYTES_BY_ANSWERS, MAX_KILOBYTES_OF_PHOTO, PathSegment,
    Problem, ProblemKind,
};

use super::file_report::FileReport;
use crate::photo_file::{self, PhotoFile};
use crate::source_file::SourceFile;

/// Checks the photos beside the quiz files. Photos elsewhere on the web are not looked at.
pub(super) fn check_beside(reports: &mut [FileReport]) {
    for report in reports {
        check_photos(report);
    }
}

fn check_photos(report: &mut FileReport) {
    let photos = report.draft.as_ref().map(Draft::photos).unwrap_or_default();
    // The bytes of each photo, by its address.
    let mut weights: HashMap<String, usize> = HashMap::new();
    for (path, photo) in photos {
        let Some(file) = report.path_beside(&photo.address) else { continue };
        let Ok(bytes) = std::fs::read(&file) else {
            let kind = ProblemKind::NoSuchFile { name: SourceFile::display_name(&file) };
            report.problems.push(Problem { path, kind });
            continue;
        };
        let kilobytes = bytes.len().div_ceil(1_000);
        let is_known = weights.insert(photo.address.as_str().to_owned(), bytes.len()).is_some();
        if kilobytes > MAX_KILOBYTES_OF_PHOTO && !is_known {
            let kind = FindingKind::HeavyPhoto { kilobytes, most: MAX_KILOBYTES_OF_PHOTO };
            report.findings.push(Finding { path: path.clone(), kind });
        }
        let kind = match photo_file::read(&bytes) {
            PhotoFile::Other(found) => ProblemKind::NotAPhoto { found },
            PhotoFile::Photo([width, height]) => {
                // A size that is not there yet is reported with the numbers to write.
                report.problems.retain(|problem| !is_missing_size(problem, &path));
                let named =
                    [photo.width.get(), photo.height.get()].map(|it| usize::try_from(it).unwrap_or(0));
                if named == [width, height] {
                    continue;
                }
                ProblemKind::WrongPhotoSize { width, height }
            }
        };
        report.problems.push(Problem { path, kind });
    }
    let Some(quiz) = &report.quiz else { return };
    let by_answers: Vec<&str> = quiz.photos_by_answers().split_whitespace().collect();
    let bytes: usize = by_answers.iter().filter_map(|address| weights.get(*address)).sum();
    let (count, kilobytes) = (by_answers.len(), bytes.div_ceil(1_000));
    if kilobytes > MAX_KILOBYTES_BY_ANSWERS {
        let kind = FindingKind::HeavyPhotos { count, kilobytes, most: MAX_KILOBYTES_BY_ANSWERS };
        report.findings.push(Finding { path: JsonPath::to_key("causes"), kind });
    }
}

/// Whether a problem is that the picture at a path has no width or no height.
fn is_missing_size(problem: &Problem, picture: &JsonPath) -> bool {
    let missing = matches!(problem.kind, ProblemKind::Missing { .. });
    match problem.path.segments().split_last() {
        Some((PathSegment::Key(key), parent)) => {
            missing && parent == picture.segments() && ["width", "height"].contains(&key.as_str())
        }
        _ => false,
    }
}
