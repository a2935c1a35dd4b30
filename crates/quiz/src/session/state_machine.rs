//! The session: a state machine from the first safety screen to a stop or a result.
//!
//! Every transition is pure and total. An action that makes no sense in the current state changes nothing.

use std::sync::Arc;

use crate::decode::id::ChoiceId;
use crate::model::picks::Picks;
use crate::model::quiz::{LeadsTo, Question, Quiz};
use crate::session::asked::asked;
use crate::session::outcome::Outcome;
use crate::session::stage::{Action, Stage, Step, Stop};

/// One reader's way through a quiz.
///
/// ```
/// use std::sync::Arc;
/// use which_cause_quiz::{Action, Session, Stage, read};
///
/// let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/quizzes/upper-back-knots.json"));
/// let mut session = Session::new(Arc::new(read(file).expect("a valid quiz")));
/// while let Stage::SafetyScreen(..) = session.stage() {
///     session = session.apply(&Action::Pick("none".into())).apply(&Action::Next);
/// }
/// while let Stage::Question(..) = session.stage() {
///     session = session.apply(&Action::Skip);
/// }
/// let Stage::Finished(outcome) = session.stage() else { panic!("no result") };
/// assert_eq!(outcome.verdict.as_str(), "nothing");
/// ```
#[derive(Debug, Clone)]
pub struct Session {
    quiz: Arc<Quiz>,
    /// The picks of every step: the screens, then the questions.
    picks: Vec<Picks>,
    state: State,
}

/// The position of a session in its quiz. It stays the same while the reader picks choices of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position(State);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// At a step, by its index among all steps.
    Step { step: usize, invalid_answer: bool },
    /// Stopped by the flags of a screen, by its index.
    Stopped { screen: usize },
    /// At the result.
    Finished,
}

impl State {
    fn at_step(step: usize) -> Self {
        Self::Step { step, invalid_answer: false }
    }
}

impl Session {
    /// Starts at the first safety screen, or at the first question of a quiz without screens.
    #[must_use]
    pub fn new(quiz: Arc<Quiz>) -> Self {
        let picks = vec![Picks::default(); quiz.steps()];
        Self { quiz, picks, state: State::at_step(0) }
    }

    /// The quiz of the session.
    #[must_use]
    pub fn quiz(&self) -> &Arc<Quiz> {
        &self.quiz
    }

