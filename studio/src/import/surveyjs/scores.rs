//! What the answers of a survey lead to: calculated values that add up answers, or scores at the choices, and the result texts.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::condition::Test;
use super::expression::{Amount, Term, lower_limit, terms, variables};
use super::{Survey, text_of};
use crate::import::content::{Cause, Kind, Pick, Rule};
use crate::import::html::marked_text;

/// The most characters of a result's first line that is taken as its name.
const MAX_NAME: usize = 80;

impl Survey {
    /// Reads what the answers lead to: calculated values, or the scores of choices.
    pub(super) fn read_scores(&mut self, json: &Json) {
        let mut values = Vec::new();
        for value in json["calculatedValues"].as_array().into_iter().flatten() {
            let (name, expression) = (text_of(value, "name"), text_of(value, "expression"));
            match terms(expression) {
                Some(terms) if terms.iter().all(|term| self.knows(term)) => {
                    values.push((name.to_owned(), terms));
                }
                _ => self.left_out.push(format!("The calculated value “{name}”: {expression}")),
            }
        }
        if values.len() > 1 {
            self.content.rule = Rule::Most;
            for (cause, (name, terms)) in values.into_iter().enumerate() {
                self.content.causes.push(Cause { name, ..Cause::default() });
                for term in &terms {
                    self.add_term(cause, term);
                }
            }
        } else if let Some((_, terms)) = values.first() {
            self.content.rule = Rule::Total;
            for term in terms {
                self.add_term(0, term);
            }
        } else {
            self.read_choice_scores();
        }
        self.read_results(json);
    }

    /// Whether a quiz can count a term.
    fn knows(&self, term: &Term) -> bool {
        match &term.amount {
            Amount::If(test) => self.choices_with(test).is_some_and(|picks| {
                term.unless
                    .iter()
                    .all(|other| self.picks(other).is_ok_and(|others| self.never_both(&picks, &others)))
            }),
            Amount::Answer(name) => {
                self.source(name).map(|index| &self.sources[index]).is_some_and(|source| {
                    if source.values.is_empty() {
                        source.counts_steps()
                    } else {
                        source.values.iter().all(Json::is_i64)
                    }
                })
            }
        }
    }

    /// The choices for which a comparison holds. `None` if they cannot have its points: a scale has points for all steps alike, and a
    /// reader who ticks two choices gets the points of both.
    fn choices_with(&self, test: &Test) -> Option<BTreeSet<Pick>> {
        let picks = self.picks(test).ok()?;
        let (index, _) = *picks.first()?;
        let is_counted_once = self.content.questions[index].kind == Kind::One || picks.len() == 1;
        (is_counted_once && !self.sources[index].values.is_empty()).then_some(picks)
    }

    fn add_term(&mut self, cause: usize, term: &Term) {
        let name = match &term.amount {
            Amount::If(test) => {
                for (index, choice) in self.choices_with(test).unwrap_or_default() {
                    self.content.questions[index].choices[choice].add_points(cause, term.points);
                }
                return;
            }
            Amount::Answer(name) => name,
        };
        let Some(index) = self.source(name) else { return };
        let (source, question) = (&self.sources[index], &mut self.content.questions[index]);
        if source.values.is_empty() {
            // A scale gives points for each step above its low end.
            question.choices[1].add_points(cause, term.points);
            if source.least == 1 {
                self.left_out.push(format!(
                    "“{}”: the 1 of its lowest step. In a quiz this step counts 0.",
                    question.text
                ));
            }
        } else {
            for (value, choice) in source.values.iter().zip(&mut question.choices) {
                choice.add_points(cause, value.as_i64().unwrap_or(0).saturating_mul(term.points));
            }
        }
    }

    /// Reads the scores at the choices: a number for a total, or a number for each cause.
    fn read_choice_scores(&mut self) {
        let mut is_total = false;
        for (source, question) in self.sources.iter().zip(&mut self.content.questions) {
            for (score, choice) in source.scores.iter().zip(&mut question.choices) {
                if let Some(points) = score.as_i64() {
                    is_total = true;
                    choice.add_points(0, points);
                } else if let Some(scores) = score.as_object() {
                    for (name, points) in scores {
                        let known = self.content.causes.iter().position(|cause| cause.name == *name);
                        let cause = known.unwrap_or(self.content.causes.len());
                        if known.is_none() {
                            self.content.causes.push(Cause { name: name.clone(), ..Cause::default() });
                        }
                        choice.add_points(cause, points.as_i64().unwrap_or(0));
                    }
                } else if !score.is_null() {
                    self.left_out
                        .push(format!("“{}”: the score {score} is not a whole number.", choice.text));
                }
            }
        }
        if is_total && self.content.causes.is_empty() {
            self.content.rule = Rule::Total;
        } else {
            self.content.rule = Rule::Most;
        }
    }

