//! Ratings of SurveyJS, which become scales. A rating with texts at its steps, or with too few or too many for a scale, becomes a question
//! with choices. <https://surveyjs.io/form-library/documentation/api-reference/rating-scale-question-model>

use serde_json::Value as Json;

use super::{Source, Survey};
use crate::import::content::{Choice, Kind, SCALE_STEPS};

/// The most steps that SurveyJS gives a rating.
const MAX_STEPS: usize = 20;

impl Survey {
    pub(super) fn read_rating(&mut self, element: &Json) {
        let number = |key: &str| element[key].as_i64();
        let keys = ["rateMin", "rateMax", "rateStep", "rateCount"];
        let is_whole = keys.iter().all(|key| element[key].is_null() || number(key).is_some());
        // With `autoGenerate`, SurveyJS numbers the steps and ignores `rateValues`.
        let values =
            element["rateValues"].as_array().filter(|it| !it.is_empty() && element["autoGenerate"] != true);
        let items = values.cloned().unwrap_or_else(|| {
            let by = number("rateStep").unwrap_or(1).max(1);
            let length = number("rateCount").map(|count| count.saturating_sub(1).saturating_mul(by));
            let from_most = number("rateMax").zip(length).map(|(most, length)| most.saturating_sub(length));
            let least = number("rateMin").or(from_most).unwrap_or(1);
            let from_least = length.map(|length| least.saturating_add(length));
            let most = number("rateMax").or(from_least).unwrap_or(5);
            let steps = (least..=most).step_by(usize::try_from(by).unwrap_or(usize::MAX));
            steps.take(MAX_STEPS + 1).map(Json::from).collect()
        });
        if !is_whole || items.is_empty() || items.len() > MAX_STEPS {
            let title = self.title_of(element);
            self.left_out.push(format!(
                "“{title}”: a rating. Only one with 1 to {MAX_STEPS} steps in whole numbers is imported."
            ));
            return;
        }
        let value_of =
            |item: &Json| item.as_i64().or_else(|| item["value"].as_i64().filter(|_| item["text"].is_null()));
        let steps: Vec<i64> = items.iter().map_while(value_of).collect();
        let count = i64::try_from(items.len()).unwrap_or(i64::MAX);
        let is_scale = steps.len() == items.len() && SCALE_STEPS.contains(&count);
        let mut question = self.question(element, if is_scale { Kind::Scale(count) } else { Kind::One });
        let mut source = Source { name: question.id.clone(), ..Source::default() };
        let ends = [("minRateDescription", steps.first()), ("maxRateDescription", steps.last())];
        for (key, value) in ends {
            let words = self.text(&element[key]);
            if is_scale {
                let value = || value.map(i64::to_string).unwrap_or_default();
                let words = if words.is_empty() { value() } else { words };
                question.choices.push(Choice { text: words, ..Choice::default() });
            } else if !words.is_empty() {
                self.left_out.push(format!("“{}”: the text at an end of the rating, {words}", question.text));
            }
        }
        if is_scale {
            source.steps = steps;
        } else {
            self.read_choices(&Json::from(items), &mut question, &mut source);
        }
        self.add(question, source);
    }
}

impl Source {
    /// Whether this is a scale of which each step counts one more than the step before, from 0 or 1.
    pub(super) fn counts_steps(&self) -> bool {
        self.steps.first().is_some_and(|least| {
            (0..=1).contains(least) && self.steps.iter().zip(*least..).all(|(step, number)| *step == number)
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use crate::import::surveyjs::from_survey;

    #[test]
    fn a_rating_of_any_size_is_read() {
        for (least, most) in [(i64::MIN + 1, i64::MAX), (5, -5), (0, 999_999_999)] {
            let survey = json!({"elements": [
                {"type": "boolean", "name": "a"},
                {"type": "rating", "name": "b", "rateMin": least, "rateMax": most},
                {"type": "rating", "name": "c", "rateMin": least, "rateCount": i64::MIN}]});
            let imported = from_survey(&survey, "survey").expect("a quiz");
            let quiz: Json = serde_json::from_str(&imported.quiz.to_json()).expect("JSON");
            assert_eq!(quiz["questions"].as_array().map(Vec::len), Some(1));
            let left_out = ["b", "c"].map(|it| {
                format!("“{it}”: a rating. Only one with 1 to 20 steps in whole numbers is imported.")
            });
            assert_eq!(imported.left_out, left_out, "{least} to {most}");
        }
    }

    #[test]
    fn a_rating_with_texts_at_its_steps_is_a_question_with_choices() {
        for (rating, texts) in [
            (
                json!({"rateValues": [{"value": 1, "text": "Never"}, {"value": 2, "text": "Sometimes"}, 3]}),
                vec!["Never", "Sometimes", "3"],
            ),
            (json!({"rateValues": ["small", "medium", "large"]}), vec!["small", "medium", "large"]),
            (json!({"rateMin": 0, "rateMax": 1}), vec!["0", "1"]),
        ] {
            let mut element = json!({"type": "rating", "name": "a", "maxRateDescription": "Most"});
            element
                .as_object_mut()
                .expect("an object")
                .extend(rating.as_object().expect("an object").clone());
            let survey = json!({"elements": [element]});
            let imported = from_survey(&survey, "survey").expect("a quiz");
            let quiz: Json = serde_json::from_str(&imported.quiz.to_json()).expect("JSON");
            let choices = quiz["questions"][0]["choices"].as_array().expect("choices");
            assert_eq!(choices.iter().map(|choice| &choice["text"]).collect::<Vec<_>>(), texts);
            assert_eq!(imported.left_out[0], "“a”: the text at an end of the rating, Most");
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
            (json!({"rateMin": 0}), 6, true),
            (json!({"rateMax": 7, "rateCount": 4}), 4, false),
            (json!({"rateMin": 1, "rateCount": 4}), 4, true),
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
