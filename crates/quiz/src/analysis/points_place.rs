//! The places of a quiz that give points, and changes of these points in a checked quiz, to try what a change does.

use crate::decode::json_path::{JsonPath, PathRef};
use crate::file::parts::QuestionKind;
use crate::model::quiz::{Choice, Question, Quiz};

/// A place that gives points: a choice, or one end of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PointsPlace {
    pub(crate) question: usize,
    giver: Giver,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Giver {
    Choice(usize),
    Low,
    High,
}

impl PointsPlace {
    /// Every place that can give points. The exclusive choice of a tick-all question cannot.
    pub(crate) fn all(quiz: &Quiz) -> Vec<Self> {
        let mut places = Vec::new();
        for (question, it) in quiz.questions.iter().enumerate() {
            let mut add = |giver| places.push(Self { question, giver });
            if it.kind == QuestionKind::Scale {
                add(Giver::Low);
                add(Giver::High);
            } else {
                let is_tick_all = it.kind == QuestionKind::TickAll;
                let can_give = |choice: &Choice| !(is_tick_all && choice.exclusive);
                let choices = it.choices.iter().enumerate().filter(|(_, choice)| can_give(choice));
                choices.for_each(|(i, _)| add(Giver::Choice(i)));
            }
        }
        places
    }

    /// The points that it gives to a cause; at an end of a scale, those for each step.
    pub(crate) fn points(self, quiz: &Quiz, cause: usize) -> i32 {
        let question = &quiz.questions[self.question];
        match self.giver {
            Giver::Choice(choice) => question.choices[choice].points_for(cause),
            Giver::Low => end_points(question, cause).0,
            Giver::High => end_points(question, cause).1,
        }
    }

    /// Gives a cause other points.
    pub(crate) fn set_points(self, quiz: &mut Quiz, cause: usize, points: i32) {
        let question = &mut quiz.questions[self.question];
        let (mut low, mut high) = match self.giver {
            Giver::Choice(choice) => {
                set(&mut question.choices[choice], cause, points);
                return set_max(quiz, cause);
            }
            Giver::Low | Giver::High => end_points(question, cause),
        };
        *(if self.giver == Giver::Low { &mut low } else { &mut high }) = points;
        let last = last_step(question);
        for (step, choice) in (0..).zip(&mut question.choices) {
            set(choice, cause, low * (last - step) + high * step);
        }
        set_max(quiz, cause);
    }

    /// Where it is in the quiz file.
    pub(crate) fn path(self) -> JsonPath {
        self.path_to(None)
    }

    /// Where its points for a cause are in the quiz file.
    pub(crate) fn points_path(self, quiz: &Quiz, cause: usize) -> JsonPath {
        self.path_to(Some(quiz.causes[cause].id.as_str()))
    }

    fn path_to(self, points_for: Option<&str>) -> JsonPath {
        let root = PathRef::Root;
        let questions = root.key("questions");
        let question = questions.item(self.question);
        let path = |path: PathRef<'_>| match points_for {
            Some(cause) => path.key("points").key(cause).to_path(),
            None => path.to_path(),
        };
        match self.giver {
            Giver::Choice(choice) => path(question.key("choices").item(choice)),
            Giver::Low => path(question.key("scale").key("low")),
            Giver::High => path(question.key("scale").key("high")),
        }
    }

    /// The id of the choice, or the key of the end of a scale.
    pub(crate) fn name(self, quiz: &Quiz) -> String {
        match self.giver {
            Giver::Choice(choice) => quiz.questions[self.question].choices[choice].id.to_string(),
            Giver::Low => "low".to_owned(),
            Giver::High => "high".to_owned(),
        }
    }
}

/// Takes all points of a question away, as if it were left out.
pub(crate) fn clear_points(quiz: &mut Quiz, question: usize) {
    for choice in &mut quiz.questions[question].choices {
        choice.points.clear();
    }
    for cause in 0..quiz.causes.len() {
        set_max(quiz, cause);
    }
}

/// Gives a question the points that it has in another version of the quiz.
pub(crate) fn restore_points(quiz: &mut Quiz, original: &Quiz, question: usize) {
    let choices = quiz.questions[question].choices.iter_mut();
    for (choice, original) in choices.zip(&original.questions[question].choices) {
        choice.points.clone_from(&original.points);
    }
    for (cause, original) in quiz.causes.iter_mut().zip(&original.causes) {
        cause.max = original.max;
    }
}

/// The points for each step toward the low end of a scale, and toward the high end.
fn end_points(question: &Question, cause: usize) -> (i32, i32) {
    let last = last_step(question).max(1);
    let [first_step, .., last_step] = question.choices.as_slice() else { return (0, 0) };
    (first_step.points_for(cause) / last, last_step.points_for(cause) / last)
}

/// The number of steps from one end of a scale to the other.
fn last_step(question: &Question) -> i32 {
    i32::try_from(question.choices.len()).unwrap_or(i32::MAX) - 1
}

/// Gives a cause these points of one choice.
fn set(choice: &mut Choice, cause: usize, points: i32) {
    choice.points.retain(|(to, _)| *to != cause);
    if points != 0 {
        choice.points.push((cause, points));
    }
}

/// Computes anew the most points that a cause can get.
fn set_max(quiz: &mut Quiz, cause: usize) {
    quiz.causes[cause].max = quiz.questions.iter().map(|question| question.most_points_for(cause)).sum();
}