    /// Reads the result texts: those with a lower limit are the ranges of a total, and others belong to the cause that they name.
    fn read_results(&mut self, json: &Json) {
        for result in json["completedHtmlOnCondition"].as_array().into_iter().flatten() {
            let condition = text_of(result, "expression");
            let means = marked_text(self.raw_text(&result["html"]));
            let named = variables(condition);
            let cause = self.content.causes.iter_mut().find(|cause| named.first() == Some(&cause.name));
            if self.content.rule == Rule::Total && named.len() == 1 {
                let (name, rest) = means.text.split_once("\n\n").unwrap_or((&means.text, ""));
                let name = name.replace('*', "");
                let is_name = name.chars().count() <= MAX_NAME;
                self.content.causes.push(Cause {
                    name: if is_name { name } else { String::new() },
                    means: if rest.is_empty() || !is_name { means.text.clone() } else { rest.to_owned() },
                    picture: None,
                    from: lower_limit(condition).unwrap_or(0),
                });
            } else if let Some(cause) = cause.filter(|cause| cause.means.is_empty()) {
                cause.means = means.text;
            } else {
                self.left_out.push(format!("The result text for {condition}"));
            }
        }
        self.content.causes.sort_by_key(|cause| cause.from);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::import::quiz_file::tests::assert_only_texts_are_missing;
    use crate::import::surveyjs::{from_survey, is_survey};

    #[test]
    fn scores_of_choices_are_a_total_with_ranges() {
        let survey = json!({
            "elements": [{"type": "imagepicker", "name": "q", "choices": [
                {"value": 1, "score": 0, "imageLink": "a.png"}, {"value": 2, "text": "Two", "score": 3}]}],
            "completedHtmlOnCondition": [
                {"expression": "{total} >= 2", "html": "<h3>Owl</h3><p>Late.</p>"},
                {"expression": "{total} < 2", "html": "<h3>Lark</h3><p>Early.</p>"}
            ]
        });
        assert!(is_survey(&survey));
        let imported = from_survey(&survey, "night").expect("a quiz");
        let quiz = imported.quiz.to_json();
        assert!(quiz.contains(r#"{"id": "2", "text": "Two", "points": 3}"#), "{quiz}");
        assert!(quiz.contains(r#""means": "Early.""#), "{quiz}");
        assert!(quiz.find(r#""from": 0"#) < quiz.find(r#""from": 2"#), "{quiz}");
        assert_only_texts_are_missing(&imported.quiz);
        assert_eq!(imported.left_out, ["“q”: the pictures of its choices. Add them as photos."]);
    }

    #[test]
    fn scores_by_name_are_causes() {
        let survey = json!({"elements": [{"type": "dropdown", "name": "q", "choices": [
            {"value": "a", "score": {"Wet": 1, "Dry": 2}}, {"value": "b", "score": 1.5}]}]});
        let imported = from_survey(&survey, "x").expect("a quiz");
        assert!(
            imported.quiz.to_json().contains(r#""points": {"dry": 2, "wet": 1}"#),
            "{}",
            imported.quiz.to_json()
        );
        assert_eq!(imported.left_out, ["“b”: the score 1.5 is not a whole number."]);
    }

    #[test]
    fn points_go_to_each_choice_for_which_a_comparison_holds() {
        let points = |expression: &str| {
            let survey = json!({"elements": [
                {"type": "radiogroup", "name": "pet", "choices": ["dog", "hot dog", "cat"]},
                {"type": "checkbox", "name": "likes", "choices": ["tea", "wine"]},
                {"type": "rating", "name": "tired"}],
                "calculatedValues": [{"name": "t", "expression": expression}]});
            let quiz = from_survey(&survey, "survey").expect("a quiz").quiz.to_json();
            let quiz: serde_json::Value = serde_json::from_str(&quiz).expect("JSON");
            let choices =
                |question: usize| quiz["questions"][question]["choices"].as_array().expect("choices").clone();
            let all = [choices(0), choices(1)].concat();
            all.iter().map(|choice| choice["points"].as_i64().unwrap_or(0)).collect::<Vec<_>>()
        };
        assert_eq!(points("iif({pet} = 'dog', 2, 0)"), [2, 0, 0, 0, 0]);
        assert_eq!(points("iif({pet} contains 'dog', 2, 0)"), [2, 2, 0, 0, 0]);
        assert_eq!(points("iif({pet} anyof ['dog', 'cat'], 2, 0)"), [2, 0, 2, 0, 0]);
        assert_eq!(points("iif({likes} contains 'tea', 2, 0)"), [0, 0, 0, 2, 0]);
        // Two ticks would count twice, and a step has no points of its own.
        assert_eq!(points("iif({likes} anyof ['tea', 'wine'], 2, 0)"), [0; 5]);
        assert_eq!(points("iif({likes} = 'tea', 2, 0)"), [0; 5]);
        assert_eq!(points("iif({tired} = 2, 2, 0)"), [0; 5]);
        let otherwise = "iif({pet} = 'dog', 2, iif({pet} = 'cat', 1, 0))";
        assert_eq!(points(otherwise), [2, 0, 1, 0, 0]);
        // Both can hold, and only the first would count.
        assert_eq!(points("iif({pet} contains 'dog', 2, iif({pet} = 'dog', 1, 0))"), [0; 5]);
        assert_eq!(points("iif({likes} contains 'tea', 2, iif({likes} contains 'wine', 1, 0))"), [0; 5]);
        assert_eq!(points("iif({pet} = 'dog', 2, iif({likes} contains 'wine', 1, 0))"), [0; 5]);
    }
}
