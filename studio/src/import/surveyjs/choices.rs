//! Questions of SurveyJS with choices, and those with yes and no.

use serde_json::Value as Json;

use super::{Source, Survey, condition_of, words_of};
use crate::import::content::{Choice, Kind, Question};

const FEWEST: &str = "the fewest choices that a reader can tick.";
const MOST: &str = "the most choices that a reader can tick. Write it under At most.";

impl Survey {
    pub(super) fn read_question(&mut self, element: &Json, kind: Kind) {
        let mut question = self.question(element, kind);
        let mut source = Source { name: question.id.clone(), ..Source::default() };
        self.read_choices(&element["choices"], &mut question, &mut source);
        let choices = element["choices"].as_array().into_iter().flatten();
        let pictures = choices.filter(|choice| !choice["imageLink"].is_null()).count();
        if element["showNoneItem"] == true || element["hasNone"] == true {
            let words = self.text(&element["noneText"]);
            let text = if words.is_empty() { self.english("None") } else { words };
            let id = "none".to_owned();
            question.choices.push(Choice { id, text, is_exclusive: true, ..Choice::default() });
            source.values.push(Json::from("none"));
            source.scores.push(Json::Null);
        }
        let title = question.text.clone();
        for (key, what) in [
            ("showOtherItem", "a choice in the reader’s own words."),
            ("hasOther", "a choice in the reader’s own words."),
            ("showRefuseItem", "the choice to refuse an answer."),
            ("showDontKnowItem", "the choice “Don’t know”."),
        ] {
            if element[key] == true {
                self.left_out.push(format!("“{title}”: {what}"));
            }
        }
        for (key, what) in [
            ("choicesByUrl", "the choices from another address."),
            ("choicesFromQuestion", "the choices of another question."),
            ("choicesMax", "the numbers that are its choices."),
            ("minSelectedChoices", FEWEST),
            ("maxSelectedChoices", MOST),
        ] {
            if !element[key].is_null() {
                self.left_out.push(format!("“{title}”: {what}"));
            }
        }
        for rule in element["validators"].as_array().into_iter().flatten() {
            for (key, what) in [("minCount", FEWEST), ("maxCount", MOST)] {
                if !rule[key].is_null() {
                    self.left_out.push(format!("“{title}”: {what}"));
                }
            }
        }
        if pictures > 0 {
            self.left_out.push(format!("“{title}”: the pictures of its choices. Add them as photos."));
        }
        let choices = element["choices"].as_array().into_iter().flatten();
        for (key, of_all, what) in [
            ("visibleIf", "choicesVisibleIf", "which choices are there"),
            ("enableIf", "choicesEnableIf", "which choices are enabled"),
        ] {
            let of_choices = choices.clone().filter_map(|choice| condition_of(choice, key));
            for condition in condition_of(element, of_all).into_iter().chain(of_choices) {
                self.left_out.push(format!("“{title}”: {what}, {condition}"));
            }
        }
        self.add(question, source);
    }

    pub(super) fn read_choices(&mut self, choices: &Json, question: &mut Question, source: &mut Source) {
        for choice in choices.as_array().into_iter().flatten() {
            let (value, text) = self.item(choice);
            let is_exclusive = question.kind == Kind::All && choice["isExclusive"] == true;
            question.choices.push(Choice { id: words_of(value), text, is_exclusive, ..Choice::default() });
            source.values.push(value.clone());
            source.scores.push(choice["score"].clone());
        }
    }

    /// The value and the text of an item of a list. It is an object, or its value alone.
    pub(super) fn item<'j>(&mut self, item: &'j Json) -> (&'j Json, String) {
        let value = if item.is_object() { &item["value"] } else { item };
        self.note_languages(&item["text"]);
        let text = self.text(&item["text"]);
        (value, if text.is_empty() { words_of(value) } else { text })
    }

    pub(super) fn read_yes_or_no(&mut self, element: &Json) {
        let mut question = self.question(element, Kind::One);
        let mut source = Source { name: question.id.clone(), ..Source::default() };
        for (label, other_value, value, word) in
            [("labelTrue", "valueTrue", true, "Yes"), ("labelFalse", "valueFalse", false, "No")]
        {
            let words = self.text(&element[label]);
            let text = if words.is_empty() { self.english(word) } else { words };
            question.choices.push(Choice { id: word.to_lowercase(), text, ..Choice::default() });
            let other = &element[other_value];
            source.values.push(if other.is_null() { Json::Bool(value) } else { other.clone() });
            source.scores.push(Json::Null);
        }
        self.add(question, source);
    }
}
