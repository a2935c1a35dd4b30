//! The quiz file of an imported quiz.

use std::collections::{BTreeMap, BTreeSet};

use which_cause_quiz::{JsonPath, Value, lookup_language};

use super::content::{AskIf, Choice, Content, Kind, MAX_POINTS, Pick, Picture, Question, Rule};
use super::ids::id_from;
use crate::document::{children, free_id};

impl Picture {
    /// It in the quiz file. Beside a text that says the same it needs none of its own.
    fn to_value(&self, is_beside_text: bool) -> Value {
        object([
            ("photo", Some(text(&self.address))),
            ("width", Some(Value::Integer(self.width))),
            ("height", Some(Value::Integer(self.height))),
            ("text", (!is_beside_text || !self.text.is_empty()).then(|| text(&self.text))),
        ])
    }
}

impl Content {
    /// The quiz file. It has all that it needs except texts that only its author can write: these are empty. `name` is that of the file
    /// that was imported.
    pub(super) fn to_quiz(&self, name: &str) -> Value {
        let causes = self.causes();
        let cause_ids: Vec<&str> = causes.iter().map(id_of).collect();
        let (language, is_english) = self.language();
        let english = |words: &str| text(if is_english { words } else { "" });
        let title = if self.title.is_empty() { name } else { &self.title };
        object([
            ("format", Some(Value::Integer(1))),
            ("id", Some(text(&id_from(title, "my-quiz")))),
            ("version", Some(text("0.1.0"))),
            ("language", Some(text(&language))),
            ("title", Some(text(&self.title))),
            (
                "intro",
                Some(object([
                    ("lead", Some(text(&self.lead))),
                    ("picture", self.picture.as_ref().map(|it| it.to_value(false))),
                    ("start", Some(self.start.as_deref().map_or_else(|| english("Start"), text))),
                ])),
            ),
            ("questions", Some(Value::Array(self.questions(&cause_ids)))),
            ("causes", Some(Value::Array(causes.clone()))),
            ("scoring", Some(self.scoring())),
            ("bands", self.bands(&english)),
            ("verdicts", Some(self.verdicts(&english))),
            (
                "disclaimer",
                Some(object([
                    ("short", Some(english("For learning only."))),
                    (
                        "full",
                        Some(english(
                            "This quiz compares your answers with typical ones, and it can be wrong.",
                        )),
                    ),
                ])),
            ),
        ])
    }

    /// The language tag, and whether the texts of the studio are in it.
    pub(super) fn language(&self) -> (String, bool) {
        let language = self.language.as_deref().map(str::trim).filter(|it| !it.is_empty() && *it != "und");
        let language = language.unwrap_or("en").replace('_', "-");
        let is_english = lookup_language(&language, &["en"]).is_some();
        (language, is_english)
    }

    fn causes(&self) -> Vec<Value> {
        let mut causes = Vec::new();
        for (index, cause) in self.causes.iter().enumerate() {
            let id = free_id(&causes, &id_from(&cause.name, &format!("cause-{}", index + 1)));
            causes.push(object([
                ("id", Some(text(&id))),
                ("from", (self.rule == Rule::Total).then_some(Value::Integer(cause.from))),
                ("article_name", Some(text(&cause.name))),
                ("label", Some(text(&cause.name))),
                ("short_label", Some(text(&cause.name))),
                ("summary", Some(text(""))),
                ("means", Some(text(&cause.means))),
                ("picture", cause.picture.as_ref().map(|it| it.to_value(false))),
                ("sureness", Some(text(""))),
            ]));
        }
        causes
    }

