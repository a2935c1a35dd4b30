//! Surveys of SurveyJS whose answers have scores. <https://surveyjs.io/form-library/documentation/design-survey/create-a-quiz>
//!
//! A score is a number at a choice, or a calculated value whose expression adds up answers.

mod ask_if;
mod choices;
mod condition;
mod expression;
mod matrix;
mod rating;
mod results;
mod scores;

use serde_json::Value as Json;

use super::Imported;
use super::content::{AskIf, Content, Kind, Question, left_out_pictures};
use super::html::{Converted, marked_text, plain_text};

/// Whether JSON is a survey.
pub(crate) fn is_survey(json: &Json) -> bool {
    let is_element = |it: &Json| it["type"].is_string() && it["name"].is_string();
    let elements = |it: &Json| {
        it["elements"]
            .as_array()
            .or(it["questions"].as_array())
            .is_some_and(|them| them.iter().any(is_element))
    };
    json["pages"].as_array().is_some_and(|pages| pages.iter().any(elements)) || elements(json)
}

/// The quiz of a survey.
///
/// # Errors
///
/// It has no question with choices.
pub(crate) fn from_survey(json: &Json, name: &str) -> Result<Imported, String> {
    let mut survey =
        Survey { language: json["locale"].as_str().unwrap_or("default").to_owned(), ..Survey::default() };
    let description = survey.text(&json["description"]);
    survey.content.title = survey.text(&json["title"]);
    survey.content.lead = description;
    survey.content.language = json["locale"].as_str().map(str::to_owned);
    let start = survey.text(&json["startSurveyText"]);
    survey.content.start = Some(start).filter(|it| !it.is_empty());
    survey.read_elements(json);
    for page in json["pages"].as_array().into_iter().flatten() {
        survey.read_container(page, "page");
    }
    if survey.content.questions.is_empty() {
        return Err("this survey has no question with choices, a rating, or yes and no".to_owned());
    }
    survey.read_scores(json);
    let end = survey.text(&json["completedHtml"]);
    if !end.is_empty() {
        survey.left_out.push(format!("The text at the end: {end}"));
    }
    for (key, what) in [
        ("triggers", "The triggers."),
        ("navigateToUrl", "The page that readers go to at the end."),
        ("navigateToUrlOnCondition", "The pages that readers go to after some answers."),
    ] {
        if !is_empty(&json[key]) {
            survey.left_out.push(what.to_owned());
        }
    }
    if has_time_limit(json) {
        survey.left_out.push("The time limit.".to_owned());
    }
    survey.left_out.extend(left_out_pictures(survey.pictures));
    Ok(Imported { quiz: survey.content.to_quiz(name), left_out: survey.left_out, photos: Vec::new() })
}

#[derive(Default)]
struct Survey {
    language: String,
    content: Content,
    /// What is known of each question, in the same order.
    sources: Vec<Source>,
    /// The condition of the page and the panels that are being read.
    around: AskIf,
    left_out: Vec<String>,
    /// How many pictures are left out.
    pictures: usize,
    /// How much lower each total is than in the survey.
    shift: i64,
}

/// A question as the survey's expressions name it.
#[derive(Default)]
struct Source {
    name: String,
    /// The value of each choice. A scale has none.
    values: Vec<Json>,
    /// The value of each step of a scale.
    steps: Vec<i64>,
    /// The scores of each choice: a number, or an object with numbers.
    scores: Vec<Json>,
}

