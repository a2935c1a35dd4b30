//! The scores of a survey: calculated values that add up answers, or numbers at the choices.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::condition::Test;
use super::expression::{Amount, Term, terms};
use super::{Source, Survey, text_of};
use crate::import::content::{AskIf, Cause, Choice, Kind, Pick, Rule};

impl Survey {
    /// Reads the scores: calculated values, or the numbers at the choices.
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
        if !values.is_empty() {
            self.choose_scores(json, &mut values);
        }
        if values.len() > 1 {
            self.content.rule = Rule::Most;
            for (cause, (name, terms)) in values.into_iter().enumerate() {
                self.content.causes.push(Cause { name, ..Cause::default() });
                for term in &terms {
                    self.add_term(cause, term);
                }
            }
            self.read_results_of_causes(json);
        } else if let Some((name, terms)) = values.first() {
            self.content.rule = Rule::Total;
            for term in terms {
                self.add_term(0, term);
            }
            self.read_ranges(json, Some(name));
        } else {
            self.read_choice_scores();
            if self.content.rule == Rule::Total {
                // The survey's page adds up the scores, so only the conditions name the total.
                self.read_ranges(json, self.only_unknown_name(json).as_deref());
            } else {
                self.read_results_of_causes(json);
            }
        }
    }

    /// Leaves out the calculated values or the scores at the choices, if a survey has both: a quiz counts one of them. If the conditions
    /// of the result texts name something else than a calculated value, it is the total of the scores.
    fn choose_scores(&mut self, json: &Json, values: &mut Vec<(String, Vec<Term>)>) {
        let has_scores = |source: &Source| source.scores.iter().any(|score| !score.is_null());
        if !self.sources.iter().any(has_scores) {
            return;
        }
        let total = self.only_unknown_name(json);
        if total.is_some_and(|total| values.iter().all(|(name, _)| *name != total)) {
            let names = values.drain(..).map(|(name, _)| format!("The calculated value “{name}”."));
            self.left_out.extend(names);
            return;
        }
        for (source, question) in self.sources.iter().zip(&self.content.questions) {
            if has_scores(source) {
                self.left_out.push(format!(
                    "“{}”: the scores of its choices. The points are those of the calculated values.",
                    question.text
                ));
            }
        }
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
            let starts_at_1 = source.steps.first() == Some(&1);
            let is_always_answered = question.is_required && question.ask_if == AskIf::default();
            if starts_at_1 && is_always_answered && self.content.rule == Rule::Total {
                self.shift += 1;
            } else if starts_at_1 {
                self.left_out.push(format!(
                    "“{}”: in a quiz its lowest step counts 0, and not 1. So a score with it is 1 lower.",
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
        let has_names = self.sources.iter().flat_map(|source| &source.scores).any(Json::is_object);
        let mut is_total = false;
        for (source, question) in self.sources.iter().zip(&mut self.content.questions) {
            for (score, choice) in source.scores.iter().zip(&mut question.choices) {
                let mut leave_out = |choice: &Choice, score: &Json, why: &str| {
                    self.left_out.push(format!("“{}”: the score {score} {why}.", choice.text));
                };
                if let Some(scores) = score.as_object() {
                    for (name, score) in scores {
                        let known = self.content.causes.iter().position(|cause| cause.name == *name);
                        let cause = known.unwrap_or(self.content.causes.len());
                        if known.is_none() {
                            self.content.causes.push(Cause { name: name.clone(), ..Cause::default() });
                        }
                        match score.as_i64() {
                            Some(points) => choice.add_points(cause, points),
                            None => leave_out(choice, score, &format!("for {name} is not a whole number")),
                        }
                    }
                } else if let Some(points) = score.as_i64() {
                    if has_names {
                        leave_out(choice, score, "names no cause, and other scores do");
                    } else {
                        is_total = true;
                        choice.add_points(0, points);
                    }
                } else if !score.is_null() {
                    leave_out(choice, score, "is not a whole number");
                }
            }
        }
        self.content.rule = if is_total { Rule::Total } else { Rule::Most };
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
    fn a_score_of_a_question_without_choices_is_listed() {
        let survey = json!({
            "elements": [{"type": "dropdown", "name": "q", "choicesByUrl": {"url": "https://example.org/"}}],
            "calculatedValues": [{"name": "Dry", "expression": "{q}"}]
        });
        let imported = from_survey(&survey, "x").expect("a quiz");
        assert!(imported.left_out.iter().any(|it| it.contains("Dry")), "{:?}", imported.left_out);
    }

    #[test]
    fn scores_that_are_no_points_of_a_cause_are_listed() {
        let survey = json!({"elements": [{"type": "dropdown", "name": "q", "choices": [
            {"value": "a", "score": 2}, {"value": "b", "score": {"Dry": 0.5, "Wet": 1}}]}]});
        let imported = from_survey(&survey, "x").expect("a quiz");
        assert!(imported.quiz.to_json().contains(r#"{"id": "a", "text": "a"}"#));
        assert_eq!(
            imported.left_out,
            [
                "“a”: the score 2 names no cause, and other scores do.",
                "“b”: the score 0.5 for Dry is not a whole number.",
            ]
        );
    }

    #[test]
    fn scores_of_choices_beside_calculated_values_are_not_left_out_in_silence() {
        let survey = |total: &str| {
            json!({
                "elements": [
                    {"type": "radiogroup", "name": "a", "choices": [{"value": "x", "score": 3}, {"value": "y", "score": 1}]},
                    {"type": "radiogroup", "name": "b", "choices": ["young", "old"]}],
                "calculatedValues": [{"name": "age", "expression": "iif({b} = 'old', 1, 0)"}],
                "completedHtmlOnCondition": [{"expression": format!("{{{total}}} >= 2"), "html": "High"}]
            })
        };
        // The total of the scores is what the result text compares.
        let imported = from_survey(&survey("score"), "x").expect("a quiz");
        let quiz = imported.quiz.to_json();
        assert!(quiz.contains(r#"{"id": "x", "text": "x", "points": 3}"#), "{quiz}");
        assert!(quiz.contains(r#"{"id": "old", "text": "old"}"#) && quiz.contains(r#""from": 2"#), "{quiz}");
        assert_eq!(imported.left_out, ["The calculated value “age”."]);
        let imported = from_survey(&survey("age"), "x").expect("a quiz");
        let quiz = imported.quiz.to_json();
        assert!(quiz.contains(r#"{"id": "x", "text": "x"}"#), "{quiz}");
        assert!(quiz.contains(r#"{"id": "old", "text": "old", "points": 1}"#), "{quiz}");
        assert_eq!(
            imported.left_out,
            ["“a”: the scores of its choices. The points are those of the calculated values."]
        );
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
