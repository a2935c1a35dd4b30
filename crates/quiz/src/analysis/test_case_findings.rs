//! Finds causes that no test case expects.

use crate::analysis::finding::{Finding, FindingKind};
use crate::analysis::test_case::TestCase;
use crate::decode::json_path::PathRef;
use crate::file::test_case_file::ExpectedVerdict;
use crate::model::quiz::{Cause, Quiz};

/// A finding for each cause that no test case expects first or among the shown ones. If there are no test cases at all, one finding
/// says so.
#[must_use]
pub fn test_case_findings(quiz: &Quiz, cases: &[TestCase]) -> Vec<Finding> {
    let root = PathRef::Root;
    if cases.is_empty() {
        return vec![Finding { path: root.to_path(), kind: FindingKind::NoTestCases }];
    }
    let path = root.key("causes");
    let untested = quiz.causes.iter().enumerate().filter(|(_, cause)| {
        !cases.iter().any(|case| {
            let expect = &case.expect;
            // Where nothing stands out, the first cause is not in the result.
            let is_result = expect.verdict != Some(ExpectedVerdict::Nothing);
            expect.shown.contains(&cause.id) || is_result && expect.first.as_ref() == Some(&cause.id)
        })
    });
    let finding = |(i, cause): (usize, &Cause)| Finding {
        path: path.item(i).to_path(),
        kind: FindingKind::CauseUntested { cause: cause.id.to_string() },
    };
    untested.map(finding).collect()
}