impl Survey {
    /// A text in the language of the survey.
    fn raw_text<'j>(&self, json: &'j Json) -> &'j str {
        let text = json
            .as_str()
            .or_else(|| json[self.language.as_str()].as_str())
            .or_else(|| json["default"].as_str());
        text.or_else(|| json.as_object()?.values().find_map(Json::as_str)).unwrap_or_default()
    }

    fn text(&mut self, json: &Json) -> String {
        self.without_pictures(plain_text(self.raw_text(json)))
    }

    /// A text with markup.
    fn marked(&mut self, json: &Json) -> String {
        self.without_pictures(marked_text(self.raw_text(json)))
    }

    fn without_pictures(&mut self, converted: Converted) -> String {
        converted.into_text(&mut self.pictures)
    }

    /// A word of SurveyJS that a survey does not write itself. In other languages than English it is left to the author.
    fn english(&self, word: &str) -> String {
        if self.content.language().1 { word.to_owned() } else { String::new() }
    }

    /// Notes the other languages of a text, once.
    fn note_languages(&mut self, json: &Json) {
        const NOTE: &str = "The other languages. Add them as translations.";
        if json.as_object().is_some_and(|texts| texts.len() > 1) && !self.left_out.iter().any(|it| it == NOTE)
        {
            self.left_out.push(NOTE.to_owned());
        }
    }

    fn read_container(&mut self, json: &Json, what: &str) {
        if is_hidden(json) {
            let title = self.title_of(json);
            self.left_out.push(format!("A {what} that the survey does not show: {title}"));
            return;
        }
        if let Some(condition) = condition_of(json, "enableIf") {
            self.left_out.push(format!("When a {what} is enabled: {condition}"));
        }
        if has_time_limit(json) {
            self.left_out.push(format!("The time limit of a {what}."));
        }
        for key in ["title", "description"] {
            let words = self.text(&json[key]);
            if !words.is_empty() {
                self.left_out.push(format!("The {key} of a {what}: {words}"));
            }
        }
        let ask_if = self.read_ask_if(json, &format!("The condition of a {what}: "));
        let around = std::mem::replace(&mut self.around, ask_if);
        self.read_elements(json);
        self.around = around;
    }

    /// The condition of a part of the survey, with those of the parts around it. One that a quiz cannot have is left out.
    fn read_ask_if(&mut self, json: &Json, name: &str) -> AskIf {
        let around = self.around.clone();
        let Some(condition) = condition_of(json, "visibleIf") else { return around };
        match self.ask_if(condition).and_then(|own| self.both(around.clone(), own)) {
            Ok(ask_if) => ask_if,
            Err(reason) => {
                self.left_out.push(format!("{name}{condition}. {reason}"));
                around
            }
        }
    }

    fn read_elements(&mut self, json: &Json) {
        let elements = json["elements"].as_array().or(json["questions"].as_array());
        for element in elements.into_iter().flatten() {
            match element["type"].as_str().unwrap_or_default() {
                "panel" => self.read_container(element, "panel"),
                _ if is_hidden(element) => {
                    let title = self.title_of(element);
                    self.left_out.push(format!("“{title}”: the survey does not show it."));
                }
                "radiogroup" | "dropdown" | "buttongroup" => self.read_question(element, Kind::One),
                "checkbox" | "tagbox" => self.read_question(element, Kind::All),
                "imagepicker" => {
                    let is_many = element["multiSelect"] == true;
                    self.read_question(element, if is_many { Kind::All } else { Kind::One });
                }
                "boolean" => self.read_yes_or_no(element),
                "rating" => self.read_rating(element),
                "matrix" => self.read_matrix(element),
                "html" => {
                    let text = self.text(&element["html"]);
                    self.left_out.push(format!("A text between the questions: {text}"));
                }
                "image" => self.pictures += 1,
                other => {
                    let title = self.title_of(element);
                    self.left_out.push(format!(
                        "“{title}”: a question of the type {other}. A quiz asks with choices and scales."
                    ));
                }
            }
        }
    }

    fn title_of(&mut self, element: &Json) -> String {
        let title = self.text(&element["title"]);
        if title.is_empty() { element["name"].as_str().unwrap_or_default().to_owned() } else { title }
    }

    fn question(&mut self, element: &Json, kind: Kind) -> Question {
        let title = self.title_of(element);
        self.note_languages(&element["title"]);
        let ask_if = self.read_ask_if(element, &format!("“{title}”: the condition, "));
        for (key, what) in [("requiredIf", "when it is required"), ("enableIf", "when it is enabled")] {
            if let Some(condition) = condition_of(element, key) {
                self.left_out.push(format!("“{title}”: {what}, {condition}"));
            }
        }
        for (key, what) in [
            ("correctAnswer", "the right answer. Give points to causes instead."),
            ("defaultValue", "the answer that is picked at the start."),
        ] {
            if !element[key].is_null() {
                self.left_out.push(format!("“{title}”: {what}"));
            }
        }
        if element["showCommentArea"] == true || element["hasComment"] == true {
            self.left_out.push(format!("“{title}”: the field for a comment."));
        }
        for rule in element["validators"].as_array().into_iter().flatten() {
            // The question says what it counts.
            if rule["type"] != "answercount" {
                self.left_out.push(format!("“{title}”: a rule for the answer, {}", words_of(&rule["type"])));
            }
        }
        Question {
            id: element["name"].as_str().unwrap_or_default().to_owned(),
            text: title,
            help: self.marked(&element["description"]),
            picture: None,
            kind,
            is_required: element["isRequired"] == true,
            ask_if,
            choices: Vec::new(),
        }
    }

    /// Adds a question that was read.
    fn add(&mut self, question: Question, source: Source) {
        if question.is_required && !question.can_be_required() {
            self.left_out.push(format!(
                "“{}” can be skipped now. To require an answer, add a choice such as “None of these”.",
                question.text
            ));
        }
        self.content.questions.push(question);
        self.sources.push(source);
    }

    fn source(&self, name: &str) -> Option<usize> {
        self.sources.iter().position(|source| source.name == name)
    }
}

/// A condition of a part of the survey. `None` if it has none.
fn condition_of<'j>(part: &'j Json, key: &str) -> Option<&'j str> {
    part[key].as_str().map(str::trim).filter(|it| !it.is_empty())
}

/// Whether a part of the survey has nothing in it.
fn is_empty(part: &Json) -> bool {
    part.is_null() || part == "" || part.as_array().is_some_and(Vec::is_empty)
}

/// Whether a part of the survey is never shown. A condition goes before this.
fn is_hidden(part: &Json) -> bool {
    part["visible"] == false && condition_of(part, "visibleIf").is_none()
}

/// Whether a survey or a page of it ends after a time. Older surveys have other names for it.
fn has_time_limit(part: &Json) -> bool {
    ["timeLimit", "timeLimitPerPage", "maxTimeToFinish", "maxTimeToFinishPage"]
        .iter()
        .any(|key| part[*key].as_i64().is_some_and(|seconds| seconds > 0))
}

fn text_of<'j>(json: &'j Json, key: &str) -> &'j str {
    json[key].as_str().unwrap_or_default()
}

/// A value as a text.
fn words_of(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests;
