//! On which answers a question of a survey is asked: its `visibleIf` and those of the panels and the page around it, as the condition of
//! a question of a quiz.
//!
//! A quiz asks a question if one of some answers was given, and none of some others. What this cannot say is refused.

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
                "“{}” can have several answers, so only contains, anyof and noneof are taken over.",
                question.text
            ));
        }
        if !has_many && matches!(comparison, Comparison::Includes(_)) {
            return Err(format!(
                "“{}” has one answer, so a list is taken over only after anyof and noneof.",
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
            return Err("A quiz cannot ask for two answers at once.".to_owned());
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
            return Err(
                "In a quiz, an answer that must not be picked cannot be one of two alternatives.".to_owned()
            );
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
            self.steps.clone()
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
mod tests {
    use serde_json::{Value as Json, json};

    use crate::import::content::tests::assert_only_texts_are_missing;
    use crate::import::surveyjs::from_survey;

    /// The condition that a question of a quiz has for one of a survey, and what is left out.
    fn ask_if(visible_if: &str) -> (Option<Json>, Vec<String>) {
        let survey = json!({"elements": [
            {"type": "radiogroup", "name": "pet", "title": "A pet?", "choices": ["dog", "cat", "none yet"]},
            {"type": "radiogroup", "name": "home", "title": "Home?", "isRequired": true, "choices": ["flat", "house", "boat"]},
            {"type": "checkbox", "name": "likes", "title": "You like", "choices": ["tea", "wine", "milk"]},
            {"type": "boolean", "name": "alarm", "title": "An alarm?"},
            {"type": "rating", "name": "tired", "title": "Tired?", "rateMin": 0, "rateMax": 4},
            {"type": "radiogroup", "name": "q", "title": "Well?", "choices": [1, 2], "visibleIf": visible_if},
        ], "calculatedValues": [
            {"name": "Wet", "expression": "iif({pet} = 'dog', 1, 0)"},
            {"name": "Dry", "expression": "iif({pet} = 'cat', 1, 0)"},
        ]});
        let imported = from_survey(&survey, "survey").expect("a quiz");
        assert_only_texts_are_missing(&imported.quiz);
        let quiz: Json = serde_json::from_str(&imported.quiz.to_json()).expect("JSON");
        (quiz["questions"][5].get("ask_if").cloned(), imported.left_out)
    }

    #[test]
    fn a_condition_of_a_survey_is_one_of_a_quiz() {
        for (written, expected) in [
            ("{pet} = 'dog'", json!({"any_of": {"pet": "dog"}})),
            ("{pet} <> 'dog'", json!({"none_of": {"pet": "dog"}})),
            ("!({pet} != 'dog')", json!({"any_of": {"pet": "dog"}})),
            ("{pet} anyof ['dog', 'cat']", json!({"any_of": {"pet": ["dog", "cat"]}})),
            ("{pet} noneof ['dog', 'cat']", json!({"none_of": {"pet": ["dog", "cat"]}})),
            ("{pet} contains 'None'", json!({"any_of": {"pet": "none-yet"}})),
            ("{pet} = 'DOG'", json!({"any_of": {"pet": "dog"}})),
            ("{likes} contains 'tea'", json!({"any_of": {"likes": "tea"}})),
            ("{likes} notcontains 'tea'", json!({"none_of": {"likes": "tea"}})),
            ("{likes} allof ['tea']", json!({"any_of": {"likes": "tea"}})),
            ("{likes} notempty", json!({"any_of": {"likes": ["tea", "wine", "milk"]}})),
            ("{pet} empty", json!({"none_of": {"pet": ["dog", "cat", "none-yet"]}})),
            ("{alarm} = true", json!({"any_of": {"alarm": "yes"}})),
            ("{tired} >= 3", json!({"any_of": {"tired": [4, 5]}})),
            ("{tired} = 0", json!({"any_of": {"tired": 1}})),
            ("{tired} > 1 and {tired} < 4", json!({"any_of": {"tired": [3, 4]}})),
            ("{pet} = 'dog' or {likes} contains 'wine'", json!({"any_of": {"pet": "dog", "likes": "wine"}})),
            (
                "!({pet} = 'dog' or {likes} contains 'wine')",
                json!({"none_of": {"pet": "dog", "likes": "wine"}}),
            ),
            (
                "{pet} = 'dog' and {likes} notcontains 'wine'",
                json!({"any_of": {"pet": "dog"}, "none_of": {"likes": "wine"}}),
            ),
            (
                "{pet} notempty and {pet} <> 'dog'",
                json!({"any_of": {"pet": ["cat", "none-yet"]}, "none_of": {"pet": "dog"}}),
            ),
            // Every reader answers “Home?”, so a flat is no house and no boat.
            (
                "{pet} = 'dog' and {home} = 'flat'",
                json!({"any_of": {"pet": "dog"}, "none_of": {"home": ["house", "boat"]}}),
            ),
            (
                "{home} <> 'flat' or {pet} = 'dog'",
                json!({"any_of": {"pet": "dog", "home": ["house", "boat"]}}),
            ),
        ] {
            let (found, left_out) = ask_if(written);
            assert_eq!(found, Some(expected), "{written}: {left_out:?}");
            assert_eq!(left_out, [""; 0], "{written}");
        }
    }

    #[test]
    fn a_condition_that_a_quiz_cannot_have_is_listed_with_its_reason() {
        for (written, reason) in [
            ("{pet} = 'dog' and {alarm} = true", "A quiz cannot ask for two answers at once."),
            ("{likes} allof ['tea', 'wine']", "A quiz cannot ask for two answers at once."),
            (
                "{pet} <> 'dog' or {alarm} = true",
                "In a quiz, an answer that must not be picked cannot be one of two alternatives.",
            ),
            ("{pet} = 'dog' and {pet} = 'cat'", "It never holds."),
            ("{pet} = 'dog' and {pet} <> 'dog'", "It never holds."),
            ("{pet} = 'cow'", "“A pet?” has no such choice."),
            ("{pet} anyof ['dog', 'cow']", "“A pet?” has no such choice."),
            ("{pet} contains ''", "“A pet?” has no such choice."),
            ("{alarm} contains false", "“An alarm?” has no such choice."),
            ("{tired} contains 0", "“Tired?” has no such choice."),
            ("{tired} < 1e999", "“Tired?” has no such choice."),
            (
                "{pet} contains ['dog', 'cat']",
                "“A pet?” has one answer, so a list is taken over only after anyof and noneof.",
            ),
            ("{tired} > 4", "“Tired?” has no such choice."),
            ("{q} = 1", "No earlier question is called q."),
            (
                "{likes} = ['tea']",
                "A quiz has only comparisons of an answer with values, so [ is not taken over here.",
            ),
            (
                "{likes} = 'tea'",
                "“You like” can have several answers, so only contains, anyof and noneof are taken over.",
            ),
        ] {
            let (found, left_out) = ask_if(written);
            assert_eq!(found, None, "{written}");
            assert_eq!(left_out, [format!("“Well?”: the condition, {written}. {reason}")]);
        }
    }

    #[test]
    fn the_conditions_of_a_page_and_a_panel_are_those_of_their_questions() {
        let survey = json!({"pages": [
            {"elements": [
                {"type": "boolean", "name": "pet", "title": "A pet?"},
                {"type": "boolean", "name": "dog", "title": "A dog?", "visibleIf": "{pet} = true"}]},
            {"visibleIf": "{pet} = true", "elements": [
                {"type": "boolean", "name": "a", "title": "A?"},
                {"type": "panel", "name": "p", "visibleIf": "{dog} <> false", "elements": [
                    {"type": "boolean", "name": "b", "title": "B?", "visibleIf": "{a} = true"},
                    {"type": "boolean", "name": "c", "title": "C?", "visibleIf": "{a} <> true"}]}]},
            {"elements": [{"type": "boolean", "name": "d", "title": "D?"}]}]});
        let imported = from_survey(&survey, "survey").expect("a quiz");
        let quiz: Json = serde_json::from_str(&imported.quiz.to_json()).expect("JSON");
        let conditions: Vec<Json> = (0..6).map(|index| quiz["questions"][index]["ask_if"].clone()).collect();
        let both = json!({"any_of": {"pet": "yes"}, "none_of": {"dog": "no"}});
        assert_eq!(
            conditions,
            [
                Json::Null,
                json!({"any_of": {"pet": "yes"}}),
                json!({"any_of": {"pet": "yes"}}),
                both,
                json!({"any_of": {"pet": "yes"}, "none_of": {"dog": "no", "a": "yes"}}),
                Json::Null,
            ]
        );
        assert_eq!(
            imported.left_out,
            ["“B?”: the condition, {a} = true. A quiz cannot ask for two answers at once."]
        );
    }
}
