//! The conditions of questions, and how earlier picks decide them.

use crate::model::quiz::Quiz;

/// The state of a question's condition at some place of the quiz.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    /// None of the choices that it needs has been picked yet.
    Open,
    /// One of them has, and none that it forbids.
    Met,
    /// The question has been asked.
    Asked,
    /// The question has not been asked, or will not be.
    NotAsked,
}

/// The standings of all conditions, in the order of the questions.
pub(crate) type Standings = Vec<Standing>;

/// The conditions of a quiz.
pub(crate) struct Conditions {
    /// For each question, the index of its condition.
    of_question: Vec<Option<usize>>,
    /// For each question and choice, the conditions that need it and those that forbid it.
    effects: Vec<Vec<Effects>>,
    /// The standings before the first question.
    start: Standings,
}

#[derive(Clone, Default)]
struct Effects {
    meets: Vec<usize>,
    breaks: Vec<usize>,
}

impl Conditions {
    pub(crate) fn of(quiz: &Quiz) -> Self {
        let no_effects = quiz.questions.iter().map(|it| vec![Effects::default(); it.choices.len()]);
        let mut effects: Vec<Vec<Effects>> = no_effects.collect();
        let (mut of_question, mut start) = (Vec::new(), Standings::new());
        for question in &quiz.questions {
            of_question.push(question.ask_if.as_ref().map(|_| start.len()));
            let Some(condition) = &question.ask_if else { continue };
            for (question, choice) in &condition.any_of {
                effects[*question][*choice].meets.push(start.len());
            }
            for (question, choice) in &condition.none_of {
                effects[*question][*choice].breaks.push(start.len());
            }
            start.push(if condition.any_of.is_empty() { Standing::Met } else { Standing::Open });
        }
        Self { of_question, effects, start }
    }

    /// The standings before the first question.
    pub(crate) fn start(&self) -> Standings {
        self.start.clone()
    }

    /// Whether a question has a condition.
    pub(crate) fn has_condition(&self, question: usize) -> bool {
        self.of_question[question].is_some()
    }

    /// Whether the quiz has any conditions.
    pub(crate) fn is_empty(&self) -> bool {
        self.start.is_empty()
    }

    /// Whether any condition names a choice.
    pub(crate) fn names(&self, question: usize, choice: usize) -> bool {
        let effects = &self.effects[question][choice];
        !effects.meets.is_empty() || !effects.breaks.is_empty()
    }

    /// Whether any condition names a choice of a question.
    pub(crate) fn names_any(&self, question: usize) -> bool {
        (0..self.effects[question].len()).any(|choice| self.names(question, choice))
    }

    /// Decides at a question whether it is asked.
    pub(crate) fn arrive(&self, standings: &mut Standings, question: usize) -> bool {
        let Some(condition) = self.of_question[question] else { return true };
        let is_asked = standings[condition] == Standing::Met;
        standings[condition] = if is_asked { Standing::Asked } else { Standing::NotAsked };
        is_asked
    }

    /// The standings after a choice is picked.
    pub(crate) fn after(&self, standings: &Standings, question: usize, choice: usize) -> Standings {
        let mut standings = standings.clone();
        let effects = &self.effects[question][choice];
        for condition in &effects.meets {
            if standings[*condition] == Standing::Open {
                standings[*condition] = Standing::Met;
            }
        }
        for condition in &effects.breaks {
            standings[*condition] = Standing::NotAsked;
        }
        standings
    }

    /// Whether each question is asked, by the standings after the last one.
    pub(crate) fn asked(&self, standings: &Standings) -> Vec<bool> {
        let is_asked =
            |condition: &Option<usize>| condition.is_none_or(|it| standings[it] == Standing::Asked);
        self.of_question.iter().map(is_asked).collect()
    }
}
