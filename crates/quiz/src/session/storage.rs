//! A session as a few lines of text, and back by taking the same way again. Knows nothing of where the text is kept,
//! and trusts nothing in it.
//!
//! The first line is the id of the step where the reader stands, or empty at a stop or at the result. Each line after
//! it is a step that they have been through or picked something at: its id, how many choices it has, and the ids of
//! what is picked.

use std::sync::Arc;

use crate::model::quiz::Quiz;
use crate::session::session::Session;

impl Session {
    /// The session as text, for [`Session::restore`].
    #[must_use]
    pub fn serialize(&self) -> String {
        let quiz = self.quiz();
        let (reached, at) = self.reached();
        let mut text = at.map_or("", |step| id(quiz, step)).to_owned();
        for step in 0..quiz.steps() {
            let picks = self.picks_at(step);
            if step < reached || !picks.is_empty() {
                text.extend(["\n", id(quiz, step), " ", &quiz.choices(step).len().to_string()]);
                for choice in quiz.picked_of(step, picks) {
                    text.extend([" ", choice.id.as_str()]);
                }
            }
        }
        text
    }

    /// The session that a text tells of, as far as the quiz still knows what is in it: the same picks, and the reader
    /// where they stood or at the first step before that which wants an answer again. A screen of the screening that
    /// has other choices than it had is asked again.
    #[must_use]
    pub fn restore(quiz: Arc<Quiz>, memory: &str) -> Self {
        let mut session = Self::new(quiz);
        let quiz = Arc::clone(session.quiz());
        let mut lines = memory.lines();
        let goal = lines.next().unwrap_or_default();
        let told: Vec<Vec<&str>> = lines.map(|line| line.split(' ').collect()).collect();
        let of = |step: usize| {
            let words = told.iter().find(|words| words.first() == Some(&id(&quiz, step)))?;
            let [_, count, picked @ ..] = words.as_slice() else { return None };
            let as_it_was = *count == quiz.choices(step).len().to_string();
            (as_it_was || step >= quiz.screens().len()).then_some(picked)
        };
        for step in 0..quiz.steps() {
            for name in of(step).into_iter().flatten() {
                session.pick_at(step, name);
            }
        }
        while let Some(step) = session.reached().1 {
            if id(&quiz, step) == goal || of(step).is_none() || !session.goes_on() {
                break;
            }
        }
        session
    }
}

/// The id of a step.
fn id(quiz: &Quiz, step: usize) -> &str {
    match step.checked_sub(quiz.screens().len()) {
        None => quiz.screens()[step].id.as_str(),
        Some(question) => quiz.questions()[question].id.as_str(),
    }
}