    /// What the reader sees now. At the result this computes the outcome.
    #[must_use]
    pub fn stage(&self) -> Stage<'_> {
        let quiz = &*self.quiz;
        match self.state {
            State::Step { step, .. } => {
                let screens = quiz.screens.len();
                match step.checked_sub(screens) {
                    None => {
                        let position = Step { number: step + 1, total: screens, at_most: false };
                        Stage::SafetyScreen(&quiz.screens[step], position)
                    }
                    Some(i) => {
                        let (number, total, at_most) = self.steps(step);
                        let (number, total) = (number - screens, total - screens);
                        let position = Step { number, total, at_most };
                        Stage::Question(&quiz.questions[i], position)
                    }
                }
            }
            State::Stopped { screen } => match &quiz.screens[screen].leads_to {
                LeadsTo::Stop(level, card) => Stage::Stopped(Stop {
                    level: *level,
                    card,
                    ticked: quiz.picked_choices(screen, self.picks[screen]).collect(),
                }),
                // Unreachable: `next` enters this state only for a screen that stops.
                LeadsTo::Visit => Stage::Finished(Outcome::new(quiz, &self.picks)),
            },
            State::Finished => Stage::Finished(Outcome::new(quiz, &self.picks)),
        }
    }

    /// Whether the reader is at the first step.
    #[must_use]
    pub fn is_at_start(&self) -> bool {
        matches!(self.state, State::Step { step: 0, .. })
    }

    /// The picks of the current step; none at a stop or at the result.
    #[must_use]
    pub fn picks(&self) -> Picks {
        match self.state {
            State::Step { step, .. } => self.picks[step],
            _ => Picks::default(),
        }
    }

    /// Whether the reader pressed Next at the current step with an invalid answer: none, or more ticks than the question takes.
    #[must_use]
    pub fn invalid_answer(&self) -> bool {
        matches!(self.state, State::Step { invalid_answer: true, .. })
    }

    /// The position of the reader. It changes with the step, and not with a pick or an error message.
    #[must_use]
    pub fn position(&self) -> Position {
        Position(match self.state {
            State::Step { step, .. } => State::at_step(step),
            other => other,
        })
    }

    /// The number of the current step among all screens and questions that are asked, from 1, and how many there are, or can
    /// still be. At a stop and at the result both are the same.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        if let State::Step { step, .. } = self.state {
            let (number, total, _) = self.steps(step);
            (number, total)
        } else {
            let (_, total, _) = self.steps(self.quiz.steps());
            (total, total)
        }
    }

    /// The number of a step among those that are asked, from 1, how many there are or can still be, and whether that depends on
    /// answers from this step on. The picks from this step on are not looked at, so the reader never learns of a larger total
    /// while going on.
    fn steps(&self, step: usize) -> (usize, usize, bool) {
        let asked = asked(&self.quiz, &self.picks, step);
        let (before, from) = asked.split_at(step);
        let count = |asked: &[Option<bool>]| asked.iter().filter(|it| **it != Some(false)).count();
        (count(before) + 1, count(&asked), from.contains(&None))
    }

    /// Whether each step is asked.
    pub(crate) fn asked(&self) -> Vec<Option<bool>> {
        asked(&self.quiz, &self.picks, self.picks.len())
    }

    /// How many steps the reader has passed, and the current step, if there is one.
    pub(crate) fn passed_steps(&self) -> (usize, Option<usize>) {
        match self.state {
            State::Step { step, .. } => (step, Some(step)),
            State::Stopped { screen } => (screen + 1, None),
            State::Finished => (self.quiz.steps(), None),
        }
    }

    /// The picks of any step.
    pub(crate) fn picks_of(&self, step: usize) -> Picks {
        self.picks[step]
    }

    /// Picks a choice of any step. Ignores an id that the step does not have.
    pub(crate) fn pick_in(&mut self, step: usize, id: &str) {
        if let Some(i) = self.quiz.choices(step).iter().position(|choice| choice.id.as_str() == id) {
            self.picks[step] = self.picks_with(step, i);
        }
    }

    /// Goes to the next step, also from a question without an answer. Returns whether the session moved.
    pub(crate) fn advance(&mut self) -> bool {
        let State::Step { step, .. } = self.state else { return false };
        let can_advance =
            if self.picks[step].is_empty() { self.can_skip(step) } else { self.is_answered(step) };
        if can_advance {
            self.state = self.next(step);
        }
        can_advance
    }

    /// The session after an action.
    #[must_use]
    pub fn apply(mut self, action: &Action) -> Self {
        match (action, self.state) {
            (Action::Restart, _) => return Self::new(self.quiz),
            (Action::Pick(id), State::Step { step, .. }) => {
                if let Some(i) = self.index_of(step, id) {
                    self.picks[step] = self.picks_with(step, i);
                    self.state = State::at_step(step);
                }
            }
            (Action::Unpick(id), State::Step { step, .. }) => {
                if let Some(i) = self.index_of(step, id) {
                    self.picks[step] = self.picks[step].without(i);
                }
            }
            (Action::Next, State::Step { step, .. }) => {
                self.state = if self.is_answered(step) {
                    self.next(step)
                } else {
                    State::Step { step, invalid_answer: true }
                };
            }
            (Action::Skip, State::Step { step, .. }) if self.can_skip(step) => {
                self.picks[step] = Picks::default();
                self.state = self.next(step);
            }
            (Action::Back, State::Step { step, .. }) => self.state = self.before(step),
            (Action::Back, State::Stopped { screen }) => self.state = State::at_step(screen),
            (Action::Back, State::Finished) => self.state = self.before(self.quiz.steps()),
            _ => {}
        }
        self
    }

    /// Whether the reader can leave a step without an answer.
    fn can_skip(&self, step: usize) -> bool {
        self.quiz.question(step).is_some_and(|question| !question.required)
    }

    /// Whether the picks of a step are an answer: at least one, and no more than the question takes.
    fn is_answered(&self, step: usize) -> bool {
        let most = self.quiz.question(step).map_or(Picks::MAX, Question::most_picks);
        (1..=most).contains(&self.picks[step].count())
    }

    fn index_of(&self, step: usize, id: &ChoiceId) -> Option<usize> {
        self.quiz.choices(step).iter().position(|choice| choice.id == *id)
    }

    /// The picks of a step after the choice at `index` is picked.
    fn picks_with(&self, step: usize, index: usize) -> Picks {
        let choices = self.quiz.choices(step);
        if self.quiz.question(step).is_some_and(Question::picks_one) || choices[index].exclusive {
            return Picks::only(index);
        }
        let exclusive = choices.iter().position(|choice| choice.exclusive);
        let others = self.picks[step];
        exclusive.map_or(others, |exclusive| others.without(exclusive)).with(index)
    }

    /// The state after an answered or skipped step.
    fn next(&self, step: usize) -> State {
        // The screens come in order of urgency, and no reader passes one with a flag that stops. So of all flags that a reader
        // can have ticked, those of this screen are the most urgent.
        if self.stops(step) {
            return State::Stopped { screen: step };
        }
        let asked = self.asked();
        let next = (step + 1..asked.len()).find(|step| asked[*step] == Some(true));
        next.map_or(State::Finished, State::at_step)
    }

    /// The asked step before this one. The first step is always asked, and has none before it.
    fn before(&self, step: usize) -> State {
        let asked = self.asked();
        State::at_step((0..step).rev().find(|step| asked[*step] == Some(true)).unwrap_or_default())
    }

    /// Whether the step is a screen with a ticked flag that stops the quiz.
    fn stops(&self, step: usize) -> bool {
        let screen = self.quiz.screens.get(step);
        screen.is_some_and(|screen| matches!(screen.leads_to, LeadsTo::Stop(..)))
            && self.quiz.picked_choices(step, self.picks[step]).any(|choice| !choice.exclusive)
    }
}
