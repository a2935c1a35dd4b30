//! On which answers a question of a survey is asked: its `visibleIf` and those of the panels and the page around it, as the condition of
//! a question of a quiz.
//!
//! A quiz asks a question if one of some answers was given, and none of some others. A condition that cannot be written so is refused.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::condition::{Comparison, Condition, Test, parse};
use super::{Source, Survey};
use crate::import::content::{AskIf, Kind, Pick, Question};

/// Why a condition is refused that holds for no answers.
const NEVER: &str = "It never holds.";

impl Survey {
    /// The condition of a survey as one of a quiz. Its questions are those that have been read.
    ///
    /// # Errors
    ///
    /// Returns the reason as a sentence if a quiz cannot have this condition.
    pub(super) fn ask_if(&self, condition: &str) -> Result<AskIf, String> {
        self.translate(&parse(condition)?, false)
    }

    fn translate(&self, condition: &Condition, is_negated: bool) -> Result<AskIf, String> {
        let (left, right, is_and) = match condition {
            Condition::Test(test) => {
                let picks = self.picks(test)?;
                return Ok(if is_negated {
                    AskIf { none_of: picks, ..AskIf::default() }
                } else {
                    AskIf { any_of: picks, ..AskIf::default() }
                });
            }
            Condition::Not(condition) => return self.translate(condition, !is_negated),
            Condition::And(left, right) => (left, right, true),
            Condition::Or(left, right) => (left, right, false),
        };
        let (left, right) = (self.translate(left, is_negated)?, self.translate(right, is_negated)?);
        // Not both: not the one, or not the other.
        if is_and == is_negated { self.either(left, right) } else { self.both(left, right) }
    }

    /// The choices of which one must be picked for a comparison to hold.
    pub(super) fn picks(&self, test: &Test) -> Result<BTreeSet<Pick>, String> {
        let index = self
            .source(&test.question)
            .ok_or_else(|| format!("No earlier question is called {}.", test.question))?;
        let (question, values) = (&self.content.questions[index], self.sources[index].texts());
        let has_many = question.kind == Kind::All;
        let comparison = &test.comparison;
        if has_many
            && !matches!(
                comparison,
                Comparison::Contains(_)
                    | Comparison::Includes(_)
                    | Comparison::AnyOf(_)
                    | Comparison::IsGiven
            )
        {
            return Err(format!(
                "“{}” can have several answers, so only contains, anyof and noneof are imported.",
                question.text
            ));
        }
        if !has_many && matches!(comparison, Comparison::Includes(_)) {
            return Err(format!(
                "“{}” has one answer, so a list is imported only after anyof and noneof.",
                question.text
            ));
        }
        let named = match comparison {
            Comparison::AnyOf(named) => named.as_slice(),
            _ => &[],
        };
        let is_unknown = |named: &&String| !values.contains(named);
        let picks: BTreeSet<Pick> = (0..)
            .zip(&values)
            .filter(|(_, value)| is_met(comparison, value, has_many))
            .map(|(choice, _)| (index, choice))
            .collect();
        if picks.is_empty() || named.iter().any(|it| is_unknown(&it)) {
            return Err(format!("“{}” has no such choice.", question.text));
        }
        Ok(picks)
    }

    /// The condition that holds if both do.
    pub(super) fn both(&self, left: AskIf, right: AskIf) -> Result<AskIf, String> {
        let mut none_of = &left.none_of | &right.none_of;
        let (left, right) = (left.any_of, right.any_of);
        let needs_answer = !left.is_empty() || !right.is_empty();
        let mut any_of = if left.is_empty() || right.is_subset(&left) && !right.is_empty() {
            right
        } else if right.is_empty() || left.is_subset(&right) {
            left
        } else if self.single(&left).is_some() && self.single(&left) == self.single(&right) {
            &left & &right
        } else if let Some(others) = self.others(&right) {
            none_of.extend(others);
            left
        } else if let Some(others) = self.others(&left) {
            none_of.extend(others);
            right
        } else {
            return Err("A quiz cannot make a question depend on two answers together.".to_owned());
        };
        any_of.retain(|pick| !none_of.contains(pick));
        if needs_answer && any_of.is_empty() { Err(NEVER.to_owned()) } else { Ok(AskIf { any_of, none_of }) }
    }

