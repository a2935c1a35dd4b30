//! The reports that the worker posts. A result has the names of its parts, since the file may have changed when it arrives.

use serde::{Deserialize, Serialize};
use which_cause_quiz::{BalanceAdvice, CauseAnswers, CauseId, Finding, JsonPath, Odds, Quiz, Text};

/// How much of the variance a question must explain to be the deciding one: below it, any question is as good as another.
const LEAST_EFFECT: f64 = 0.005;

/// The most answers that are reported for each cause.
const MAX_ANSWERS: usize = 5;

/// One message of the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Report {
    /// How far the work is.
    Progress(Progress),
    /// How often each result comes up.
    Odds(OddsReport),
    /// The findings. They come a second time if there is advice on one.
    Findings(Vec<FindingReport>),
    /// The answers that lead to each cause, in the article's order.
    Causes(Vec<CauseReport>),
    /// How far each cause can be ahead of the others; `None` if there are too many answers to check all.
    Margins(Option<Vec<i64>>),
    /// Everything is computed.
    Done,
    /// Nothing more comes, and why.
    Failed(String),
}

/// How far the work is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// The task in words.
    pub task: String,
    /// How much of the task is done, 0 to 100; `None` if that is not known.
    pub percent: Option<usize>,
}

/// How often each result comes up when readers answer at random.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OddsReport {
    /// The short names of the causes, in the article's order.
    pub causes: Vec<String>,
    /// How often each cause is the result, 0 to 1: fairness compares these.
    pub frequencies: Vec<f64>,
    /// Whether the best causes are the result, so that a cause is shown rather than leads.
    pub is_best: bool,
    /// All odds.
    pub odds: Odds,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FindingReport {
    /// The place in the file.
    pub path: JsonPath,
    /// The kind of finding for programs.
    pub code: String,
    /// The finding as a sentence.
    pub message: String,
    /// The advice about a cause that leads too often, too seldom or never.
    pub advice: Option<BalanceAdvice>,
}

/// The answers that lead to a cause.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CauseReport {
    /// The short name of the cause.
    pub name: String,
    /// The most points that any answers give it.
    pub most_points: i32,
    /// The question that decides most, from 0; `None` if none tells readers who get the cause from others.
    pub deciding_question: Option<QuestionText>,
    /// The answers with which readers get it most often, the strongest first.
    pub answers: Vec<AnswerReport>,
}

/// A question of the quiz.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionText {
    /// Its place, from 0.
    pub index: usize,
    /// The question.
    pub text: String,
}

/// An answer that leads to a cause.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AnswerReport {
    /// The question.
    pub question: QuestionText,
    /// The text of the choice.
    pub text: String,
    /// The points that it gives the cause.
    pub points: i32,
    /// The share of readers with this answer who get the cause, 0 to 1.
    pub leads: f64,
}

impl OddsReport {
    pub(crate) fn new(quiz: &Quiz, odds: Odds) -> Self {
        Self {
            causes: cause_names(quiz),
            frequencies: odds.frequencies(quiz),
            is_best: quiz.scoring().shows_best(),
            odds,
        }
    }
}

impl CauseReport {
    pub(crate) fn all(quiz: &Quiz, effects: &[CauseAnswers]) -> Vec<Self> {
        cause_names(quiz).into_iter().zip(effects).map(|(name, it)| Self::new(quiz, name, it)).collect()
    }

    fn new(quiz: &Quiz, name: String, effects: &CauseAnswers) -> Self {
        let by_effect =
            |a: &usize, b: &usize| effects.questions[*a].decides.total_cmp(&effects.questions[*b].decides);
        let deciding = (0..quiz.questions().len()).max_by(by_effect);
        let deciding = deciding.filter(|index| effects.questions[*index].decides >= LEAST_EFFECT);
        let mut answers = Vec::new();
        for (index, (question, effect)) in quiz.questions().iter().zip(&effects.questions).enumerate() {
            for (choice, effect) in question.choices.iter().zip(&effect.choices) {
                if let Some(leads) = effect.leads.filter(|leads| *leads > effects.leads) {
                    let text = choice.text.as_written().to_owned();
                    let question = question_text(quiz, index);
                    answers.push(AnswerReport { question, text, points: effect.points, leads });
                }
            }
        }
        answers.sort_by(|a, b| b.leads.total_cmp(&a.leads));
        answers.truncate(MAX_ANSWERS);
        let deciding_question = deciding.map(|index| question_text(quiz, index));
        Self { name, most_points: effects.most_points, deciding_question, answers }
    }
}

