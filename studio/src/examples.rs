//! The quizzes that a new draft can begin with.

use which_cause_quiz::Value;

use crate::format::{Format, Kind};

/// A quiz to begin with.
#[derive(Debug)]
pub(crate) struct Example {
    /// The name of its file.
    pub(crate) file_name: &'static str,
    /// What it shows.
    pub(crate) about: &'static str,
    /// The text of the file.
    pub(crate) text: &'static str,
}

macro_rules! examples {
    ($($path:literal: $about:literal,)*) => {
        &[$(Example {
            file_name: file_name($path),
            about: $about,
            text: include_str!(concat!("../../quizzes/", $path)),
        }),*]
    };
}

/// The smallest one first, then the five-cause quiz, then one of each shape.
pub(crate) const EXAMPLES: &[Example] = examples! {
    "starter.json": "A small quiz with notes for its author. The usual start.",
    "upper-back-knots.json": "Health: five causes, safety screens that stop the quiz, a course.",
    "dense-bread.json": "Causes in a kitchen, with sources.",
    "examples/kind-of-traveller.json": "Kinds of people: one point for each answer.",
    "examples/dinner-tonight.json": "Many outcomes, and exactly one result.",
    "examples/how-you-garden.json": "Scales between two ends; the best four results.",
    "examples/night-owl.json": "A questionnaire with a total and ranges.",
    "examples/squeaky-bicycle.json": "Questions that are asked only on some answers.",
};

/// A quiz file with everything that is required, and no text.
pub(crate) fn empty_quiz() -> String {
    let mut quiz = Format::new().blank(&Kind::Object("QuizFile".to_owned()));
    if let Value::Object(entries) = &mut quiz {
        for (key, value) in entries {
            let text = match key.as_str() {
                "id" => "my-quiz",
                "version" => "0.1.0",
                "language" => "en",
                _ => continue,
            };
            *value = Value::String(text.to_owned());
        }
    }
    quiz.to_json()
}

const fn file_name(path: &'static str) -> &'static str {
    let bytes = path.as_bytes();
    let mut start = bytes.len();
    while start > 0 && bytes[start - 1] != b'/' {
        start -= 1;
    }
    path.split_at(start).1
}

#[cfg(test)]
mod tests {
    use super::*;
    use which_cause_quiz::read;

    #[test]
    fn the_check_of_the_empty_quiz_says_what_is_missing() {
        let problems: Vec<String> =
            read(&empty_quiz()).expect_err("problems").iter().map(ToString::to_string).collect();
        for place in ["title: ", "questions: ", "causes: ", "intro.lead: "] {
            assert!(problems.iter().any(|problem| problem.starts_with(place)), "{place} {problems:?}");
        }
    }

    #[test]
    fn every_example_is_valid_and_named() {
        for example in EXAMPLES {
            assert!(read(example.text).is_ok(), "{}", example.file_name);
            assert!(!example.file_name.contains('/'), "{}", example.file_name);
        }
    }
}
