//! One reader's way through a quiz: screening, questions, and a stop or a result at the end. A state machine whose
//! every transition is pure and total: an act that makes no sense where the reader stands changes nothing.
//! Knows nothing of how a screen looks, and remembers nothing beyond itself.

use std::sync::Arc;

use crate::decode::id::ChoiceId;
use crate::file::care::Card;
use crate::file::care::CareLevel;
use crate::model::picks::Picks;
use crate::model::quiz::{Choice, LeadsTo, Question, Quiz, Screen};
use crate::session::outcome::Outcome;

/// A reader's way through a quiz.
#[derive(Debug, Clone)]
pub struct Session {
    quiz: Arc<Quiz>,
    /// The picks of every step, screens and then questions.
    picks: Vec<Picks>,
    at: At,
}

/// Where a reader stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place(At);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    /// At a screen or a question, by its place among all steps; whether they asked to go on without an answer.
    Step { step: usize, missing_answer: bool },
    /// Stopped by the flags of a screen, by its place; the way back leads to it.
    Stopped { screen: usize },
    /// At the result.
    Finished,
}

/// Something a reader does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Picks a choice of the step they are at. Of a pick-one question it gives up the others, as an exclusive
    /// choice does and as any other does to an exclusive one.
    Pick(ChoiceId),
    /// Gives a choice up again.
    Unpick(ChoiceId),
    /// Goes on. Without a pick nothing moves, and the step says that it wants one.
    Next,
    /// Leaves a question unanswered and goes on. A screen cannot be skipped.
    Skip,
    /// Goes one step back; from a stop, to the screen whose flags stopped the quiz; from the result, to the last
    /// question.
    Back,
    /// Starts again, with nothing picked.
    Restart,
}

