//! The engine's check of the file, while it is written, and the findings about its texts.

use std::sync::Arc;

use which_cause_quiz::{
    Draft, JsonPath, Problem, ProblemKind, Quiz, Value, readability_findings, text_findings,
};
use which_cause_studio_worker::FindingReport;

use crate::document::Change;

/// The outcome of a check.
#[derive(Debug, Clone, Default)]
pub(crate) struct Check {
    /// The problems, in the order of the engine.
    pub(crate) problems: Arc<[Problem]>,
    /// The findings about texts. Those about the quiz as a whole take longer: [`Analysis`](crate::analysis::Analysis) has them.
    pub(crate) findings: Arc<[FindingReport]>,
    /// The quiz, if the file has no problems.
    pub(crate) quiz: Option<Arc<Quiz>>,
    /// The quiz of the preview: with "…" where a text is still empty, if nothing else is wrong.
    pub(crate) previewed: Option<Arc<Quiz>>,
    /// The most points that any answers can give to each cause, in the order of the file.
    pub(crate) most_points: Arc<[i32]>,
}

/// A line about a value of the file, for its field.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum FieldMessage {
    /// A mistake that makes the file wrong.
    Problem(String),
    /// Something odd in a valid file.
    Finding(String),
}

impl Check {
    /// Checks a file, with the findings about its texts.
    pub(crate) fn of(value: &Value) -> Self {
        Self::with_findings(value, text_findings_of(value))
    }

    /// Checks a file. The findings about its texts take twice as long as the check, so they can be those of a moment ago.
    pub(crate) fn with_findings(value: &Value, findings: Arc<[FindingReport]>) -> Self {
        let draft = Draft::from_value(value.clone());
        let most_points = draft.most_points().into();
        let test_cases = draft.test_case_problems_in(value);
        let problems: Arc<[Problem]> = draft.problems().iter().cloned().chain(test_cases).collect();
        let quiz = draft.into_quiz().ok().map(Arc::new);
        let previewed = quiz.clone().or_else(|| with_texts(value, &problems));
        Self { problems, findings, quiz, previewed, most_points }
    }

    /// Whether the format has no such key at a path.
    pub(crate) fn has_unknown_key(&self, path: &JsonPath) -> bool {
        let mut problems = self.problems.iter();
        problems.any(|it| it.path == *path && matches!(it.kind, ProblemKind::UnknownKey { .. }))
    }

    /// The problems and then the findings, with their paths.
    pub(crate) fn messages(&self) -> Vec<(JsonPath, FieldMessage)> {
        let problems = self.problems.iter();
        let problems = problems.map(|it| (it.path.clone(), FieldMessage::Problem(it.kind.to_string())));
        problems.chain(finding_messages(&self.findings)).collect()
    }
}

/// The findings about the texts of a file.
pub(crate) fn text_findings_of(value: &Value) -> Arc<[FindingReport]> {
    readability_findings(value).iter().chain(&text_findings(value)).map(Into::into).collect()
}

/// The quiz of a file with "…" in place of the texts that are still empty. `None` if it has other problems.
fn with_texts(file: &Value, problems: &[Problem]) -> Option<Arc<Quiz>> {
    let mut file = file.clone();
    for problem in problems {
        let ProblemKind::WrongLength { found: 0, .. } = problem.kind else { return None };
        Change::Replace(problem.path.clone(), Value::String("…".to_owned())).apply(&mut file)?;
    }
    Draft::from_value(file).into_quiz().ok().map(Arc::new)
}

/// The findings, with their paths.
pub(crate) fn finding_messages(findings: &[FindingReport]) -> impl Iterator<Item = (JsonPath, FieldMessage)> {
    findings.iter().map(|it| (it.path.clone(), FieldMessage::Finding(it.message.clone())))
}

impl FieldMessage {
    pub(crate) fn is_problem(&self) -> bool {
        matches!(self, Self::Problem(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_findings_also_while_the_file_has_problems() {
        let hard = "Physiological considerations notwithstanding, contemporary interventions demonstrate heterogeneous effectiveness.";
        let text = format!(r#"{{"format": 1, "language": "en", "subtitle": "<b>{hard}</b>"}}"#);
        let check = Check::of(&Value::parse(&text).expect("JSON"));
        let messages_at = |key: &str| {
            let messages = check.messages().into_iter();
            messages.filter(|(path, _)| *path == JsonPath::to_key(key)).map(|(_, it)| it).collect::<Vec<_>>()
        };
        let subtitle = messages_at("subtitle");
        assert_eq!(subtitle.len(), 2, "{subtitle:?}");
        assert!(!subtitle.iter().any(FieldMessage::is_problem), "{subtitle:?}");
        assert!(matches!(messages_at("title").as_slice(), [FieldMessage::Problem(_)]));
        assert!(check.quiz.is_none());
    }

    #[test]
    fn a_quiz_with_empty_texts_is_shown_with_dots() {
        let text = crate::examples::EXAMPLES[0].text;
        let previewed = |text: &str| Check::of(&Value::parse(text).expect("JSON")).previewed;
        let without_title = text.replace("Why are my plant's leaves yellow?", "");
        assert_eq!(previewed(&without_title).expect("a quiz").title().as_written(), "…");
        assert!(previewed(&text.replace("\"margin\": 15", "\"margin\": -1")).is_none());
    }
}
