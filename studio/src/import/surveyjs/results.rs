//! The result texts of a survey: those of causes, and those of ranges of a total.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::condition::Token;
use super::expression::{Order, orders};
use super::{Survey, text_of};
use crate::import::content::Cause;

/// The most characters of a result's first line that is taken as its name.
const MAX_NAME: usize = 80;

impl Survey {
    /// Reads the result texts of causes: each for a cause whose score is greater than all others.
    pub(super) fn read_results_of_causes(&mut self, json: &Json) {
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

    /// The one name in the conditions of result texts that is not a question. `None` if there are several.
    pub(super) fn only_unknown_name(&self, json: &Json) -> Option<String> {
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
    pub(super) fn read_ranges(&mut self, json: &Json, total: Option<&str>) {
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
                "In a quiz the lowest step of a rating counts 0, and not 1. So each range begins {} lower.",
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

    use crate::import::surveyjs::from_survey;

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
        assert_eq!(
            left_out,
            [
                "“sex”: the scores of its choices. The points are those of the calculated values.",
                "The result text for {u} >= 2",
            ]
        );
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
            ["In a quiz the lowest step of a rating counts 0, and not 1. So each range begins 2 lower."]
        );
        // A reader who does not answer has nothing in the survey either.
        let (causes, left_out) = results(&json!([rating("a", true), rating("b", false)]), &total, &written);
        assert_eq!(causes, named(&[("Low", 1), ("High", 5)]));
        assert_eq!(
            left_out[0],
            "“b”: in a quiz its lowest step counts 0, and not 1. So a score with it is 1 lower."
        );
    }
}
