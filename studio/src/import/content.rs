//! The content of an imported quiz, and the quiz file that it becomes.

use std::collections::{BTreeMap, BTreeSet};

use which_cause_quiz::{JsonPath, Value, lookup_language};

use super::ids::id_from;
use crate::document::{children, free_id};

/// The texts and points of a quiz that was made elsewhere.
#[derive(Debug, Default)]
pub(super) struct Content {
    pub(super) title: String,
    /// What readers see before they start, with markup taken out.
    pub(super) lead: String,
    pub(super) picture: Option<Picture>,
    /// Its language, if it is known.
    pub(super) language: Option<String>,
    /// The label of the Start button, if it has one.
    pub(super) start: Option<String>,
    pub(super) rule: Rule,
    pub(super) causes: Vec<Cause>,
    pub(super) questions: Vec<Question>,
}

/// How answers become a result.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub(super) enum Rule {
    /// The causes close to the lead.
    #[default]
    Lead,
    /// The one cause with the most points.
    Most,
    /// The cause in whose range the total of all points is.
    Total,
}

#[derive(Debug, Default)]
pub(super) struct Cause {
    pub(super) name: String,
    /// What it means, with markup.
    pub(super) means: String,
    pub(super) picture: Option<Picture>,
    /// The lowest total of its range.
    pub(super) from: i64,
}

#[derive(Debug, Default)]
pub(super) struct Question {
    /// Its id elsewhere, if it has one.
    pub(super) id: String,
    pub(super) text: String,
    /// With markup.
    pub(super) help: String,
    pub(super) picture: Option<Picture>,
    pub(super) kind: Kind,
    pub(super) is_required: bool,
    pub(super) ask_if: AskIf,
    /// The choices, or the low and the high end of a scale.
    pub(super) choices: Vec<Choice>,
}

/// A choice or a step of a question: the index of the question, and its own.
pub(super) type Pick = (usize, usize);

/// On which answers to earlier questions a question is asked. Without any, it is asked always.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct AskIf {
    /// At least one of these is picked, unless there is none.
    pub(super) any_of: BTreeSet<Pick>,
    /// None of these is picked.
    pub(super) none_of: BTreeSet<Pick>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    #[default]
    One,
    All,
    /// So many steps.
    Scale(i64),
}

#[derive(Debug, Default)]
pub(super) struct Choice {
    /// Its id elsewhere, if it has one.
    pub(super) id: String,
    pub(super) text: String,
    pub(super) picture: Option<Picture>,
    pub(super) is_exclusive: bool,
    /// The points, each with the index of its cause. Those for a total have the index 0.
    pub(super) points: Vec<(usize, i64)>,
}

/// A photo, with its size in pixels.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) address: String,
    pub(super) width: i64,
    pub(super) height: i64,
    /// What it shows; empty if nobody has said so.
    pub(super) text: String,
}

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

impl Choice {
    /// Adds points for a cause to those that it has.
    pub(super) fn add_points(&mut self, cause: usize, points: i64) {
        match self.points.iter_mut().find(|(known, _)| *known == cause) {
            Some((_, sum)) => *sum = sum.saturating_add(points),
            None => self.points.push((cause, points)),
        }
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
    fn language(&self) -> (String, bool) {
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
            // A reader whom nothing fits must be able to go on.
            let can_be_required =
                question.kind != Kind::All || question.choices.iter().any(|choice| choice.is_exclusive);
            questions.push(object([
                ("id", Some(text(&id))),
                ("kind", Some(text(kind))),
                ("ask_if", ask_if_value(&question.ask_if, &questions)),
                ("required", (question.is_required && can_be_required).then_some(Value::Bool(true))),
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

    /// The words for a score. They begin at three quarters, a half and a quarter of the most points that a cause can have.
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
        let of_cause = |cause: usize| -> i64 {
            let of = |choice: &Choice| {
                choice
                    .points
                    .iter()
                    .find(|(it, _)| *it == cause)
                    .map_or(0, |(_, points)| (*points).clamp(0, 99))
            };
            let of_question = |question: &Question| {
                let points = question.choices.iter().map(of);
                if question.kind == Kind::All { points.sum() } else { points.max().unwrap_or(0) }
            };
            self.questions.iter().map(of_question).sum()
        };
        (0..self.causes.len()).map(of_cause).max().unwrap_or(0)
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
pub(super) mod tests {
    use super::*;
    use which_cause_quiz::Draft;

    /// The problems of a quiz file as its author reads them.
    pub(crate) fn problems(quiz: &Value) -> Vec<String> {
        Draft::from_value(quiz.clone()).problems().iter().map(ToString::to_string).collect()
    }

    /// Asserts that a quiz file lacks texts of its author and has no other problem.
    pub(crate) fn assert_only_texts_are_missing(quiz: &Value) {
        for problem in problems(quiz) {
            assert!(problem.contains("an empty text"), "{problem}");
        }
    }

    fn content(rule: Rule) -> Content {
        let cause = |name: &str, from| Cause {
            name: name.to_owned(),
            means: "Words.".to_owned(),
            picture: None,
            from,
        };
        let choice = |text: &str, cause: usize| Choice {
            text: text.to_owned(),
            points: vec![(if rule == Rule::Total { 0 } else { cause }, 2)],
            ..Choice::default()
        };
        let question = |kind| Question {
            text: "Which?".to_owned(),
            kind,
            is_required: true,
            choices: vec![choice("A", 0), choice("A", 1)],
            ..Question::default()
        };
        Content {
            title: "Title".to_owned(),
            lead: "Lead.".to_owned(),
            rule,
            causes: vec![cause("One", 0), cause("Öne", 3)],
            questions: vec![question(Kind::One), question(Kind::All), question(Kind::Scale(5))],
            ..Content::default()
        }
    }

    #[test]
    fn a_quiz_of_each_rule_lacks_nothing_but_texts_of_its_author() {
        for rule in [Rule::Lead, Rule::Most, Rule::Total] {
            let quiz = content(rule).to_quiz("file");
            let problems = problems(&quiz);
            let expected = [
                "causes[0].summary: an empty text; it must have 1 to 2000 characters",
                "causes[0].sureness: an empty text; it must have 1 to 2000 characters",
                "causes[1].summary: an empty text; it must have 1 to 2000 characters",
                "causes[1].sureness: an empty text; it must have 1 to 2000 characters",
            ];
            assert_eq!(problems, expected, "{rule:?}");
        }
    }

    #[test]
    fn ids_are_unique_and_come_from_the_texts() {
        let quiz = content(Rule::Lead).to_quiz("file").to_json();
        for id in
            [r#""id": "one""#, r#""id": "one-2""#, r#""id": "which-2""#, r#""id": "a-2""#, r#""one-2": 2"#]
        {
            assert!(quiz.contains(id), "{id} is not in {quiz}");
        }
    }

    #[test]
    fn texts_of_the_studio_are_for_english_quizzes_alone() {
        let mut content = content(Rule::Lead);
        content.language = Some("de_AT".to_owned());
        let quiz = content.to_quiz("file").to_json();
        assert!(quiz.contains(r#""language": "de-AT""#), "{quiz}");
        assert!(!quiz.contains("Your answers"), "{quiz}");
        assert_only_texts_are_missing(&content.to_quiz("file"));
    }
}