impl From<&Finding> for FindingReport {
    fn from(finding: &Finding) -> Self {
        Self {
            path: finding.path.clone(),
            code: finding.kind.code().to_owned(),
            message: finding.kind.to_string(),
            advice: finding.kind.advice().cloned(),
        }
    }
}

fn cause_names(quiz: &Quiz) -> Vec<String> {
    let name = |short_label: &Text, id: &CauseId| match short_label.as_written() {
        "" => id.to_string(),
        name => name.to_owned(),
    };
    quiz.causes().iter().map(|cause| name(&cause.short_label, &cause.id)).collect()
}

fn question_text(quiz: &Quiz, index: usize) -> QuestionText {
    QuestionText { index, text: quiz.questions()[index].text.as_written().to_owned() }
}

#[cfg(test)]
mod tests {
    use which_cause_quiz::{BalanceFix, PlainDigits};

    use super::*;
    use crate::reports_of;

    const STARTER: &str = include_str!("../../../quizzes/starter.json");

    #[test]
    fn every_report_is_the_same_after_it_was_posted() {
        let quiz = which_cause_quiz::read(STARTER).expect("a quiz");
        let reports = reports_of(&quiz, 0.25, &PlainDigits);
        for report in &reports {
            let posted = serde_json::to_string(report).expect("JSON");
            assert_eq!(serde_json::from_str::<Report>(&posted).expect("a report"), *report);
        }
        let kinds = reports.iter().map(|report| match report {
            Report::Odds(_) => "odds",
            Report::Findings(_) => "findings",
            Report::Causes(_) => "causes",
            Report::Margins(_) => "margins",
            Report::Done => "done",
            Report::Progress(_) | Report::Failed(_) => "other",
        });
        assert_eq!(kinds.collect::<Vec<_>>(), ["odds", "findings", "causes", "margins", "done"]);
    }

    #[test]
    fn the_strongest_sign_of_a_cause_comes_first() {
        let quiz = which_cause_quiz::read(STARTER).expect("a quiz");
        let reports = reports_of(&quiz, 0.25, &PlainDigits);
        let causes = reports.into_iter().find_map(|report| match report {
            Report::Causes(causes) => Some(causes),
            _ => None,
        });
        let causes = causes.expect("causes");
        let wet = &causes[0];
        assert_eq!(wet.name, "Too much water");
        let strongest = &wet.answers[0];
        assert!(strongest.leads > 0.4, "{wet:?}");
        assert_eq!(strongest.points, 3);
        assert!(wet.answers.is_sorted_by(|a, b| a.leads >= b.leads), "{wet:?}");
        assert!(wet.deciding_question.as_ref().is_some_and(|it| it.index < 2), "{wet:?}");
    }

    #[test]
    fn advice_comes_with_the_findings() {
        let hungry = STARTER
            .replace(r#""One here, one there""#, r#""One here, one there", "points": {"hungry": 3}"#)
            .replace(r#""A little damp""#, r#""A little damp", "points": {"hungry": 1}"#);
        let quiz = which_cause_quiz::read(&hungry).expect("a quiz");
        let reports = reports_of(&quiz, 0.25, &PlainDigits);
        let findings: Vec<&Vec<FindingReport>> = reports
            .iter()
            .filter_map(|report| match report {
                Report::Findings(findings) => Some(findings),
                _ => None,
            })
            .collect();
        let [before, after] = findings.as_slice() else { panic!("{findings:?}") };
        assert!(before.iter().all(|finding| finding.advice.is_none()));
        let lopsided = after.iter().find(|finding| finding.code == "lopsided").expect("a finding");
        assert_eq!(lopsided.path.to_string(), "causes[2]");
        let advice = lopsided.advice.as_ref().expect("advice");
        assert!(matches!(&advice.fix, Some(BalanceFix::Changes { changes, .. }) if changes.len() == 1));
    }
}
