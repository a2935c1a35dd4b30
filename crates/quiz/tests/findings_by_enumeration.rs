//! The findings about conditions and about choices that change nothing equal those of enumerating every answer.

use std::collections::BTreeSet;
use std::sync::Arc;

use which_cause_quiz::{AnswerModel, FindingKind, Question, QuestionKind, Quiz, Verdict, findings};

use crate::support::random_quizzes::{random_quiz, readers};
use crate::support::{Reader, shown};

use ConditionFinding::{AlwaysAsked, NeverAsked, NoResult, OneWay};

/// A finding about the conditions of a quiz.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum ConditionFinding {
    NeverAsked(String),
    AlwaysAsked(String),
    /// No reader has the cause in their result.
    NoResult(String),
    /// All readers with the cause in their result are asked the same questions, and others are asked other ones.
    OneWay(String),
}

/// The findings by the result of every reader, in order.
fn expected_findings(quiz: &Arc<Quiz>) -> Vec<ConditionFinding> {
    let shows_best = quiz.scoring().margin.is_none() && quiz.scoring().most_shown > 1;
    // For each reader, the asked questions and the causes that lead or, if the best ones are the result, are shown.
    let results: Vec<(Vec<String>, Vec<String>)> = readers(quiz, AnswerModel::ticking(0.5), true)
        .iter()
        .map(|(reader, _)| {
            let outcome = reader.result();
            let asked = outcome.answers().iter().map(|(question, _)| question.id.to_string()).collect();
            let is_counted = shows_best || matches!(outcome.verdict, Verdict::Leads(_));
            (asked, if is_counted { shown(&outcome) } else { Vec::new() })
        })
        .collect();
    let mut expected = Vec::new();
    for question in quiz.questions() {
        let id = question.id.to_string();
        let asked = results.iter().filter(|(asked, _)| asked.contains(&id)).count();
        if asked == 0 {
            expected.push(NeverAsked(id));
        } else if asked == results.len() && question.has_condition() {
            expected.push(AlwaysAsked(id));
        }
    }
    let ways: BTreeSet<_> = results.iter().map(|(asked, _)| asked).collect();
    for cause in quiz.causes() {
        let id = cause.id.to_string();
        let own: BTreeSet<_> =
            results.iter().filter(|(_, shown)| shown.contains(&id)).map(|(asked, _)| asked).collect();
        if own.is_empty() {
            expected.push(NoResult(id));
        } else if own.len() == 1 && ways.len() > 1 {
            expected.push(OneWay(id));
        }
    }
    expected.sort();
    expected
}

/// The findings of the engine, in order.
fn found_findings(quiz: &Quiz, random: &mut fastrand::Rng) -> Vec<ConditionFinding> {
    let found = findings(quiz, 0.25, || random.f64());
    let mut found: Vec<_> = found
        .iter()
        .filter_map(|finding| match &finding.kind {
            FindingKind::NeverAsked { question } => Some(NeverAsked(question.clone())),
            FindingKind::AlwaysAsked { question } => Some(AlwaysAsked(question.clone())),
            FindingKind::CannotLead { cause, .. } | FindingKind::CannotBeShown { cause, .. } => {
                Some(NoResult(cause.clone()))
            }
            FindingKind::OneWay { cause, .. } => Some(OneWay(cause.clone())),
            _ => None,
        })
        .collect();
    found.sort();
    found
}

#[test]
fn findings_of_random_quizzes_are_those_of_enumerating_every_answer() {
    let mut random = fastrand::Rng::with_seed(9);
    let mut counts = [0; 4];
    for _ in 0..200 {
        let quiz = random_quiz(&mut random);
        let expected = expected_findings(&quiz);
        assert_eq!(found_findings(&quiz, &mut random), expected);
        for finding in expected {
            counts[match finding {
                NeverAsked(_) => 0,
                AlwaysAsked(_) => 1,
                NoResult(_) => 2,
                OneWay(_) => 3,
            }] += 1;
        }
    }
    assert!(counts.iter().all(|count| *count > 2), "each finding comes up: {counts:?}");
}

#[test]
fn a_choice_that_changes_nothing_changes_no_result_of_a_random_quiz() {
    let mut random = fastrand::Rng::with_seed(10);
    let mut count = 0;
    for _ in 0..150 {
        let quiz = random_quiz(&mut random);
        for finding in findings(&quiz, 0.25, || random.f64()) {
            let FindingKind::ChoiceChangesNothing { choice } = &finding.kind else { continue };
            count += 1;
            let path = finding.path.to_string();
            let mut questions = quiz.questions().iter().enumerate();
            let question = questions.find(|(i, _)| path.starts_with(&format!("questions[{i}].")));
            let (_, question) = question.expect("a question");
            for (reader, _) in readers(&quiz, AnswerModel::ticking(0.5), true) {
                if let Some(other) = changes_answer(&reader, question, choice) {
                    assert_eq!(result_text(&other), result_text(&reader), "{choice} of {}", question.id);
                }
            }
        }
    }
    assert!(count > 20, "{count}");
}

/// Goes back from the result to the question, takes the choice back or picks it, and goes on to the result. `None` if the question
/// is not asked, or if the reader has picked another choice of a pick-one question.
fn changes_answer(reader: &Reader, question: &Question, choice: &str) -> Option<Reader> {
    let at_question = format!("question {}", question.id);
    let mut reader = reader.clone();
    while reader.is_at() != at_question {
        if reader.0.is_at_start() {
            return None;
        }
        reader = reader.goes_back();
    }
    let picked = reader.has_picked();
    let has_choice = picked.iter().any(|id| id == choice);
    if question.kind == QuestionKind::PickOne && !picked.is_empty() && !has_choice {
        return None;
    }
    let mut reader = if has_choice { reader.unpicks(choice) } else { reader.picks(&[choice]) };
    while reader.is_at() != "result" {
        reader = if reader.has_picked().is_empty() { reader.skips() } else { reader.goes_on() };
    }
    Some(reader)
}

fn result_text(reader: &Reader) -> String {
    let outcome = reader.result();
    format!("{} {:?} {}", outcome.verdict.as_str(), shown(&outcome), outcome.verdict.is_spread())
}
