//! Runs all test cases, and compares their results with those of the files as they were saved last.

use std::sync::Arc;

use which_cause_quiz::{
    ActualResult, Answers, Draft, JsonPath, Problem, ProblemKind, Quiz, TestCase, Value, test_cases_in,
};

use super::result_text::{failure_text, result_text};
use super::{CasePosition, TEST_CASES, case_positions, test_cases_path};
use crate::document::{Document, File, children, text_at};

/// A test case that was run.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CaseRun {
    pub(crate) position: CasePosition,
    pub(crate) id: String,
    /// Who the reader is.
    pub(crate) story: String,
    pub(crate) outcome: CaseOutcome,
    /// The result when the files were saved last, if it was another one, and the result now.
    pub(crate) change: Option<(String, String)>,
}

/// How a test case came out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum CaseOutcome {
    Passes,
    /// What it expects and what its reader gets, a sentence each.
    Fails(Vec<String>),
    /// The test case itself has problems.
    HasProblems(Vec<String>),
    /// The quiz has problems.
    NotRun,
}

impl CaseOutcome {
    /// Whether it fails or has problems.
    pub(crate) fn is_wrong(&self) -> bool {
        matches!(self, Self::Fails(_) | Self::HasProblems(_))
    }
}

/// Runs test cases. It keeps the results of the saved files until others are saved.
#[derive(Debug, Default)]
pub(crate) struct CaseRunner {
    /// The saved texts that `saved` belongs to.
    texts: Vec<String>,
    saved: Vec<SavedResult>,
}

/// The result of a test case when the files were saved last.
#[derive(Debug)]
struct SavedResult {
    file: String,
    id: String,
    result: ActualResult,
    text: String,
}

impl CaseRunner {
    /// Runs all test cases. Without a quiz, because its file has problems, none is run.
    pub(crate) fn run(&mut self, files: &[File], quiz: Option<&Arc<Quiz>>) -> Vec<CaseRun> {
        self.run_saved(files);
        let run = |position: CasePosition| {
            let file = &files[position.file];
            let cases = children(&file.value, &test_cases_path());
            let value = &cases[position.index];
            let text = |key: &str| text_at(value, &JsonPath::to_key(key)).unwrap_or_default().to_owned();
            let id = text("id");
            let (outcome, change) = match quiz {
                None => (CaseOutcome::NotRun, None),
                Some(quiz) => match read_case(value, &cases[..position.index], quiz) {
                    Ok(case) => {
                        (outcome_of(&case, quiz), self.change_of(&file.name, &id, &case.answers, quiz))
                    }
                    Err(problems) => (CaseOutcome::HasProblems(problems), None),
                },
            };
            CaseRun { position, id, story: text("story"), outcome, change }
        };
        case_positions(files).into_iter().map(run).collect()
    }

    /// Runs the test cases of the files as they were saved last, if other files were saved since.
    fn run_saved(&mut self, files: &[File]) {
        if self.texts.iter().eq(files.iter().map(|file| &file.opened_text)) {
            return;
        }
        self.texts = files.iter().map(|file| file.opened_text.clone()).collect();
        self.saved = Vec::new();
        let Ok(quiz) = Draft::from_value(files[Document::QUIZ].saved_value().clone()).into_quiz() else {
            return;
        };
        let quiz = Arc::new(quiz);
        for file in files {
            for case in children(file.saved_value(), &test_cases_path()) {
                let Ok(case) = read_case(case, &[], &quiz) else { continue };
                let result = ActualResult::of_session(&case.answers.replay(Arc::clone(&quiz)));
                let text = result_text(&result, &quiz);
                self.saved.push(SavedResult {
                    file: file.name.clone(),
                    id: case.id.to_string(),
                    result,
                    text,
                });
            }
        }
    }

    /// The result when the files were saved last and the result now, if they differ for a reader.
    fn change_of(
        &self,
        file: &str,
        id: &str,
        answers: &Answers,
        quiz: &Arc<Quiz>,
    ) -> Option<(String, String)> {
        let saved = self.saved.iter().find(|saved| saved.file == file && saved.id == id)?;
        let result = ActualResult::of_session(&answers.replay(Arc::clone(quiz)));
        let shown =
            |result: &ActualResult| (result.verdict, result.level, result.visit, result.shown.clone());
        let text = result_text(&result, quiz);
        // A renamed cause has another id, and a reworded one another text. Neither is another result.
        let is_another = shown(&saved.result) != shown(&result) && saved.text != text;
        is_another.then(|| (saved.text.clone(), text))
    }
}

/// A test case, or its problems. One of those before it can have the same id.
fn read_case(value: &Value, before: &[Value], quiz: &Quiz) -> Result<TestCase, Vec<String>> {
    let id = JsonPath::to_key("id");
    if let Some(own) = text_at(value, &id).filter(|own| before.iter().any(|it| text_at(it, &id) == Some(own)))
    {
        let kind = ProblemKind::RepeatedId { what: "test case", id: own.to_owned() };
        return Err(vec![format!("{id}: {kind}")]);
    }
    let file = Value::Object(vec![(TEST_CASES.to_owned(), Value::Array(vec![value.clone()]))]);
    let mut cases = test_cases_in(&file, quiz).map_err(|problems| {
        let own = test_cases_path().item(0).segments().len();
        let message = |problem: &Problem| {
            let path: JsonPath = problem.path.segments()[own..].iter().cloned().collect();
            format!("{path}: {}", problem.kind)
        };
        problems.iter().map(message).collect::<Vec<_>>()
    })?;
    cases.pop().ok_or_else(Vec::new)
}

