//! The small quiz that `which-cause new` writes, and the parts that it can start with.

use std::mem;

use which_cause_quiz::{Value, built_in_words};

/// A small valid and fair quiz, with notes for the author.
const PLAIN: &str = include_str!("../quizzes/starter.json");

/// The additional parts of a quiz with a safety screen.
const SAFETY: &str = include_str!("../starter/safety.json");

/// The additional parts of a quiz with pictures.
const PICTURES: &str = include_str!("../starter/pictures.json");

/// The parts that a new quiz begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Start {
    /// Questions, causes and test cases
    Plain,
    /// Also a safety screen, on which a tick can stop the quiz
    Safety,
    /// Also pictures, with a drawings file beside the quiz
    Pictures,
}

/// The quiz to start from.
pub(crate) fn starter(start: Start, id: &str, title: &str, language: &str, drawings: &str) -> Value {
    let mut quiz = parse(PLAIN);
    match start {
        Start::Plain => {}
        Start::Safety => merge(&mut quiz, parse(SAFETY)),
        Start::Pictures => merge(&mut quiz, parse(PICTURES)),
    }
    let Value::Object(entries) = &mut quiz else { return quiz };
    for (key, text) in [("id", id), ("title", title), ("language", language), ("drawings", drawings)] {
        if let Some((_, value)) = entries.iter_mut().find(|(known, _)| known == key) {
            *value = Value::String(text.to_owned());
        }
    }
    // A quiz in a language without built-in words needs all of them.
    if built_in_words(language).is_empty()
        && let Some((_, words)) = entries.iter_mut().find(|(key, _)| key == "words")
    {
        let own = mem::replace(words, Value::Object(built_in_words("en")));
        merge(words, own);
    }
    quiz
}

fn parse(json: &str) -> Value {
    Value::parse(json).expect("the command's own files are JSON")
}

/// Adds the parts of `more`. Items of a list with the same id are merged, others are added. New parts of the quiz come before its
/// questions.
fn merge(value: &mut Value, more: Value) {
    match (value, more) {
        (Value::Object(entries), Value::Object(more)) => {
            for (key, value) in more {
                if let Some((_, known)) = entries.iter_mut().find(|(known, _)| *known == key) {
                    merge(known, value);
                } else {
                    let questions = entries.iter().position(|(known, _)| known == "questions");
                    entries.insert(questions.unwrap_or(entries.len()), (key, value));
                }
            }
        }
        (Value::Array(items), Value::Array(more)) => {
            for item in more {
                match items.iter_mut().find(|known| id(known).is_some() && id(known) == id(&item)) {
                    Some(known) => merge(known, item),
                    None => items.push(item),
                }
            }
        }
        (value, more) => *value = more,
    }
}

fn id(item: &Value) -> Option<&Value> {
    item.get("id")
}
