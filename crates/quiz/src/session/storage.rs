//! A session as text, and back by taking the same steps again. The text is not trusted: it can only lead to a state that a
//! reader can reach.
//!
//! The first line is the name of the current step (`questions.where`); it is empty at a stop and at the result. Each further line
//! is a step that the reader has been asked and passed, or picked something in: its name, its number of choices, and the ids of the
//! picks.

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
                let count = quiz.choices(step).len().to_string();
                text.extend(["\n", &step_name(quiz, step), " ", &count]);
                for choice in quiz.picked_choices(step, picks) {
                    text.extend([" ", choice.id.as_str()]);
                }
            }
        }
        text
    }

    /// The session of a text from [`Session::serialize`].
    ///
    /// If the quiz has changed since, ids that it no longer has are ignored. The session stops at the stored step, or at the
    /// first step before it that needs an answer. A safety screen with another number of choices is asked again.
    #[must_use]
    pub fn restore(quiz: Arc<Quiz>, stored: &str) -> Self {
        let mut session = Self::new(quiz);
        let quiz = Arc::clone(session.quiz());
        let mut lines = stored.lines();
        let current = lines.next().unwrap_or_default();
        let steps: Vec<Vec<&str>> = lines.map(|line| line.split(' ').collect()).collect();
        let stored_picks = |step: usize| {
            let name = step_name(&quiz, step);
            let words = steps.iter().find(|words| words.first() == Some(&&*name))?;
            let [_, count, picks @ ..] = words.as_slice() else { return None };
            let unchanged = *count == quiz.choices(step).len().to_string();
            (unchanged || step >= quiz.screens().len()).then_some(picks)
        };
        for step in 0..quiz.steps() {
            for id in stored_picks(step).into_iter().flatten() {
                session.pick_in(step, id);
            }
        }
        while let Some(step) = session.passed_steps().1 {
            if step_name(&quiz, step) == current || stored_picks(step).is_none() || !session.advance() {
                break;
            }
        }
        session
    }

    /// The session in another quiz, such as a translation: the reader stays at the same step, with the same picks and the
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

/// The name of a step: its list and its id. A screen and a question can have the same id.
fn step_name(quiz: &Quiz, step: usize) -> String {
    match quiz.question(step) {
        None => ["screens.", quiz.screens()[step].id.as_str()].concat(),
        Some(question) => ["questions.", question.id.as_str()].concat(),
    }
}