    /// The condition that holds if one of them does.
    fn either(&self, left: AskIf, right: AskIf) -> Result<AskIf, String> {
        let any_of = |it: AskIf| match (it.any_of.is_empty(), it.none_of.is_empty()) {
            (_, true) => Some(it.any_of),
            (true, false) => self.others(&it.none_of),
            (false, false) => None,
        };
        let (Some(left), Some(right)) = (any_of(left), any_of(right)) else {
            return Err("A quiz cannot ask for “this answer was not picked, or that one was”.".to_owned());
        };
        let any_of = &left | &right;
        if any_of.is_empty() { Err(NEVER.to_owned()) } else { Ok(AskIf { any_of, ..AskIf::default() }) }
    }

    /// The one question of some picks, if it has a single answer.
    fn single(&self, picks: &BTreeSet<Pick>) -> Option<usize> {
        let (index, _) = *picks.first()?;
        let is_single = self.content.questions[index].kind != Kind::All;
        (is_single && picks.iter().all(|(question, _)| *question == index)).then_some(index)
    }

    /// Whether no reader picks one of each: they are different choices of a question with a single answer.
    pub(super) fn never_both(&self, left: &BTreeSet<Pick>, right: &BTreeSet<Pick>) -> bool {
        self.single(left).is_some() && self.single(left) == self.single(right) && left.is_disjoint(right)
    }

    /// The other choices of a question that every reader answers with one choice: none of them is picked exactly if one of `picks` is.
    fn others(&self, picks: &BTreeSet<Pick>) -> Option<BTreeSet<Pick>> {
        let index = self.single(picks)?;
        let Question { is_required, ask_if, .. } = &self.content.questions[index];
        let choices = (0..self.sources[index].texts().len()).map(|choice| (index, choice));
        (*is_required && *ask_if == AskIf::default())
            .then(|| choices.filter(|pick| !picks.contains(pick)).collect())
    }
}

impl Source {
    /// The value of each choice or step, as a text.
    fn texts(&self) -> Vec<String> {
        if self.values.is_empty() {
            self.steps.iter().map(i64::to_string).collect()
        } else {
            self.values.iter().map(super::words_of).collect()
        }
    }
}

/// Whether a comparison holds for a reader who picks the choice with this value.
fn is_met(comparison: &Comparison, value: &str, has_many: bool) -> bool {
    let order = |limit: &str| number(value)?.partial_cmp(&number(limit)?);
    // SurveyJS takes large and small letters as the same.
    let lower = value.to_lowercase();
    match comparison {
        Comparison::Is(named) => lower == named.to_lowercase(),
        Comparison::Contains(named) | Comparison::Includes(named) if has_many => value == named,
        // SurveyJS looks into a text or a number for a value, but never for an empty one, 0 or false.
        Comparison::Contains(named) => {
            let is_nothing = named.is_empty() || number(named) == Some(0.0) || named == "false";
            !is_nothing && lower.contains(&named.to_lowercase())
        }
        Comparison::Includes(_) => false,
        Comparison::AnyOf(named) => named.iter().any(|it| it == value),
        Comparison::Less(limit) => order(limit) == Some(Ordering::Less),
        Comparison::LessOrEqual(limit) => order(limit).is_some_and(Ordering::is_le),
        Comparison::Greater(limit) => order(limit) == Some(Ordering::Greater),
        Comparison::GreaterOrEqual(limit) => order(limit).is_some_and(Ordering::is_ge),
        Comparison::IsGiven => true,
    }
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|it: &f64| it.is_finite())
}

#[cfg(test)]
mod tests;
