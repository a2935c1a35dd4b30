//! Where the preview is: a reader's session at the part that the author works on.

use std::collections::BTreeSet;
use std::sync::Arc;

use which_cause_quiz::{Action, ChoiceId, JsonPath, Question, Quiz, Session, Stage, Value, is_note};

use crate::document::{children, get, object_entries, text_at};
use crate::part::{Group, List, Part};
use crate::test_cases::picked_values;

/// A session that is at a part: at its screen or question, or at a result that shows it. Parts without a screen of their own have
/// none.
pub(crate) fn session_at(file: &Value, quiz: &Arc<Quiz>, part: Part) -> Option<Session> {
    let answers = match part {
        Part::Item(List::Screens, index) => {
            Answers::until(Step::Screen(quiz.screens().get(index)?.id.to_string()))
        }
        Part::Item(List::Questions, index) => {
            let mut answers = Answers::until(Step::Question(quiz.questions().get(index)?.id.to_string()));
            answers.meet_conditions(file, index);
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
    Some(answers.replay(rendered_anew(quiz)))
}

/// The same quiz at another address. The widget renders a result anew only for another quiz: a reader's own result never changes.
pub(crate) fn rendered_anew(quiz: &Quiz) -> Arc<Quiz> {
    Arc::new(quiz.clone())
}

/// Where a session is to be.
enum Step {
    /// At the screen with this id.
    Screen(String),
    /// At the question with this id.
    Question(String),
    Result,
}

/// The answers that lead to a part.
struct Answers {
    step: Step,
    /// Picks by question, where it matters which.
    picks: Vec<(String, Vec<String>)>,
    /// Choices that must not be picked, each with its question.
    avoided: Vec<(String, String)>,
}

impl Answers {
    /// Answers up to a step: no flags, and questions skipped where that is possible.
    fn until(step: Step) -> Self {
        Self { step, picks: Vec::new(), avoided: Vec::new() }
    }

    /// Answers that speak for a cause as far as each question lets them.
    fn for_cause(file: &Value, quiz: &Quiz, cause: &str) -> Self {
        let mut answers = Self::until(Step::Result);
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

    /// Picks choices for which a question is asked, and the questions whose answers it depends on. A condition names earlier questions
    /// only, so the last one comes first.
    fn meet_conditions(&mut self, file: &Value, question: usize) {
        let questions = List::Questions.path();
        let index_of = |id: &str| {
            let mut items = children(file, &questions).iter();
            items.position(|item| text_at(item, &JsonPath::to_key("id")) == Some(id))
        };
        let mut needed = BTreeSet::from([question]);
        while let Some(question) = needed.pop_last() {
            let condition = questions.item(question).key("ask_if");
            self.avoided.extend(choices_in(file, &condition.key("none_of")));
            let any_of = choices_in(file, &condition.key("any_of"));
            let is_met = any_of.iter().any(|(asked, choice)| self.is_picked(asked, choice));
            let free = any_of.into_iter().find(|choice| {
                !self.avoided.contains(choice) && !self.picks.iter().any(|(known, _)| *known == choice.0)
            });
            if let Some((asked, choice)) = free.filter(|_| !is_met) {
                needed.extend(index_of(&asked).filter(|index| *index < question));
                self.pick(&asked, vec![choice]);
            }
        }
    }

    fn is_picked(&self, question: &str, choice: &str) -> bool {
        self.picks.iter().any(|(known, picks)| known == question && picks.iter().any(|pick| pick == choice))
    }

    fn pick(&mut self, question: &str, choices: Vec<String>) {
        self.picks.retain(|(known, _)| known != question);
        self.picks.push((question.to_owned(), choices));
    }

    /// Takes the quiz with these answers, up to the step.
    fn replay(&self, quiz: Arc<Quiz>) -> Session {
        let steps = quiz.screens().len() + quiz.questions().len();
        let mut session = Session::new(quiz);
        for _ in 0..steps {
            let picks: Vec<ChoiceId> = match (session.stage(), &self.step) {
                (Stage::SafetyScreen(screen, _), Step::Screen(id)) if screen.id.as_str() == id => break,
                (Stage::Question(question, _), Step::Question(id)) if question.id.as_str() == id => break,
                (Stage::SafetyScreen(screen, _), _) => {
                    let none = screen.choices.iter().filter(|choice| choice.exclusive);
                    none.map(|choice| choice.id.clone()).collect()
                }
                (Stage::Question(question, _), _) => self.picks_of(question),
                (Stage::Stopped(_) | Stage::Finished(_), _) => break,
            };
            let last = if picks.is_empty() { Action::Skip } else { Action::Next };
            session = picks
                .into_iter()
                .map(Action::Pick)
                .chain([last])
                .fold(session, |it, action| it.apply(&action));
        }
        session
    }

    /// The picks of a question. One that cannot be skipped has the first choice that is not avoided.
    fn picks_of(&self, question: &Question) -> Vec<ChoiceId> {
        let id = question.id.as_str();
        if let Some((_, picks)) = self.picks.iter().find(|(known, _)| known == id) {
            return picks.iter().map(|pick| pick.as_str().into()).collect();
        }
        let is_avoided = |choice: &ChoiceId| self.avoided.contains(&(id.to_owned(), choice.to_string()));
        let mut choices =
            question.choices.iter().map(|choice| &choice.id).filter(|choice| !is_avoided(choice));
        let first = choices.next().filter(|_| question.required);
        first.into_iter().cloned().collect()
    }
}

/// The choices in one half of a condition, each with its question. Those of a scale are numbers of steps.
fn choices_in(file: &Value, half: &JsonPath) -> Vec<(String, String)> {
    let named = object_entries(file, half).iter().filter(|(key, _)| !is_note(key));
    let choices = named.flat_map(|(question, choices)| {
        picked_values(Some(choices)).into_iter().filter_map(|choice| match choice {
            Value::String(choice) => Some((question.clone(), choice)),
            Value::Integer(step) => Some((question.clone(), step.to_string())),
            _ => None,
        })
    });
    choices.collect()
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
    use crate::document::set;
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
    fn the_preview_reaches_questions_whose_conditions_depend_on_each_other() {
        let (mut file, quiz) = example("squeaky-bicycle.json");
        let questions = r#"[
            {"id": "first", "kind": "one", "required": true, "text": "First?",
             "choices": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}, {"id": "c", "text": "C"}]},
            {"id": "second", "kind": "one", "text": "Second?", "ask_if": {"any_of": {"_note": "a", "first": ["b", "c"]}},
             "choices": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]},
            {"id": "third", "kind": "one", "text": "Third?",
             "ask_if": {"any_of": {"second": "b"}, "none_of": {"first": "b"}},
             "choices": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]},
            {"id": "fourth", "kind": "one", "text": "Fourth?", "ask_if": {"none_of": {"first": "a"}},
             "choices": [{"id": "a", "text": "A", "points": POINTS}, {"id": "b", "text": "B"}]}
        ]"#;
        let causes = quiz.causes().iter().map(|cause| format!("\"{}\": 1", cause.id)).collect::<Vec<_>>();
        let questions = questions.replace("POINTS", &format!("{{{}}}", causes.join(", ")));
        for (key, value) in [("questions", questions.as_str()), ("test_cases", "[]")] {
            let value = Value::parse(value).expect("JSON");
            for change in set(&file, &JsonPath::to_key(key), value, |_| Vec::new()) {
                change.apply(&mut file).expect("the path is there");
            }
        }
        let quiz = Arc::new(read(&file.to_json()).expect("a quiz"));
        for (index, question) in quiz.questions().iter().enumerate() {
            let session = session_at(&file, &quiz, Part::Item(List::Questions, index)).expect("a session");
            let Stage::Question(at, _) = session.stage() else { panic!("{}", question.id) };
            assert_eq!(at.id, question.id);
        }
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
