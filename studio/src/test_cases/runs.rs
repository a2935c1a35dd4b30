//! The test cases of the editor's document, run after each check.

use leptos::prelude::*;
use which_cause_quiz::{Answers, JsonPath, Problem, Quiz, Value, test_case_findings, test_cases_in};

use super::run::{CaseOutcome, CaseRun, CaseRunner};
use super::{CasePosition, case_positions, test_case_files, test_cases_path};
use crate::document::{Document, get, text_at};
use crate::editor::Editor;

/// All test cases, and the one that the preview shows. It is copied into every component.
#[derive(Clone, Copy)]
pub(crate) struct TestRuns {
    editor: Editor,
    /// The positions of all test cases, at once after each change.
    pub(crate) positions: Memo<Vec<CasePosition>>,
    /// All test cases with their outcomes, after each check.
    pub(crate) runs: Memo<Vec<CaseRun>>,
    /// The answers that the preview is asked to show.
    pub(crate) shown: RwSignal<Option<Answers>>,
}

impl TestRuns {
    pub(crate) fn new(editor: Editor) -> Self {
        let runner = StoredValue::new(CaseRunner::default());
        let runs = Memo::new(move |_| {
            let quiz = editor.check.with(|check| check.quiz.clone());
            editor.document.with_untracked(|document| {
                runner.try_update_value(|runner| runner.run(document.files(), quiz.as_ref()))
            })
        });
        Self {
            editor,
            positions: Memo::new(move |_| editor.document.with(|document| case_positions(document.files()))),
            runs: Memo::new(move |_| runs.get().unwrap_or_default()),
            shown: RwSignal::new(None),
        }
    }

    /// The test cases of the editor that a component is in.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// A test case with its outcome, if it was run.
    pub(crate) fn run_at(self, position: CasePosition) -> Memo<Option<CaseRun>> {
        Memo::new(move |_| self.runs.with(|runs| runs.iter().find(|run| run.position == position).cloned()))
    }

    /// How many test cases there are, and how many of them fail or have problems.
    pub(crate) fn count(self) -> (usize, usize) {
        self.runs.with(|runs| (runs.len(), runs.iter().filter(|run| run.outcome.is_wrong()).count()))
    }

    /// Whether the quiz has no problems, so that its test cases are run.
    pub(crate) fn are_run(self) -> bool {
        self.runs.with(|runs| runs.iter().all(|run| run.outcome != CaseOutcome::NotRun))
    }

    /// The problems with the test cases of a companion.
    pub(crate) fn problems_in(self, file: usize) -> Vec<Problem> {
        let Some(quiz) = self.editor.check.with(|check| check.quiz.clone()) else { return Vec::new() };
        self.editor.document.with_untracked(|document| {
            let file = document.files().get(file);
            file.and_then(|file| test_cases_in(&file.value, &quiz).err()).unwrap_or_default()
        })
    }

    /// The names of the causes that no test case expects, as `which-cause check --strict` finds them. Empty without test cases, and
    /// while one of them has problems.
    pub(crate) fn untested_causes(self) -> Vec<String> {
        let Some(quiz) = self.editor.check.with(|check| check.quiz.clone()) else { return Vec::new() };
        self.editor.document.with_untracked(|document| untested_causes(document, &quiz))
    }

    /// Puts the answers of a test case into the preview.
    ///
    /// # Errors
    ///
    /// Returns the reason as a sentence if the quiz or the answers have problems.
    pub(crate) fn show(self, position: CasePosition) -> Result<(), &'static str> {
        let quiz = self.editor.check.with_untracked(|check| check.quiz.clone());
        let quiz = quiz.ok_or("The preview can show this reader when the file has no problems.")?;
        let answers = self.editor.document.with_untracked(|document| {
            let file = document.files().get(position.file)?;
            let case = get(&file.value, &test_cases_path().item(position.index))?;
            let answers = ["safety", "answers"]
                .into_iter()
                .filter_map(|key| Some((key.to_owned(), get(case, &JsonPath::to_key(key))?.clone())));
            Answers::read(&Value::Object(answers.collect()).to_json(), &quiz).ok()
        });
        let answers = answers.ok_or("The preview can show this reader when the answers have no problems.")?;
        self.shown.set(Some(answers));
        Ok(())
    }

    /// Something that is computed from the content of the quiz file.
    pub(crate) fn memo_of_quiz_file<T: PartialEq + Send + Sync + 'static>(
        self,
        compute: impl Fn(&Value) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let document = self.editor.document;
        Memo::new(move |_| document.with(|document: &Document| compute(document.value())))
    }
}

fn untested_causes(document: &Document, quiz: &Quiz) -> Vec<String> {
    let files = test_case_files(document.files()).into_iter().map(|file| &document.files()[file].value);
    let cases: Result<Vec<_>, _> = files.map(|value| test_cases_in(value, quiz)).collect();
    let cases = cases.map(|cases| cases.concat()).unwrap_or_default();
    let findings = if cases.is_empty() { Vec::new() } else { test_case_findings(quiz, &cases) };
    let names = findings.iter().filter_map(|finding| text_at(document.value(), &finding.path.key("label")));
    names.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::File;
    use crate::examples::EXAMPLES;
    use which_cause_quiz::read;

    #[test]
    fn a_cause_that_no_test_case_expects_is_named() {
        let example = EXAMPLES.iter().find(|it| it.file_name == "starter.json").expect("an example");
        let untested = |text: &str| {
            let quiz = read(text).expect("a quiz");
            let document = Document::new(File::open("starter.json", text).expect("JSON"), []);
            untested_causes(&document, &quiz)
        };
        assert_eq!(untested(example.text), [""; 0]);
        let without_dark = example.text.replace(r#""first": "dark""#, r#""first": "wet""#);
        assert_ne!(without_dark, example.text);
        assert_eq!(untested(&without_dark), ["A spot that is too dark"]);
        assert_eq!(untested(&example.text.replace("\"test_cases\"", "\"_test_cases\"")), [""; 0]);
    }
}
