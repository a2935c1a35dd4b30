//! Checks test cases in a file of their own against the quiz beside it: `bread.test-cases.json` belongs to `bread.json`.

use std::path::{Path, PathBuf};

use which_cause_quiz::Draft;

use super::file_kind::FileKind;
use super::file_report::FileReport;
use crate::source_file::SourceFile;

/// Checks the files with test cases among the reports.
pub(super) fn check_beside(reports: &mut [FileReport]) {
    for i in 0..reports.len() {
        if reports[i].kind != FileKind::TestCases {
            continue;
        }
        let path = quiz_path(&reports[i].path);
        let named = path.as_ref().and_then(|path| {
            let name = SourceFile::display_name(path);
            reports.iter().find(|report| report.name == name)?.draft.as_ref()
        });
        let read = || Some(Draft::read(&SourceFile::read(path.as_ref()?).ok()?.text));
        let problems = match (named, &reports[i].source) {
            (Some(draft), Ok(source)) => Some(draft.test_case_problems(source.json())),
            (None, Ok(source)) => read().map(|draft| draft.test_case_problems(source.json())),
            _ => None,
        };
        if let Some(problems) = problems {
            reports[i].problems.extend(problems);
        } else {
            let what = "test cases; `which-cause test QUIZ --cases FILE` runs them";
            reports[i].kind = FileKind::Other(what);
        }
    }
}

/// The path of the quiz that a file with test cases belongs to.
fn quiz_path(path: &Path) -> Option<PathBuf> {
    let (stem, _) = path.file_name()?.to_str()?.split_once('.')?;
    let quiz = path.with_file_name(format!("{stem}.json"));
    (quiz != path).then_some(quiz)
}
