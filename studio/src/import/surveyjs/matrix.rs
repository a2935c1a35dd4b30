//! Tables of SurveyJS in which a reader picks a column in each row. Each row becomes a question whose choices are the columns.
//! <https://surveyjs.io/form-library/documentation/api-reference/matrix-table-question-model>

use serde_json::Value as Json;

use super::{Source, Survey, condition_of, words_of};
use crate::import::content::{Kind, Question};
use crate::import::html::marked_text;

impl Survey {
    pub(super) fn read_matrix(&mut self, element: &Json) {
        let kind = if element["cellType"] == "checkbox" { Kind::All } else { Kind::One };
        let whole = self.question(element, kind);
        for (key, what) in
            [("rowsVisibleIf", "which rows are there"), ("columnsVisibleIf", "which columns are there")]
        {
            if let Some(condition) = condition_of(element, key) {
                self.left_out.push(format!("“{}”: {what}, {condition}", whole.text));
            }
        }
        if element["cells"].as_object().is_some_and(|cells| !cells.is_empty()) {
            self.left_out.push(format!("“{}”: the texts of its cells.", whole.text));
        }
        // Without it, a reader may answer some rows alone.
        let is_required = element["eachRowRequired"] == true || element["isAllRowRequired"] == true;
        let title = marked_text(self.raw_text(&element["title"])).text;
        let texts: Vec<&str> = [&*title, &*whole.help].into_iter().filter(|text| !text.is_empty()).collect();
        let help = texts.join("\n\n");
        for column in element["columns"].as_array().into_iter().flatten() {
            if let Some(condition) = condition_of(column, "visibleIf") {
                self.left_out.push(format!("“{}”: which columns are there, {condition}", whole.text));
            }
        }
        let rows = element["rows"].as_array().map(Vec::as_slice).unwrap_or_default();
        if rows.is_empty() {
            // Its answer is that of its only row, which has no name.
            let mut question = Question { is_required: is_required || whole.is_required, ..whole };
            let mut source = Source { name: question.id.clone(), ..Source::default() };
            self.read_choices(&element["columns"], &mut question, &mut source);
            self.add(question, source);
            return;
        }
        if whole.is_required && !is_required {
            self.left_out.push(format!("“{}”: that a reader must answer one of its rows.", whole.text));
        }
        let around = std::mem::replace(&mut self.around, whole.ask_if);
        for row in rows {
            let (value, text) = self.item(row);
            let value = words_of(value);
            let ask_if = self.read_ask_if(row, &format!("“{}”, “{text}”: the condition, ", whole.text));
            let mut question = Question {
                id: format!("{}-{value}", whole.id),
                text,
                help: help.clone(),
                kind,
                is_required,
                ask_if,
                ..Question::default()
            };
            let mut source = Source { name: format!("{}.{value}", whole.id), ..Source::default() };
            self.read_choices(&element["columns"], &mut question, &mut source);
            self.add(question, source);
        }
        self.around = around;
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use crate::import::quiz_file::tests::assert_only_texts_are_missing;
    use crate::import::surveyjs::from_survey;

    #[test]
    fn each_row_of_a_table_is_a_question() {
        let survey = json!({
            "elements": [
                {"type": "boolean", "name": "works", "title": "Do you work?"},
                {"type": "matrix", "name": "agree", "title": "How much do you agree?", "description": "This week.",
                 "visibleIf": "{works} = true", "eachRowRequired": true, "cells": {"tired": {"yes": "Yes, very"}},
                 "columns": [{"value": "no", "text": "Not at all"}, "yes"],
                 "rows": ["tired", {"value": "alone", "text": "I work alone"}]},
                {"type": "boolean", "name": "rest", "title": "A rest?", "visibleIf": "{agree.tired} = 'yes'"}],
            "calculatedValues": [
                {"name": "Wet", "expression": "iif({agree.tired} = 'yes', 2, 0)"},
                {"name": "Dry", "expression": "iif({agree.alone} = 'no', 1, 0)"}]
        });
        let imported = from_survey(&survey, "survey").expect("a quiz");
        assert_only_texts_are_missing(&imported.quiz);
        let quiz: Json = serde_json::from_str(&imported.quiz.to_json()).expect("JSON");
        let row = |id: &str, text: &str, choices: Json| {
            json!({"id": id, "kind": "one", "ask_if": {"any_of": {"works": "yes"}}, "required": true, "text": text,
                "help": "How much do you agree?\n\nThis week.", "choices": choices})
        };
        let (no, yes) = (json!({"id": "no", "text": "Not at all"}), json!({"id": "yes", "text": "yes"}));
        let with_points = |choice: &Json, points: Json| {
            let mut choice = choice.clone();
            choice["points"] = points;
            choice
        };
        assert_eq!(
            quiz["questions"][1],
            row("agree-tired", "tired", json!([no, with_points(&yes, json!({"wet": 2}))]))
        );
        assert_eq!(
            quiz["questions"][2],
            row("agree-alone", "I work alone", json!([with_points(&no, json!({"dry": 1})), yes]))
        );
        assert_eq!(quiz["questions"][3]["ask_if"], json!({"any_of": {"agree-tired": "yes"}}));
        assert_eq!(imported.left_out, ["“How much do you agree?”: the texts of its cells."]);
    }

    #[test]
    fn a_table_without_rows_is_one_question() {
        let survey = json!({"elements": [
            {"type": "matrix", "name": "mood", "title": "Your mood?", "columns": ["good", "bad"], "rows": []},
            {"type": "boolean", "name": "rest", "title": "A rest?", "visibleIf": "{mood} = 'bad'"}]});
        let imported = from_survey(&survey, "survey").expect("a quiz");
        let quiz: Json = serde_json::from_str(&imported.quiz.to_json()).expect("JSON");
        assert_eq!(quiz["questions"][0]["text"], "Your mood?");
        assert_eq!(quiz["questions"][1]["ask_if"], json!({"any_of": {"mood": "bad"}}));
        assert_eq!(imported.left_out, [""; 0]);
    }

    #[test]
    fn a_row_has_its_own_condition_and_one_of_a_column_is_left_out() {
        let survey = json!({"elements": [
            {"type": "boolean", "name": "works", "title": "Do you work?"},
            {"type": "matrix", "name": "agree", "title": "Agree?", "isRequired": true,
             "columns": ["no", {"value": "yes", "visibleIf": "{works} = true"}],
             "rows": ["it's \"late\"", {"value": "my boss", "visibleIf": "{works} = true"}, {"value": 3, "visibleIf": "{x} = 1"}]},
            {"type": "boolean", "name": "rest", "title": "A rest?", "visibleIf": "{agree.it's \"late\"} = 'yes'"}]});
        let imported = from_survey(&survey, "survey").expect("a quiz");
        let quiz: Json = serde_json::from_str(&imported.quiz.to_json()).expect("JSON");
        let questions = &quiz["questions"];
        assert_eq!(questions[1]["ask_if"], Json::Null);
        assert_eq!(questions[2]["ask_if"], json!({"any_of": {"works": "yes"}}));
        assert_eq!(questions[3]["ask_if"], Json::Null);
        let late = questions[1]["id"].as_str().expect("an id");
        assert_eq!(questions[4]["ask_if"]["any_of"][late], "yes");
        assert_eq!(
            imported.left_out,
            [
                "“Agree?”: which columns are there, {works} = true",
                "“Agree?”: that a reader must answer one of its rows.",
                "“Agree?”, “3”: the condition, {x} = 1. No earlier question is called x.",
            ]
        );
    }
}
