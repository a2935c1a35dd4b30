//! Where the preview is: a reader's session at the part that the author works on.

use std::sync::Arc;

use which_cause_quiz::{JsonPath, Quiz, Session, Value};

use crate::document::{children, get, object_entries, text_at};
use crate::part::{Group, List, Part};

/// A session that is at a part: at its screen or question, or at a result that shows it. Parts without a screen of their own have
/// none.
pub(crate) fn session_at(file: &Value, quiz: &Arc<Quiz>, part: Part) -> Option<Session> {
    let answers = match part {
        Part::Item(List::Screens, index) => {
            Answers::until(quiz, format!("screens.{}", quiz.screens().get(index)?.id))
        }
        Part::Item(List::Questions, index) => {
            let mut answers = Answers::until(quiz, format!("questions.{}", quiz.questions().get(index)?.id));
            answers.meet_condition(file, index);
            answers
        }
        Part::Item(List::Causes, index) => {
            Answers::for_cause(file, quiz, quiz.causes().get(index)?.id.as_str())
        }
        Part::Group(
            Group::Verdicts | Group::Scoring | Group::Course | Group::Notes | Group::Flags | Group::Sources,
        ) => Answers::for_cause(file, quiz, quiz.causes().first()?.id.as_str()),
        Part::Group(Group::About) => return Some(Session::new(Arc::clone(quiz))),
        Part::Group(Group::Intro | Group::Care | Group::Words)
        | Part::Points
        | Part::Photos
        | Part::Fairness
        | Part::Look
        | Part::Publish
        | Part::Translations
        | Part::Translation(_)
        | Part::TestCases
        | Part::TestCase(_) => return None,
    };
    Some(Session::restore(rendered_anew(quiz), &answers.serialize(quiz)))
}

/// The same quiz at another address. The widget renders a result anew only for another quiz: a reader's own result never changes.
pub(crate) fn rendered_anew(quiz: &Quiz) -> Arc<Quiz> {
    Arc::new(quiz.clone())
}

/// The answers that lead to a part. [`Session::serialize`] describes their text.
struct Answers {
    /// The name of the step to be at; empty for the result.
    step: String,
    /// Picks by question, where it matters which.
    picks: Vec<(String, Vec<String>)>,
}

impl Answers {
    /// Answers up to a step: no flags, and questions skipped where that is possible.
    fn until(quiz: &Quiz, step: String) -> Self {
        let required = quiz.questions().iter().filter(|question| question.required);
        let first_choice = required.map(|question| {
            let choice = question.choices.first().map(|choice| choice.id.to_string());
            (question.id.to_string(), choice.into_iter().collect())
        });
        Self { step, picks: first_choice.collect() }
    }

    /// Answers that speak for a cause as far as each question lets them.
    fn for_cause(file: &Value, quiz: &Quiz, cause: &str) -> Self {
        let mut answers = Self::until(quiz, String::new());
        for (index, question) in quiz.questions().iter().enumerate() {
            let path = List::Questions.path().item(index);
            let mut choices = supporting(file, &path, question.choices.len(), cause);
            choices.sort_by_key(|(points, _)| -points);
            choices.truncate(if question.picks_one() { 1 } else { question.at_most.unwrap_or(usize::MAX) });
            if !choices.is_empty() {
                answers.pick(question.id.as_str(), choices.into_iter().map(|(_, id)| id).collect());
            }
        }
        answers
    }

    /// Picks the choices that the condition of a question needs.
    fn meet_condition(&mut self, file: &Value, question: usize) {
        let any_of = List::Questions.path().item(question).key("ask_if").key("any_of");
        if let Some((asked, choice)) = object_entries(file, &any_of).first() {
            let choice = match choice {
                Value::Array(choices) => choices.first(),
                choice => Some(choice),
            };
            match choice {
                Some(Value::String(choice)) => self.pick(asked, vec![choice.clone()]),
                Some(Value::Integer(step)) => self.pick(asked, vec![step.to_string()]),
                _ => {}
            }
        }
    }

    fn pick(&mut self, question: &str, choices: Vec<String>) {
        self.picks.retain(|(known, _)| known != question);
        self.picks.push((question.to_owned(), choices));
    }

