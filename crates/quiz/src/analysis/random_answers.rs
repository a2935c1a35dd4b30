//! Random readers of a quiz: what they answer and what points that gives. Chance is handed in.

use crate::analysis::answer_model::Model;
use crate::file::parts::QuestionKind;
use crate::model::quiz::{Choice, Question, Quiz};

/// The points of one random reader, by cause.
pub(crate) fn random_points(quiz: &Quiz, model: Model, chance: &mut impl FnMut() -> f64, raw: &mut Vec<u32>) {
    raw.clear();
    raw.resize(quiz.causes.len(), 0);
    for question in &quiz.questions {
        let picked = answer(question, model, chance);
        add(question, picked, raw);
    }
}

/// Which choices of a question a random reader picks, a bit each.
fn answer(question: &Question, model: Model, chance: &mut impl FnMut() -> f64) -> u64 {
    if model.skip > 0.0 && chance() < model.skip {
        return 0;
    }
    match question.kind {
        QuestionKind::PickOne => {
            #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            // a number from 0 up to at most 64
            let picked = (chance() * question.choices.len() as f64) as usize;
            1 << picked.min(question.choices.len() - 1)
        }
        QuestionKind::TickAll => {
            let mut picked = 0;
            for (i, _) in question.choices.iter().enumerate().filter(|(_, it)| !it.exclusive) {
                picked |= u64::from(chance() < model.tick) << i;
            }
            picked
        }
    }
}

/// Adds what the picked choices of a question give.
fn add(question: &Question, picked: u64, raw: &mut [u32]) {
    let mut rest = picked;
    while rest != 0 {
        for (cause, points) in &question.choices[rest.trailing_zeros() as usize].points {
            raw[*cause] += points;
        }
        rest &= rest - 1;
    }
}

/// A random reader of whom it is kept what they picked.
pub(crate) struct RandomReader {
    /// By question, the picked choices, a bit each.
    pub(crate) picked: Vec<u64>,
    /// The points of all answers, by cause.
    pub(crate) raw: Vec<u32>,
    /// By cause, how likely a choice that gives it points is picked.
    leaning: Vec<f64>,
}

impl RandomReader {
    pub(crate) fn of(quiz: &Quiz) -> Self {
        let causes = quiz.causes.len();
        Self { picked: vec![0; quiz.questions.len()], raw: vec![0; causes], leaning: vec![0.0; causes] }
    }

    /// Answers the quiz anew.
    pub(crate) fn answer_evenly(&mut self, quiz: &Quiz, model: Model, chance: &mut impl FnMut() -> f64) {
        self.answer_each(quiz, |question, _| answer(question, model, chance));
    }

    /// Answers the quiz anew, leaning towards some causes, so that scores of every height and close to each other come
    /// about. In a long quiz, readers who answer evenly all end up near the average, far from where verdicts part.
    pub(crate) fn answer_leaning(&mut self, quiz: &Quiz, chance: &mut impl FnMut() -> f64) {
        let strongest = chance();
        #[allow(clippy::cast_precision_loss)] // at most 50 causes
        let favoured = 2.0 / quiz.causes.len() as f64;
        for leaning in &mut self.leaning {
            *leaning = if chance() < favoured { strongest } else { strongest * chance() };
        }
        self.answer_each(quiz, |question, leaning| leaning_answer(question, leaning, chance));
    }

    fn answer_each(&mut self, quiz: &Quiz, mut answer: impl FnMut(&Question, &[f64]) -> u64) {
        self.raw.fill(0);
        for (question, picked) in quiz.questions.iter().zip(&mut self.picked) {
            *picked = answer(question, &self.leaning);
            add(question, *picked, &mut self.raw);
        }
    }
}

/// One question in ten is skipped.
fn leaning_answer(question: &Question, leaning: &[f64], chance: &mut impl FnMut() -> f64) -> u64 {
    if chance() < 0.1 {
        return 0;
    }
    let weight = |choice: &Choice| {
        let leanings = choice.points.iter().map(|(cause, _)| leaning[*cause]);
        leanings.reduce(f64::max).unwrap_or(0.25)
    };
    let weights = question.choices.iter().map(weight);
    match question.kind {
        QuestionKind::PickOne => {
            // No weight is 0, so that every choice may be picked.
            let weights = weights.map(|it| it * it + 0.01);
            let mut left = chance() * weights.clone().sum::<f64>();
            let picked = weights.clone().position(|it| {
                left -= it;
                left < 0.0
            });
            1 << picked.unwrap_or(question.choices.len() - 1)
        }
        QuestionKind::TickAll => {
            let mut picked = 0;
            for (i, weight) in weights.enumerate().filter(|(i, _)| !question.choices[*i].exclusive) {
                picked |= u64::from(chance() < weight) << i;
            }
            picked
        }
    }
}