    fn questions(&self, causes: &[&str]) -> Vec<Value> {
        let mut questions = Vec::new();
        for (index, question) in self.questions.iter().enumerate() {
            let name = if question.id.is_empty() { &question.text } else { &question.id };
            let id = free_id(&questions, &id_from(name, &format!("question-{}", index + 1)));
            let kind = match question.kind {
                Kind::One => "one",
                Kind::All => "all",
                Kind::Scale(_) => "scale",
            };
            let is_scale = matches!(question.kind, Kind::Scale(_));
            questions.push(object([
                ("id", Some(text(&id))),
                ("kind", Some(text(kind))),
                ("ask_if", ask_if_value(&question.ask_if, &questions)),
                (
                    "required",
                    (question.is_required && question.can_be_required()).then_some(Value::Bool(true)),
                ),
                ("text", Some(text(&question.text))),
                ("help", (!question.help.is_empty()).then(|| text(&question.help))),
                ("picture", question.picture.as_ref().map(|it| it.to_value(false))),
                ("choices", (!is_scale).then(|| Value::Array(self.choices(question, causes)))),
                ("scale", is_scale.then(|| self.scale(question, causes))),
            ]));
        }
        questions
    }

    fn choices(&self, question: &Question, causes: &[&str]) -> Vec<Value> {
        let mut choices = Vec::new();
        for (index, choice) in question.choices.iter().enumerate() {
            let name = if choice.id.is_empty() { &choice.text } else { &choice.id };
            let id = free_id(&choices, &id_from(name, &format!("choice-{}", index + 1)));
            choices.push(object([
                ("id", Some(text(&id))),
                ("text", Some(text(&choice.text))),
                ("picture", choice.picture.as_ref().map(|it| it.to_value(true))),
                ("points", self.points(choice, causes)),
                ("exclusive", choice.is_exclusive.then_some(Value::Bool(true))),
            ]));
        }
        choices
    }

    fn scale(&self, question: &Question, causes: &[&str]) -> Value {
        let Kind::Scale(steps) = question.kind else { return Value::Null };
        let end = |index: usize| {
            let end = question.choices.get(index);
            object([
                ("text", Some(text(end.map_or("", |end| &end.text)))),
                ("points", end.and_then(|end| self.points(end, causes))),
            ])
        };
        object([("steps", Some(Value::Integer(steps))), ("low", Some(end(0))), ("high", Some(end(1)))])
    }

    fn points(&self, choice: &Choice, causes: &[&str]) -> Option<Value> {
        let given = choice.points.iter().filter(|(_, points)| *points != 0);
        if self.rule == Rule::Total {
            return given.map(|(_, points)| Value::Integer(*points)).next();
        }
        let entries: Vec<(String, Value)> = given
            .filter_map(|(cause, points)| Some(((*causes.get(*cause)?).to_owned(), Value::Integer(*points))))
            .collect();
        (!entries.is_empty()).then_some(Value::Object(entries))
    }

    fn scoring(&self) -> Value {
        let number = |n| Some(Value::Integer(n));
        match self.rule {
            Rule::Lead => {
                object([("lead_from", number(40)), ("margin", number(15)), ("most_shown", number(2))])
            }
            Rule::Most => object([("result", Some(text("one"))), ("score", Some(text("sum")))]),
            Rule::Total => object([("score", Some(text("total")))]),
        }
    }

    /// The bands. They begin at three quarters, a half and a quarter of the most points that a cause can have.
    fn bands(&self, english: &impl Fn(&str) -> Value) -> Option<Value> {
        let most = match self.rule {
            Rule::Total => return None,
            Rule::Lead => 80,
            Rule::Most => self.most_points().max(4),
        };
        let bands = [
            ("many", most * 3 / 4, "Most of your answers fit"),
            ("some", most / 2, "Some of your answers fit"),
            ("few", most / 4, "A few of your answers fit"),
            ("hardly", 0, "Hardly any of your answers fit"),
        ];
        let band = |(id, from, words)| {
            object([
                ("id", Some(text(id))),
                ("from", Some(Value::Integer(from))),
                ("text", Some(english(words))),
            ])
        };
        Some(Value::Array(bands.into_iter().map(band).collect()))
    }