fn outcome_of(case: &TestCase, quiz: &Arc<Quiz>) -> CaseOutcome {
    let failures = case.failures(quiz);
    if failures.is_empty() {
        CaseOutcome::Passes
    } else {
        CaseOutcome::Fails(failures.iter().map(|failure| failure_text(failure, quiz)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Change;
    use crate::examples::EXAMPLES;
    use which_cause_quiz::read;

    fn starter() -> File {
        let example = EXAMPLES.iter().find(|it| it.file_name == "starter.json").expect("an example");
        File::open(example.file_name, example.text).expect("JSON")
    }

    fn quiz_of(file: &File) -> Arc<Quiz> {
        Arc::new(read(&file.value.to_json()).expect("a quiz"))
    }

    /// The points of a choice of the first question.
    fn points(choice: usize, cause: &str) -> JsonPath {
        JsonPath::to_key("questions").item(0).key("choices").item(choice).key("points").key(cause)
    }

    #[test]
    fn the_test_cases_of_the_example_pass_and_nothing_has_changed() {
        let file = starter();
        let quiz = quiz_of(&file);
        let runs = CaseRunner::default().run(&[file], Some(&quiz));
        let ids: Vec<&str> = runs.iter().map(|run| run.id.as_str()).collect();
        assert_eq!(ids, ["overwatered", "dark-hall", "old-pot", "one-leaf"]);
        assert!(runs.iter().all(|run| run.outcome == CaseOutcome::Passes && run.change.is_none()));
    }

    #[test]
    fn a_change_of_points_says_which_test_case_fails_and_what_it_got_before() {
        let mut file = starter();
        let change = Change::Replace(points(1, "wet"), Value::Integer(-9));
        change.apply(&mut file.value).expect("the path is there");
        let quiz = quiz_of(&file);
        let runs = CaseRunner::default().run(&[file], Some(&quiz));
        assert_eq!(
            runs[0].outcome,
            CaseOutcome::Fails(vec!["Expected: one cause leads. Got: no cause stands out.".to_owned()])
        );
        let was = ("Roots that stand in water".to_owned(), "no cause stands out".to_owned());
        assert_eq!(runs[0].change, Some(was));
        assert_eq!(runs[1].outcome, CaseOutcome::Passes);
    }

    #[test]
    fn nothing_has_changed_once_the_file_is_saved() {
        let mut document = Document::new(starter(), []);
        let mut runner = CaseRunner::default();
        document.edit(Document::QUIZ, "Change", vec![Change::Replace(points(1, "wet"), Value::Integer(-9))]);
        let quiz = quiz_of(&document.files()[0]);
        assert!(runner.run(document.files(), Some(&quiz))[0].change.is_some());
        document.mark_saved(Document::QUIZ);
        assert!(runner.run(document.files(), Some(&quiz))[0].change.is_none());
    }

    #[test]
    fn a_reworded_cause_is_not_another_result() {
        let mut file = starter();
        let label = JsonPath::to_key("causes").item(0).key("label");
        Change::Replace(label, Value::String("Soaked roots".to_owned()))
            .apply(&mut file.value)
            .expect("the path is there");
        let quiz = quiz_of(&file);
        assert_eq!(CaseRunner::default().run(&[file], Some(&quiz))[0].change, None);
    }

    #[test]
    fn a_test_case_with_a_problem_does_not_keep_the_others_from_running() {
        let mut file = starter();
        let answer = test_cases_path().item(0).key("answers").key("where");
        Change::Replace(answer, Value::String("nowhere".to_owned()))
            .apply(&mut file.value)
            .expect("the path is there");
        let quiz = quiz_of(&file);
        let runs = CaseRunner::default().run(&[file.clone()], Some(&quiz));
        let CaseOutcome::HasProblems(problems) = &runs[0].outcome else { panic!("{:?}", runs[0]) };
        assert!(problems[0].starts_with("answers.where: there is no choice `nowhere`"), "{problems:?}");
        assert_eq!(runs[1].outcome, CaseOutcome::Passes);
        let without_quiz = CaseRunner::default().run(&[file], None);
        assert!(without_quiz.iter().all(|run| run.outcome == CaseOutcome::NotRun));
    }

    #[test]
    fn a_test_case_with_the_id_of_another_one_has_a_problem() {
        let mut file = starter();
        let id = test_cases_path().item(2).key("id");
        Change::Replace(id, Value::String("overwatered".to_owned()))
            .apply(&mut file.value)
            .expect("the path is there");
        let quiz = quiz_of(&file);
        let runs = CaseRunner::default().run(&[file], Some(&quiz));
        let expected = "id: `overwatered` is already used; each test case needs its own id";
        assert_eq!(runs[2].outcome, CaseOutcome::HasProblems(vec![expected.to_owned()]));
        assert_eq!(runs[0].outcome, CaseOutcome::Passes);
    }

    #[test]
    fn the_test_cases_of_the_five_cause_quiz_are_in_a_file_of_their_own() {
        let example = EXAMPLES.iter().find(|it| it.file_name == "upper-back-knots.json").expect("an example");
        let quiz_file = File::open(example.file_name, example.text).expect("JSON");
        let cases = include_str!("../../../quizzes/upper-back-knots.test-cases.json");
        let quiz = quiz_of(&quiz_file);
        let files = [quiz_file, File::open("upper-back-knots.test-cases.json", cases).expect("JSON")];
        let runs = CaseRunner::default().run(&files, Some(&quiz));
        assert!(runs.len() >= 16);
        assert!(runs.iter().all(|run| run.position.file == 1 && run.outcome == CaseOutcome::Passes));
    }
}