/// What a reader has before them.
#[derive(Debug)]
pub enum Stage<'s> {
    /// A screen of the screening.
    SafetyScreen(&'s Screen, Step),
    /// A question.
    Question(&'s Question, Step),
    /// A stop: the quiz has ended in a care card, without a score.
    Stopped(Stop<'s>),
    /// The result.
    Finished(Outcome<'s>),
}

/// How far along a screen or a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Its number among its kind, from 1.
    pub number: usize,
    /// How many of its kind there are.
    pub of: usize,
    /// What is picked.
    pub picks: Picks,
    /// Whether the reader asked to go on without a pick.
    pub missing_answer: bool,
}

/// Why the quiz stopped.
#[derive(Debug)]
pub struct Stop<'s> {
    /// How soon the reader needs a person: urgent or emergency.
    pub level: CareLevel,
    /// What they are told.
    pub card: &'s Card,
    /// What they ticked on the screen that stopped them.
    pub ticked: Vec<&'s Choice>,
}

impl Session {
    /// A reader at the first screen of a quiz, or at its first question where it has no screening.
    #[must_use]
    pub fn new(quiz: Arc<Quiz>) -> Self {
        let picks = vec![Picks::default(); quiz.steps()];
        Self { quiz, picks, at: At::step(0) }
    }

    /// The quiz that is taken.
    #[must_use]
    pub fn quiz(&self) -> &Arc<Quiz> {
        &self.quiz
    }

    /// What the reader has before them.
    #[must_use]
    pub fn stage(&self) -> Stage<'_> {
        let quiz = &*self.quiz;
        match self.at {
            At::Step { step, missing_answer } => {
                let picks = self.picks[step];
                let screens = quiz.screens.len();
                match step.checked_sub(screens) {
                    None => {
                        let at = Step { number: step + 1, of: screens, picks, missing_answer };
                        Stage::SafetyScreen(&quiz.screens[step], at)
                    }
                    Some(i) => {
                        let at = Step { number: i + 1, of: quiz.questions.len(), picks, missing_answer };
                        Stage::Question(&quiz.questions[i], at)
                    }
                }
            }
            At::Stopped { screen } => match &quiz.screens[screen].leads_to {
                LeadsTo::Stop(level, card) => Stage::Stopped(Stop {
                    level: *level,
                    card,
                    ticked: quiz.picked_of(screen, self.picks[screen]).collect(),
                }),
                // Only a screen that stops is ever one that has stopped.
                LeadsTo::Visit => Stage::Finished(Outcome::of(quiz, &self.picks)),
            },
            At::Finished => Stage::Finished(Outcome::of(quiz, &self.picks)),
        }
    }

    /// Whether the reader is at the very first step, from which no step leads back.
    #[must_use]
    pub fn is_at_start(&self) -> bool {
        matches!(self.at, At::Step { step: 0, .. })
    }

    /// What is picked at the step where the reader stands; nothing at a stop or at the result.
    #[must_use]
    pub fn picks(&self) -> Picks {
        match self.at {
            At::Step { step, .. } => self.picks[step],
            _ => Picks::default(),
        }
    }

    /// Whether the reader asked to go on from here without a pick.
    #[must_use]
    pub fn missing_answer(&self) -> bool {
        matches!(self.at, At::Step { missing_answer: true, .. })
    }

    /// Where the reader stands: the same while they pick at a step, another wherever they go.
    #[must_use]
    pub fn place(&self) -> Place {
        Place(match self.at {
            At::Step { step, .. } => At::step(step),
            other => other,
        })
    }

    /// How far along the reader is among all screens and questions: the number of their step, from 1, and how
    /// many there are. At a stop or at the result they are through.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let of = self.quiz.steps();
        match self.at {
            At::Step { step, .. } => (step + 1, of),
            _ => (of, of),
        }
    }

    /// How many steps the reader has been through, and the step they are at, where they are at one.
    pub(crate) fn reached(&self) -> (usize, Option<usize>) {
        match self.at {
            At::Step { step, .. } => (step, Some(step)),
            At::Stopped { screen } => (screen + 1, None),
            At::Finished => (self.quiz.steps(), None),
        }
    }

    /// What is picked at a step, wherever the reader stands.
    pub(crate) fn picks_at(&self, step: usize) -> Picks {
        self.picks[step]
    }

    /// Picks a choice of a step, wherever the reader stands; nothing where the step has none of this name.
    pub(crate) fn pick_at(&mut self, step: usize, name: &str) {
        if let Some(i) = self.quiz.choices(step).iter().position(|choice| choice.id.as_str() == name) {
            self.picks[step] = self.picked(step, i);
        }
    }

    /// Takes the reader on from their step, past a question without an answer as well. Whether they moved.
    pub(crate) fn goes_on(&mut self) -> bool {
        let At::Step { step, .. } = self.at else { return false };
        let answered = !self.picks[step].is_empty();
        if answered || step >= self.quiz.screens.len() {
            self.at = self.next(step);
        }
        answered || step >= self.quiz.screens.len()
    }

    /// The session after the reader's act.
    #[must_use]
    pub fn apply(mut self, act: &Action) -> Self {
        match (act, self.at) {
            (Action::Restart, _) => return Self::new(self.quiz),
            (Action::Pick(id), At::Step { step, .. }) => {
                if let Some(i) = self.position(step, id) {
                    self.picks[step] = self.picked(step, i);
                    self.at = At::step(step);
                }
            }
            (Action::Unpick(id), At::Step { step, .. }) => {
                if let Some(i) = self.position(step, id) {
                    self.picks[step] = self.picks[step].without(i);
                }
            }
            (Action::Next, At::Step { step, .. }) => {
                self.at = if self.picks[step].is_empty() {
                    At::Step { step, missing_answer: true }
                } else {
                    self.next(step)
                };
            }
            (Action::Skip, At::Step { step, .. }) if step >= self.quiz.screens.len() => {
                self.picks[step] = Picks::default();
                self.at = self.next(step);
            }
            (Action::Back, At::Step { step, .. }) => self.at = At::step(step.saturating_sub(1)),
            (Action::Back, At::Stopped { screen }) => self.at = At::step(screen),
            (Action::Back, At::Finished) => self.at = At::step(self.quiz.steps() - 1),
            _ => {}
        }
        self
    }

    fn position(&self, step: usize, id: &ChoiceId) -> Option<usize> {
        self.quiz.choices(step).iter().position(|choice| choice.id == *id)
    }

    /// The picks of a step once the choice at `i` is picked as well.
    fn picked(&self, step: usize, i: usize) -> Picks {
        let choices = self.quiz.choices(step);
        if self.quiz.picks_one(step) || choices[i].exclusive {
            return Picks::only(i);
        }
        let exclusive = choices.iter().position(|choice| choice.exclusive);
        let others = self.picks[step];
        exclusive.map_or(others, |exclusive| others.without(exclusive)).with(i)
    }

    /// Where an answered step leads to.
    fn next(&self, step: usize) -> At {
        // The screens go from the most urgent to the least, and nobody comes past one with a flag that stops: of all
        // flags that a reader can have ticked, those of this screen are the most urgent.
        if self.stops(step) {
            return At::Stopped { screen: step };
        }
        if step + 1 < self.quiz.steps() { At::step(step + 1) } else { At::Finished }
    }

    /// Whether the step is a screen with a flag that stops the quiz.
    fn stops(&self, step: usize) -> bool {
        let screen = self.quiz.screens.get(step);
        screen.is_some_and(|it| matches!(it.leads_to, LeadsTo::Stop(..)))
            && self.quiz.picked_of(step, self.picks[step]).any(|choice| !choice.exclusive)
    }
}

impl At {
    fn step(step: usize) -> Self {
        Self::Step { step, missing_answer: false }
    }
}
