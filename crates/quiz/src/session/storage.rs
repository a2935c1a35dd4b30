//! A session as text, and back by taking the same steps again. The text is not trusted: it can only lead to a state that a
//! reader can reach.
//!
//! The first line is the name of the current step (`knots.questions.where`); it is empty at a stop and at the result. Each further line
//! is a step that the reader has been asked and passed, or picked something in: its name, and the ids of the picks.

use std::sync::Arc;

use crate::model::quiz::Quiz;
use crate::session::stage::Action;
use crate::session::state_machine::Session;

impl Session {
    /// The session as text, for [`Session::restore`].
    #[must_use]
    pub fn serialize(&self) -> String {
        let quiz = self.quiz();
        let (passed, current) = self.passed_steps();
        let asked = self.asked();
        let mut text = current.map_or_else(String::new, |step| step_name(quiz, step));
        for (step, asked) in asked.into_iter().enumerate() {
            let picks = self.picks_of(step);
            if step < passed && asked == Some(true) || !picks.is_empty() {
                text.extend(["\n", &step_name(quiz, step)]);
                for choice in quiz.picked_choices(step, picks) {
                    text.extend([" ", choice.id.as_str()]);
                }
            }
        }
        text
    }

    /// The session of a text from [`Session::serialize`].
    ///
    /// A session of another quiz starts anew. If the quiz has changed since, ids that it no longer has are ignored. The session stops
    /// at the stored step, or at the first step before it that needs an answer. A safety screen is asked again, unless its choices
    /// have the same ids in the same order.
    #[must_use]
    pub fn restore(quiz: Arc<Quiz>, stored: &str) -> Self {
        let mut session = Self::new(quiz);
        let quiz = Arc::clone(session.quiz());
        let names: Vec<String> = (0..quiz.steps()).map(|step| step_name(&quiz, step)).collect();
        let mut is_stored = vec![false; names.len()];
        let mut lines = stored.split('\n');
        let current = lines.next();
        for line in lines {
            let mut words = line.split(' ');
            let name = words.next();
            if let Some(step) = names.iter().position(|known| Some(&**known) == name) {
                is_stored[step] = true;
                for id in words {
                    session.pick_in(step, id);
                }
            }
        }
        while let Some(step) = session.passed_steps().1 {
            if Some(&*names[step]) == current || !is_stored[step] || !session.advance() {
                break;
            }
        }
        session
    }

    /// The session in another quiz of the same id, such as a translation: the reader stays at the same step, with the same picks and the
    /// same error message. Parts of the quizzes are the same if their ids are.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use which_cause_quiz::{Action, Session, read};
    ///
    /// let english = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/quizzes/upper-back-knots.json"));
    /// let spanish = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/quizzes/upper-back-knots.es.json"));
    /// let [english, spanish] = [english, spanish].map(|file| Arc::new(read(file).expect("a valid quiz")));
    /// let session = Session::new(english).apply(&Action::Pick("none".into())).apply(&Action::Next);
    /// let session = session.in_quiz(&spanish);
    /// assert_eq!(session.quiz().language().as_str(), "es");
    /// assert_eq!(session.progress(), (2, 14));
    /// ```
    #[must_use]
    pub fn in_quiz(self, quiz: &Arc<Quiz>) -> Self {
        if Arc::ptr_eq(self.quiz(), quiz) {
            return self;
        }
        let session = Self::restore(Arc::clone(quiz), &self.serialize());
        let gone_on = session.clone().apply(&Action::Next);
        if self.invalid_answer() && gone_on.invalid_answer() { gone_on } else { session }
    }
}

/// The name of a step: the id of the quiz, the list and its id. A screen and a question can have the same id. The name of a screen has
/// the ids of its choices too, so a screen whose choices have changed has another name. No id has a period.
fn step_name(quiz: &Quiz, step: usize) -> String {
    let quiz_id = quiz.id.as_str();
    match quiz.question(step) {
        None => {
            let mut name = [quiz_id, ".screens.", quiz.screens()[step].id.as_str()].concat();
            for choice in quiz.choices(step) {
                name.extend([".", choice.id.as_str()]);
            }
            name
        }
        Some(question) => [quiz_id, ".questions.", question.id.as_str()].concat(),
    }
}
