//! The condition of a question on earlier answers, checked.

use crate::decode::codec::codec;
use crate::decode::diagnostics::Diagnostics;
use crate::decode::entries::Entries;
use crate::decode::json_path::PathRef;
use crate::decode::nearest::nearest;
use crate::decode::problem::{Problem, ProblemKind};
use crate::file::condition::ConditionFile;
use crate::file::test_case_file::Answer;
use crate::model::quiz::Question;

/// A choice of an earlier question: the indexes of the question and of the choice.
pub(crate) type EarlierChoice = (usize, usize);

/// A condition on earlier answers.
#[derive(Debug, Clone)]
pub(crate) struct Condition {
    /// At least one of these must be picked, unless there is none. In the order of the quiz, not of the file.
    pub(crate) any_of: Vec<EarlierChoice>,
    /// None of these may be picked. In the order of the quiz.
    pub(crate) none_of: Vec<EarlierChoice>,
}

codec! {
    Condition { any_of, none_of }
}

impl Condition {
    /// Whether the condition holds. `is_picked` says whether a choice is picked, or `None` if that is not known yet. The answer
    /// is `None` if it depends on such a choice.
    pub(crate) fn holds(&self, is_picked: impl Fn(EarlierChoice) -> Option<bool>) -> Option<bool> {
        let any = |choices: &[EarlierChoice]| {
            let mut any = Some(false);
            for choice in choices {
                match is_picked(*choice) {
                    Some(true) => return Some(true),
                    Some(false) => {}
                    None => any = None,
                }
            }
            any
        };
        let is_met = if self.any_of.is_empty() { Some(true) } else { any(&self.any_of) };
        match (is_met, any(&self.none_of)) {
            (Some(false), _) | (_, Some(true)) => Some(false),
            (Some(true), Some(false)) => Some(true),
            _ => None,
        }
    }
}

/// Checks that a condition names choices of earlier questions.
pub(crate) fn check_condition(
    file: &ConditionFile,
    earlier: &[Question],
    path: &PathRef<'_>,
    diagnostics: &mut Diagnostics,
) -> Condition {
    let mut check = |key, answers| check_choices(answers, earlier, &path.key(key), diagnostics);
    Condition { any_of: check("any_of", &file.any_of), none_of: check("none_of", &file.none_of) }
}

fn check_choices(
    answers: &Entries<Answer>,
    earlier: &[Question],
    path: &PathRef<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<EarlierChoice> {
    let mut choices = Vec::new();
    // An id that is empty or repeated has been reported, and can be the one that is meant.
    let is_repeated = |it: &Problem| matches!(it.kind, ProblemKind::RepeatedId { what: "question", .. });
    if earlier.iter().any(|question| question.id.as_str().is_empty())
        || diagnostics.problems.iter().any(is_repeated)
    {
        return choices;
    }
    for (id, answer) in &answers.0 {
        let path = path.key(id);
        let Some(question) = earlier.iter().position(|question| question.id.as_str() == id) else {
            let known = earlier.iter().map(|question| question.id.as_str());
            let kind = ProblemKind::unknown_or_renamed("earlier question", id, nearest(id, known), &[]);
            diagnostics.report(&path, kind);
            continue;
        };
        let known = &earlier[question].choices;
        for (i, choice) in answer.choices().iter().enumerate() {
            let path = match answer {
                Answer::One(_) => path.to_path(),
                Answer::All(_) => path.item(i).to_path(),
            };
            match known.iter().position(|it| it.id == *choice) {
                Some(index) => add_in_order(&mut choices, (question, index)),
                // An empty id stands for one that could not be read and has been reported.
                None if choice.as_str().is_empty() => {}
                None => {
                    let known = known.iter().map(|it| it.id.as_str());
                    let kind = ProblemKind::unknown_id("choice", choice.as_str(), known);
                    diagnostics.add(Problem { path, kind });
                }
            }
        }
    }
    choices
}

/// Adds a choice at its place in the order of the quiz. A sorting algorithm would be more code in the parser's module.
fn add_in_order(choices: &mut Vec<EarlierChoice>, choice: EarlierChoice) {
    let place = choices.iter().position(|other| *other > choice).unwrap_or(choices.len());
    choices.insert(place, choice);
}
