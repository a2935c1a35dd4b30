//! Ratings of SurveyJS, which become scales.
//! <https://surveyjs.io/form-library/documentation/api-reference/rating-scale-question-model>

use serde_json::Value as Json;

use super::{Source, Survey, words_of};
use crate::import::content::{Choice, Kind};

/// The most steps of a rating whose values are looked at. A scale has far fewer.
const MAX_STEPS: usize = 1_000;

impl Survey {
    pub(super) fn read_rating(&mut self, element: &Json) {
        let values = element["rateValues"].as_array().map(Vec::as_slice).unwrap_or_default();
        let number = |key: &str, default| element[key].as_i64().unwrap_or(default);
        let value_of = |value: &Json| value.as_i64().or_else(|| value["value"].as_i64());
        let ends = values.first().and_then(value_of).zip(values.last().and_then(value_of));
        let (least, most) = ends.unwrap_or_else(|| {
            let least = number("rateMin", 1);
            (least, number("rateMax", least.saturating_add(number("rateCount", 5)).saturating_sub(1)))
        });
        let by = usize::try_from(number("rateStep", 1)).unwrap_or(1).max(1);
        let steps = if values.is_empty() {
            (most.saturating_sub(least) / i64::try_from(by).unwrap_or(i64::MAX)).saturating_add(1)
        } else {
            i64::try_from(values.len()).unwrap_or(i64::MAX)
        };
        let mut question = self.question(element, Kind::Scale(steps));
        for (key, value) in [("minRateDescription", least), ("maxRateDescription", most)] {
            let words = self.text(&element[key]);
            let words = if words.is_empty() { value.to_string() } else { words };
            question.choices.push(Choice { text: words, ..Choice::default() });
        }
        let value = |value: &Json| words_of(if value.is_object() { &value["value"] } else { value });
        let between = (least..=most).step_by(by).take(MAX_STEPS).map(|value| value.to_string());
        let steps = if values.is_empty() { between.collect() } else { values.iter().map(value).collect() };
        self.sources.push(Source { name: question.id.clone(), least, steps, ..Source::default() });
        self.content.questions.push(question);
    }
}

impl Source {
    /// Whether each step of a scale counts one more than the step before, from 0 or 1.
    pub(super) fn counts_steps(&self) -> bool {
        (0..=1).contains(&self.least)
            && self.steps.iter().zip(self.least..).all(|(step, number)| *step == number.to_string())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use crate::import::surveyjs::from_survey;

    #[test]
    fn a_rating_of_any_size_is_read() {
        for (least, most) in [(i64::MIN, i64::MAX), (i64::MAX, i64::MAX), (5, -5)] {
            let survey = json!({"elements": [
                {"type": "rating", "name": "a", "rateMin": least, "rateMax": most},
                {"type": "rating", "name": "b", "rateMin": least, "rateCount": i64::MIN}]});
            let imported = from_survey(&survey, "survey").expect("a quiz");
            assert_eq!(imported.left_out, [""; 0], "{least} to {most}");
        }
    }

    #[test]
    fn only_a_rating_that_counts_its_steps_is_added_up() {
        for (rating, steps, is_added) in [
            (json!({"rateMin": 0, "rateMax": 4}), 5, true),
            (json!({"rateValues": [1, 2, {"value": 3}]}), 3, true),
            (json!({"rateMin": 0, "rateMax": 10, "rateStep": 2}), 6, false),
            (json!({"rateValues": [0, 5, 10]}), 3, false),
            (json!({"rateMin": -2, "rateMax": 2}), 5, false),
        ] {
            let mut element = json!({"type": "rating", "name": "a"});
            element
                .as_object_mut()
                .expect("an object")
                .extend(rating.as_object().expect("an object").clone());
            let survey =
                json!({"elements": [element], "calculatedValues": [{"name": "t", "expression": "{a}"}]});
            let imported = from_survey(&survey, "survey").expect("a quiz");
            let quiz: Json = serde_json::from_str(&imported.quiz.to_json()).expect("JSON");
            assert_eq!(quiz["questions"][0]["scale"]["steps"], steps, "{rating}");
            let left_out = "The calculated value “t”: {a}".to_owned();
            assert_eq!(imported.left_out.contains(&left_out), !is_added, "{rating}");
        }
    }
}
