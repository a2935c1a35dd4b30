//! The quizzes that a new draft can begin with.

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
    "examples/kind-of-traveler.json": "Kinds of people: one point for each answer.",
    "examples/dinner-tonight.json": "Many causes, and exactly one result.",
    "examples/how-you-garden.json": "Scales between two ends; the best four results.",
    "examples/night-owl.json": "A questionnaire with a total and ranges.",
    "examples/squeaky-bicycle.json": "Questions that are asked only on some answers.",
};

/// A quiz without causes, questions and a title. It has the texts and numbers that suit most quizzes.
pub(crate) const EMPTY_QUIZ: &str = include_str!("empty-quiz.json");

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
    fn the_empty_quiz_lacks_only_what_its_author_must_write() {
        let problems = read(EMPTY_QUIZ).expect_err("problems");
        let paths: Vec<String> = problems.iter().map(|problem| problem.path.to_string()).collect();
        assert_eq!(paths, ["title", "intro.lead", "causes", "questions"]);
    }

    #[test]
    fn every_example_is_valid() {
        for example in EXAMPLES {
            read(example.text).expect(example.file_name);
            assert!(!example.file_name.contains('/'), "{}", example.file_name);
        }
    }
}