    /// The most points that one cause can have, as a measure for the bands.
    fn most_points(&self) -> i64 {
        (0..self.causes.len()).map(|cause| self.most_points_of(cause, 1)).max().unwrap_or(0)
    }

    /// The most points that answers can give a cause. With the sign -1, the most that they can take from it.
    pub(super) fn most_points_of(&self, cause: usize, sign: i64) -> i64 {
        let of = |choice: &Choice| {
            let points = choice.points.iter().find(|(it, _)| *it == cause);
            points.map_or(0, |(_, points)| (points.clamp(&-MAX_POINTS, &MAX_POINTS) * sign).max(0))
        };
        let of_question = |question: &Question| {
            let points = question.choices.iter().map(of);
            match question.kind {
                Kind::One => points.max().unwrap_or(0),
                Kind::All => points.sum(),
                // An end has its points for each step away from the other end.
                Kind::Scale(steps) => points.max().unwrap_or(0) * (steps - 1),
            }
        };
        self.questions.iter().map(of_question).sum()
    }

    fn verdicts(&self, english: &impl Fn(&str) -> Value) -> Value {
        let leads = object([
            (
                "heading",
                // The placeholder is in the text in every language.
                Some(match english("Your answers lean toward: {label}") {
                    Value::String(words) if words.is_empty() => text("{label}"),
                    words => words,
                }),
            ),
            ("text", Some(english("This is the one that your answers fit best."))),
        ]);
        let mixed = || {
            object([
                ("heading", Some(english("Your answers point to more than one"))),
                ("text", Some(english("These came out close together."))),
                (
                    "spread",
                    Some(english(
                        "Your answers are spread widely. Start with the one that feels most true to you.",
                    )),
                ),
            ])
        };
        let nothing = || {
            object([
                ("heading", Some(english("Nothing stands out"))),
                ("text", Some(english("Your answers do not lean toward any of these."))),
            ])
        };
        object([
            ("leads", Some(leads)),
            ("mixed", (self.rule == Rule::Lead).then(mixed)),
            ("nothing", (self.rule != Rule::Most).then(nothing)),
        ])
    }
}

/// A condition in the quiz file, whose earlier questions are there. `None` if there is no condition.
fn ask_if_value(ask_if: &AskIf, earlier: &[Value]) -> Option<Value> {
    let answers = |picks: &BTreeSet<Pick>| {
        let mut by_question: BTreeMap<usize, Vec<Value>> = BTreeMap::new();
        for (question, choice) in picks {
            let choices = children(&earlier[*question], &JsonPath::to_key("choices"));
            // A step of a scale is a number from 1.
            let step = || Value::Integer(i64::try_from(choice + 1).unwrap_or(i64::MAX));
            let pick = choices.get(*choice).map_or_else(step, |choice| text(id_of(choice)));
            by_question.entry(*question).or_default().push(pick);
        }
        let answer = |mut picks: Vec<Value>| match picks.pop() {
            Some(pick) if picks.is_empty() => pick,
            last => Value::Array(picks.into_iter().chain(last).collect()),
        };
        let entries = by_question
            .into_iter()
            .map(|(question, picks)| (id_of(&earlier[question]).to_owned(), answer(picks)));
        (!picks.is_empty()).then(|| Value::Object(entries.collect()))
    };
    let (any_of, none_of) = (answers(&ask_if.any_of), answers(&ask_if.none_of));
    (*ask_if != AskIf::default()).then(|| object([("any_of", any_of), ("none_of", none_of)]))
}

fn text(words: &str) -> Value {
    Value::String(words.to_owned())
}

/// An object without the keys that have no value.
fn object<const N: usize>(entries: [(&str, Option<Value>); N]) -> Value {
    let entries = entries.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(entries.collect())
}

fn id_of(part: &Value) -> &str {
    match part {
        Value::Object(entries) => match entries.first() {
            Some((_, Value::String(id))) => id,
            _ => "",
        },
        _ => "",
    }
}

#[cfg(test)]
pub(super) mod tests;
