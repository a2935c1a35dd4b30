//! Checks test cases in a file of their own against the quiz beside it: `bread.test-cases.json` belongs to `bread.json`. Finds
//! causes without a test case.

use std::path::{Path, PathBuf};

use which_cause_quiz::{Draft, Finding, Quiz, test_case_findings, test_cases};

use super::file_kind::FileKind;
use super::file_report::FileReport;
use crate::source_file::{SourceFile, is_stdin};

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
            let what = "these are test cases; `which-cause test QUIZ --cases FILE` runs them";
            reports[i].kind = FileKind::Other(what);
        }
    }
}

/// The path of the quiz that a file with test cases belongs to. The name of the quiz can have a period: `bread.v2.test-cases.json`
/// belongs to `bread.v2.json`.
fn quiz_path(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let stem = name.strip_suffix(".test-cases.json").or_else(|| Some(name.split_once('.')?.0))?;
    let quiz = path.with_file_name(format!("{stem}.json"));
    (quiz != path).then_some(quiz)
}

/// Adds the findings about causes without a test case, in a quiz file or in the file beside it. A translation has the test cases of
/// its original.
pub(super) fn find_untested(reports: &mut [FileReport]) {
    for report in reports.iter_mut().filter(|report| report.original.is_none()) {
        let (Some(quiz), Ok(source)) = (&report.quiz, &report.source) else { continue };
        let beside = cases_path(&report.path).and_then(|path| SourceFile::read(&path).ok());
        let texts = [Some(source), beside.as_ref()];
        let findings = untested(quiz, texts.into_iter().flatten().map(SourceFile::json));
        report.findings.extend(findings);
    }
}

/// The findings about causes that no test case of these texts expects; none if a test case is wrong.
fn untested<'t>(quiz: &Quiz, texts: impl Iterator<Item = &'t str>) -> Vec<Finding> {
    let mut cases = Vec::new();
    for text in texts {
        let Ok(more) = test_cases(text, quiz) else { return Vec::new() };
        cases.extend(more);
    }
    test_case_findings(quiz, &cases)
}

/// The path of the file with test cases beside a quiz.
fn cases_path(quiz: &Path) -> Option<PathBuf> {
    let name = quiz.file_name()?.to_str()?.strip_suffix(".json")?;
    let path = quiz.with_file_name(format!("{name}.test-cases.json"));
    (!is_stdin(quiz) && path.exists()).then_some(path)
}
