//! Test cases: readers whom the author writes down, with the results that they must get. They are in the quiz file, and in
//! companions that have nothing but test cases.

mod answers;
mod recorded;
mod result_text;
mod run;
mod runs;

pub(crate) use answers::{
    StepChoice, StepOfFile, causes, picked_values, question_at, questions, screens, value_of_picks,
};
pub(crate) use recorded::{no_result_yet, recorded_case, recorded_text};
pub(crate) use run::{CaseOutcome, CaseRun};
pub(crate) use runs::TestRuns;

use which_cause_quiz::{JsonPath, Value};

use crate::document::{Document, File, children, get};

/// The key of the test cases in a file.
const TEST_CASES: &str = "test_cases";

/// The path of the list of test cases in a file.
pub(crate) fn test_cases_path() -> JsonPath {
    JsonPath::to_key(TEST_CASES)
}

/// Whether a companion is a file of test cases.
pub(crate) fn is_test_case_file(value: &Value) -> bool {
    matches!(get(value, &test_cases_path()), Some(Value::Array(_)))
        && get(value, &JsonPath::to_key("questions")).is_none()
}

/// The indexes of the files with test cases: that of the quiz file, and then those of its companions with test cases.
pub(crate) fn test_case_files(files: &[File]) -> Vec<usize> {
    let companions = files.iter().enumerate().skip(1);
    let companions = companions.filter(|(_, file)| is_test_case_file(&file.value)).map(|(index, _)| index);
    [Document::QUIZ].into_iter().chain(companions).collect()
}

/// The position of a test case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CasePosition {
    /// The index of its file.
    pub(crate) file: usize,
    /// Its index in the list of that file.
    pub(crate) index: usize,
}

/// The positions of all test cases, in their order.
pub(crate) fn case_positions(files: &[File]) -> Vec<CasePosition> {
    let positions = test_case_files(files).into_iter().flat_map(|file| {
        let count = children(&files[file].value, &test_cases_path()).len();
        (0..count).map(move |index| CasePosition { file, index })
    });
    positions.collect()
}

/// The file that a new test case belongs to: the quiz file, unless only companions have test cases.
pub(crate) fn file_for_new_case(files: &[File]) -> usize {
    let used = test_case_files(files);
    let has_cases = |file: &usize| !children(&files[*file].value, &test_cases_path()).is_empty();
    used.iter().copied().find(has_cases).or_else(|| used.get(1).copied()).unwrap_or(Document::QUIZ)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_test_case_goes_where_the_others_are() {
        let file = |text: &str| File::open("quiz.json", text).expect("JSON");
        let quiz = file(r#"{"questions": []}"#);
        assert_eq!(file_for_new_case(std::slice::from_ref(&quiz)), 0);
        assert_eq!(file_for_new_case(&[quiz, file(r#"{"test_cases": []}"#)]), 1);
    }

    #[test]
    fn test_cases_are_those_of_the_quiz_and_then_those_of_files_of_their_own() {
        let files = [
            ("quiz.json", r#"{"questions": [], "test_cases": [{"id": "a"}]}"#),
            ("quiz.de.json", r#"{"questions": [], "test_cases": [{"id": "copied"}]}"#),
            ("quiz.test-cases.json", r#"{"test_cases": [{"id": "b"}, {"id": "c"}]}"#),
            ("quiz.drawings.json", r#"{"drawings": {}}"#),
        ];
        let files = files.map(|(name, text)| File::open(name, text).expect("JSON"));
        let positions: Vec<(usize, usize)> =
            case_positions(&files).iter().map(|position| (position.file, position.index)).collect();
        assert_eq!(positions, [(0, 0), (2, 0), (2, 1)]);
        assert_eq!(file_for_new_case(&files), 0);
    }
}
