//! What the answers of a survey lead to: calculated values that add up answers, or scores at the choices, and the result texts.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::condition::{Test, Token};
use super::expression::{Amount, Order, Term, orders, terms};
use super::{Survey, text_of};
use crate::import::content::{AskIf, Cause, Choice, Kind, Pick, Rule};

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
            let is_always_answered = question.is_required && question.ask_if == AskIf::default();
            if source.least == 1 && is_always_answered && self.content.rule == Rule::Total {
                self.shift += 1;
            } else if source.least == 1 {
                self.left_out.push(format!(
                    "“{}”: the 1 of its lowest step. In a quiz this step counts 0, so a score with it is 1 lower.",
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
                        leave_out(choice, score, "has no name, and others have one");
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

    /// Reads the result texts of causes: each for a cause whose score is greater than all others.
    fn read_results_of_causes(&mut self, json: &Json) {
        for result in results_of(json) {
            let condition = text_of(result, "expression");
            let greatest = orders(condition).and_then(|orders| self.greatest(&orders));
            let means = self.marked(&result["html"]);
            match greatest.map(|cause| &mut self.content.causes[cause]).filter(|it| it.means.is_empty()) {
                Some(cause) => cause.means = means,
                None => self.leave_out_result(condition),
            }
        }
    }

    fn leave_out_result(&mut self, condition: &str) {
        self.left_out.push(format!("The result text for {condition}"));
    }

    /// The cause that has to be greater than each other one.
    fn greatest(&self, orders: &[Order]) -> Option<usize> {
        let cause = |token: &Token| match token {
            Token::Variable(name) => self.content.causes.iter().position(|cause| cause.name == *name),
            _ => None,
        };
        let greatest = cause(&orders.first()?.more)?;
        let mut others = BTreeSet::new();
        for order in orders {
            if cause(&order.more) != Some(greatest) {
                return None;
            }
            others.insert(cause(&order.less)?);
        }
        (others.len() + 1 == self.content.causes.len() && !others.contains(&greatest)).then_some(greatest)
    }

    /// The one name in the conditions of result texts that is no question. `None` if there are several.
    fn only_unknown_name(&self, json: &Json) -> Option<String> {
        let orders = results_of(json).filter_map(|result| orders(text_of(result, "expression"))).flatten();
        let names = orders.flat_map(|order| [order.less, order.more]).filter_map(|token| match token {
            // SurveyJS itself counts right answers: {correctAnswers}, {incorrectAnswers}.
            Token::Variable(name) if !name.to_lowercase().contains("correct") => Some(name),
            _ => None,
        });
        let names: BTreeSet<String> = names.filter(|name| self.source(name).is_none()).collect();
        names.first().filter(|_| names.len() == 1).cloned()
    }

    /// Reads the result texts of ranges of a total. SurveyJS shows the first one whose condition holds.
    fn read_ranges(&mut self, json: &Json, total: Option<&str>) {
        let least = self.content.most_points_of(0, -1).saturating_neg();
        let most = self.content.most_points_of(0, 1);
        // Where a range begins that only says where it ends: behind those before it.
        let mut next = least;
        let mut ranges = Vec::new();
        for (index, result) in results_of(json).enumerate() {
            let condition = text_of(result, "expression");
            let means = self.marked(&result["html"]);
            let limits = total.and_then(|total| limits_of(&orders(condition)?, total));
            let shifted = |limit: Option<i64>| limit.map(|limit| limit.saturating_sub(self.shift));
            let limits = limits.map(|(from, to)| (shifted(from).unwrap_or(next), shifted(to)));
            let Some((from, to)) = limits.filter(|(from, to)| to.is_none_or(|to| *from <= to)) else {
                self.leave_out_result(condition);
                continue;
            };
            if let Some(to) = to.filter(|_| from == next) {
                next = to.saturating_add(1);
            }
            ranges.push(Range { cause: Cause { from, ..cause_of(means) }, to, condition, index });
        }
        ranges.sort_by_key(|range| range.cause.from);
        for (range, next) in ranges.iter().zip(ranges.iter().skip(1).map(Some).chain([None])) {
            let ends_there = match (range.to, next) {
                (Some(to), Some(next)) if to < next.cause.from => to + 1 == next.cause.from,
                (_, Some(next)) => next.index < range.index && next.cause.from > range.cause.from,
                (to, None) => to.is_none_or(|to| to >= most),
            };
            if !ends_there {
                self.left_out.push(format!(
                    "Where the range of {} ends. In a quiz it ends where the next one begins.",
                    range.condition
                ));
            }
        }
        if self.shift > 0 && !ranges.is_empty() {
            self.left_out.push(format!(
                "The 1 of the lowest step of each rating. In a quiz this step counts 0, so the ranges begin {} lower.",
                self.shift
            ));
        }
        self.content.causes.extend(ranges.into_iter().map(|range| range.cause));
    }
}

/// A range of a total.
struct Range<'j> {
    cause: Cause,
    /// The greatest total in it.
    to: Option<i64>,
    condition: &'j str,
    /// Its place in the survey.
    index: usize,
}

fn results_of(json: &Json) -> impl Iterator<Item = &Json> {
    json["completedHtmlOnCondition"].as_array().into_iter().flatten()
}

/// The cause of a result text, whose first paragraph is its name if it is short.
fn cause_of(means: String) -> Cause {
    let (name, rest) = means.split_once("\n\n").unwrap_or((&means, ""));
    let name = name.replace('*', "");
    if name.chars().count() > MAX_NAME {
        return Cause { means, ..Cause::default() };
    }
    let means = if rest.is_empty() { means } else { rest.to_owned() };
    Cause { name, means, ..Cause::default() }
}

/// The least and the greatest total for which a condition holds. `None` if it compares anything else.
fn limits_of(orders: &[Order], total: &str) -> Option<(Option<i64>, Option<i64>)> {
    let is_total = |token: &Token| matches!(token, Token::Variable(name) if name == total);
    let (mut from, mut to) = (None, None);
    for Order { less, more, or_equal } in orders {
        let step = i64::from(!or_equal);
        if is_total(more) {
            from = from.max(Some(number_of(less)?.checked_add(step)?));
        } else if is_total(less) {
            let limit = number_of(more)?.checked_sub(step)?;
            to = Some(to.map_or(limit, |to: i64| to.min(limit)));
        } else {
            return None;
        }
    }
    Some((from, to))
}

fn number_of(token: &Token) -> Option<i64> {
    match token {
        Token::Text(text) | Token::Word(text) => text.trim().parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

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

    /// The name of each cause with what it means or where its range begins, and what is left out.
    fn results(
        elements: &Json,
        values: &Json,
        results: &[(&str, &str)],
    ) -> (Vec<(String, Json)>, Vec<String>) {
        let results: Vec<Json> =
            results.iter().map(|(condition, html)| json!({"expression": condition, "html": html})).collect();
        let survey =
            json!({"elements": elements, "calculatedValues": values, "completedHtmlOnCondition": results});
        let imported = from_survey(&survey, "survey").expect("a quiz");
        let quiz: Json = serde_json::from_str(&imported.quiz.to_json()).expect("JSON");
        let cause = |cause: &Json| {
            let what = if cause["from"].is_null() { &cause["means"] } else { &cause["from"] };
            (cause["label"].as_str().unwrap_or_default().to_owned(), what.clone())
        };
        let causes = quiz["causes"].as_array().into_iter().flatten().map(cause);
        (causes.collect(), imported.left_out)
    }

    fn named(causes: &[(&str, i64)]) -> Vec<(String, Json)> {
        causes.iter().map(|(name, from)| ((*name).to_owned(), json!(from))).collect()
    }

    #[test]
    fn a_result_text_goes_to_the_cause_that_is_greater_than_all_others() {
        let day = json!([{"type": "radiogroup", "name": "day", "choices": ["am", "pm", "all"]}]);
        let value = |name: &str, choice: &str| json!({"name": name, "expression": format!("iif({{day}} = '{choice}', 1, 0)")});
        let two = json!([value("Lark", "am"), value("Owl", "pm")]);
        let written =
            [("{Owl} < {Lark}", "A lark"), ("{Owl} > {Lark}", "An owl"), ("{Lark} < 3", "Hardly a lark")];
        let (causes, left_out) = results(&day, &two, &written);
        assert_eq!(causes, [("Lark".to_owned(), json!("A lark")), ("Owl".to_owned(), json!("An owl"))]);
        assert_eq!(left_out, ["The result text for {Lark} < 3"]);
        let three = json!([value("Lark", "am"), value("Owl", "pm"), value("Cat", "all")]);
        let written = [("{Owl} > {Lark} and {Owl} >= {Cat}", "An owl"), ("{Lark} > {Owl}", "No owl")];
        let (causes, left_out) = results(&day, &three, &written);
        assert_eq!(causes[1].1, "An owl");
        assert_eq!(left_out, ["The result text for {Lark} > {Owl}"]);
    }

    #[test]
    fn only_limits_of_the_total_are_ranges() {
        let elements = json!([{"type": "radiogroup", "name": "sex", "choices": [
            {"value": "m", "score": 12}, {"value": "f", "score": -1}]}]);
        let written = [
            ("8 <= {sum}", "High"),
            ("{sum} < '2'", "Low"),
            ("{sum} lessorequal 7", "Middle"),
            ("{sex} = 'm'", "For men"),
            ("{sum} > {sex}", "Odd"),
        ];
        let (causes, left_out) = results(&elements, &json!([]), &written);
        assert_eq!(causes, named(&[("Low", -1), ("Middle", 2), ("High", 8)]));
        assert_eq!(left_out, ["The result text for {sex} = 'm'", "The result text for {sum} > {sex}"]);
        // Two names: one of them is the total, and nobody knows which.
        let written = [("{sum} >= 8", "High"), ("{other} < 8", "Low")];
        assert_eq!(results(&elements, &json!([]), &written).1.len(), 2);
        let total = json!([{"name": "t", "expression": "iif({sex} = 'm', 12, 0)"}]);
        let (causes, left_out) = results(&elements, &total, &[("{t} >= 8", "High"), ("{u} >= 2", "Low")]);
        assert_eq!(causes, named(&[("High", 8)]));
        assert_eq!(left_out, ["The result text for {u} >= 2"]);
    }

    #[test]
    fn a_range_that_a_quiz_ends_elsewhere_is_listed() {
        let elements = json!([{"type": "radiogroup", "name": "q", "choices": [{"value": "a", "score": 12}]}]);
        let ends = |written: &[(&str, &str)]| results(&elements, &json!([]), written).1.len();
        assert_eq!(ends(&[("{t} >= 8", "A"), ("{t} >= 4", "B"), ("{t} < 4", "C")]), 0);
        assert_eq!(ends(&[("{t} >= 0 and {t} < 4", "A"), ("{t} >= 4 and {t} <= 12", "B")]), 0);
        // The second one is never shown, there are no results for some totals, and none above 10.
        assert_eq!(ends(&[("{t} >= 4", "B"), ("{t} >= 8", "A")]), 1);
        assert_eq!(ends(&[("{t} < 4", "A"), ("{t} > 6", "B")]), 1);
        assert_eq!(ends(&[("{t} < 20", "A"), ("{t} < 4", "B")]), 1);
        assert_eq!(ends(&[("{t} < 4", "A"), ("{t} >= 4 and {t} <= 10", "B")]), 1);
    }

    #[test]
    fn ranges_begin_lower_by_the_lowest_step_of_each_rating() {
        let rating = |name: &str, is_required: bool| json!({"type": "rating", "name": name, "title": name, "isRequired": is_required});
        let total = json!([{"name": "t", "expression": "{a} + {b}"}]);
        let written = [("{t} >= 6", "High"), ("{t} >= 2 and {t} < 6", "Low")];
        let (causes, left_out) = results(&json!([rating("a", true), rating("b", true)]), &total, &written);
        assert_eq!(causes, named(&[("Low", 0), ("High", 4)]));
        assert_eq!(
            left_out,
            [
                "The 1 of the lowest step of each rating. In a quiz this step counts 0, so the ranges begin 2 lower."
            ]
        );
        // A reader who does not answer has nothing in the survey either.
        let (causes, left_out) = results(&json!([rating("a", true), rating("b", false)]), &total, &written);
        assert_eq!(causes, named(&[("Low", 1), ("High", 5)]));
        assert_eq!(
            left_out[0],
            "“b”: the 1 of its lowest step. In a quiz this step counts 0, so a score with it is 1 lower."
        );
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
                "“a”: the score 2 has no name, and others have one.",
                "“b”: the score 0.5 for Dry is not a whole number.",
            ]
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