    fn serialize(&self, quiz: &Quiz) -> String {
        let mut text = self.step.clone();
        let mut line = |list: &str, id: &str, count: usize, picks: &[String]| {
            text.extend(["\n", list, ".", id, " ", &count.to_string()]);
            for pick in picks {
                text.extend([" ", pick]);
            }
        };
        for screen in quiz.screens() {
            let none =
                screen.choices.iter().find(|choice| choice.exclusive).map(|choice| choice.id.to_string());
            line("screens", screen.id.as_str(), screen.choices.len(), none.as_slice());
        }
        for question in quiz.questions() {
            let id = question.id.as_str();
            let picks = self.picks.iter().find(|(known, _)| known == id).map_or(&[][..], |(_, picks)| picks);
            line("questions", id, question.choices.len(), picks);
        }
        text
    }
}

/// The choices of a question that give points to a cause, with the points. Of a scale they are its ends.
fn supporting(file: &Value, question: &JsonPath, steps: usize, cause: &str) -> Vec<(i64, String)> {
    let points = |path: JsonPath| match get(file, &path.key(cause)) {
        Some(Value::Integer(points)) if *points > 0 => Some(*points),
        _ => None,
    };
    let scale = question.key("scale");
    let ends = [("low", 1), ("high", steps)];
    let ends = ends.into_iter().filter_map(|(end, step)| {
        points(scale.key(end).key("points")).map(|points| (points, step.to_string()))
    });
    let choices = question.key("choices");
    let choices = (0..children(file, &choices).len()).map(|index| choices.item(index)).filter_map(|choice| {
        Some((points(choice.key("points"))?, text_at(file, &choice.key("id"))?.to_owned()))
    });
    choices.chain(ends).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::EXAMPLES;
    use which_cause_quiz::{Stage, read};

    fn example(name: &str) -> (Value, Arc<Quiz>) {
        let example = EXAMPLES.iter().find(|it| it.file_name == name).expect("an example");
        (Value::parse(example.text).expect("JSON"), Arc::new(read(example.text).expect("a quiz")))
    }

    #[test]
    fn the_preview_is_at_every_screen_and_question() {
        for name in
            ["upper-back-knots.json", "squeaky-bicycle.json", "how-you-garden.json", "dinner-tonight.json"]
        {
            let (file, quiz) = example(name);
            for (index, screen) in quiz.screens().iter().enumerate() {
                let session = session_at(&file, &quiz, Part::Item(List::Screens, index)).expect("a session");
                let Stage::SafetyScreen(at, _) = session.stage() else { panic!("{name}: {}", screen.id) };
                assert_eq!(at.id, screen.id);
            }
            for (index, question) in quiz.questions().iter().enumerate() {
                let session =
                    session_at(&file, &quiz, Part::Item(List::Questions, index)).expect("a session");
                let Stage::Question(at, _) = session.stage() else { panic!("{name}: {}", question.id) };
                assert_eq!(at.id, question.id, "{name}");
            }
        }
    }

    #[test]
    fn the_preview_is_at_a_question_that_has_the_id_of_a_screen() {
        let (file, quiz) = example("upper-back-knots.json");
        let (screen, question) = (quiz.screens()[0].id.to_string(), quiz.questions()[0].id.to_string());
        let text = file.to_json().replace(&format!("\"{screen}\""), &format!("\"{question}\""));
        let quiz = Arc::new(read(&text).expect("a quiz"));
        let session = session_at(&file, &quiz, Part::Item(List::Questions, 0)).expect("a session");
        assert!(matches!(session.stage(), Stage::Question(..)));
    }

    #[test]
    fn the_preview_of_a_cause_is_the_result_in_which_it_leads() {
        let (file, quiz) = example("upper-back-knots.json");
        for (index, cause) in quiz.causes().iter().enumerate() {
            let session = session_at(&file, &quiz, Part::Item(List::Causes, index)).expect("a session");
            let Stage::Finished(outcome) = session.stage() else { panic!("{}", cause.id) };
            assert_eq!(outcome.verdict.shown()[0].cause.id, cause.id);
        }
    }
}
