//! Random readers of a quiz: their answers and the points of these. Random numbers come from the caller.

use std::mem;

use crate::analysis::answer_model::AnswerModel;
use crate::analysis::ways::most_points;
use crate::file::parts::QuestionKind;
use crate::model::quiz::{Choice, Question, Quiz};

/// The choices that a random reader picks, as bits.
fn answer(question: &Question, model: AnswerModel, random: &mut impl FnMut() -> f64) -> u64 {
    if !question.required && model.skip > 0.0 && random() < model.skip {
        return 0;
    }
    match question.kind {
        QuestionKind::PickOne | QuestionKind::Scale => {
            #[allow(
                clippy::cast_precision_loss,
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a number from 0 to 64"
            )]
            let picked = (random() * question.choices.len() as f64) as usize;
            1 << picked.min(question.choices.len() - 1)
        }
        QuestionKind::TickAll => {
            let mut picked = 0;
            for (i, _) in question.choices.iter().enumerate().filter(|(_, it)| !it.exclusive) {
                picked |= u64::from(random() < model.tick) << i;
            }
            or_exclusive(question, keep_some(picked, question.most_picks(), random))
        }
    }
}

/// These ticks; if there are none, the exclusive choice.
fn or_exclusive(question: &Question, picked: u64) -> u64 {
    let exclusive = question.choices.iter().position(|it| it.exclusive);
    if picked == 0 { exclusive.map_or(0, |i| 1 << i) } else { picked }
}

/// At most so many of the picks, each of them as likely as any other.
pub(crate) fn keep_some(mut picked: u64, most: usize, random: &mut impl FnMut() -> f64) -> u64 {
    while picked.count_ones() as usize > most {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number from 0 to 64")]
        let nth = (random() * f64::from(picked.count_ones())) as usize;
        let bits = (0..u64::BITS).filter(|bit| picked & 1 << bit != 0);
        picked &= !bits.skip(nth).take(1).map(|bit| 1 << bit).sum::<u64>();
    }
    picked
}

/// Adds the points of the picked choices.
fn add_points(question: &Question, picked: u64, totals: &mut [i32]) {
    let mut rest = picked;
    while rest != 0 {
        for (cause, points) in &question.choices[rest.trailing_zeros() as usize].points {
            totals[*cause] += points;
        }
        rest &= rest - 1;
    }
}

/// A random reader with all picks.
#[derive(Clone)]
pub(crate) struct RandomReader {
    /// The picked choices of each question, as bits.
    pub(crate) picked: Vec<u64>,
    /// Whether each question is asked.
    pub(crate) asked: Vec<bool>,
    /// The most points that the asked questions can give to each cause.
    pub(crate) most: Vec<i32>,
    /// The points of each cause.
    pub(crate) points: Vec<i32>,
    /// The chance of picking a choice that gives points to each cause.
    bias: Vec<f64>,
}

impl RandomReader {
    pub(crate) fn new(quiz: &Quiz) -> Self {
        let (questions, causes) = (quiz.questions.len(), quiz.causes.len());
        Self {
            picked: vec![0; questions],
            asked: vec![true; questions],
            most: quiz.most_points(),
            points: vec![0; causes],
            bias: vec![0.0; causes],
        }
    }

    /// Answers the quiz again, by a model.
    pub(crate) fn answer_by_model(
        &mut self,
        quiz: &Quiz,
        model: AnswerModel,
        random: &mut impl FnMut() -> f64,
    ) {
        self.answer_each(quiz, |question, _| answer(question, model, random));
    }

    /// Answers the quiz again, with a bias toward some causes, so that high scores and close scores occur. In a long quiz all
    /// readers without a bias end near the average score, far from the limits between verdicts.
    pub(crate) fn answer_with_bias(&mut self, quiz: &Quiz, random: &mut impl FnMut() -> f64) {
        let strongest = random();
        #[allow(clippy::cast_precision_loss, reason = "at most 50 causes")]
        let favored = 2.0 / quiz.causes.len() as f64;
        for bias in &mut self.bias {
            *bias = if random() < favored { strongest } else { strongest * random() };
        }
        self.answer_each(quiz, |question, bias| biased_answer(question, bias, random));
    }

    fn answer_each(&mut self, quiz: &Quiz, mut answer: impl FnMut(&Question, &[f64]) -> u64) {
        self.points.fill(0);
        let mut changed = false;
        for (i, question) in quiz.questions.iter().enumerate() {
            let picked = |(question, choice): (usize, usize)| Some(self.picked[question] & 1 << choice != 0);
            let is_asked = question.ask_if.as_ref().is_none_or(|it| it.holds(picked) == Some(true));
            changed |= mem::replace(&mut self.asked[i], is_asked) != is_asked;
            self.picked[i] = if is_asked { answer(question, &self.bias) } else { 0 };
            add_points(question, self.picked[i], &mut self.points);
        }
        if changed {
            self.most = most_points(quiz, &self.asked);
        }
    }
}

/// The picks of a biased reader. One question in ten is skipped, unless it is required.
fn biased_answer(question: &Question, bias: &[f64], random: &mut impl FnMut() -> f64) -> u64 {
    if !question.required && random() < 0.1 {
        return 0;
    }
    let weight = |choice: &Choice| {
        let biases = choice.points.iter().map(|(cause, _)| bias[*cause]);
        biases.reduce(f64::max).unwrap_or(0.25)
    };
    let weights = question.choices.iter().map(weight);
    match question.kind {
        QuestionKind::PickOne | QuestionKind::Scale => {
            // No weight is 0, so that every choice can be picked.
            let weights = weights.map(|it| it * it + 0.01);
            let mut left = random() * weights.clone().sum::<f64>();
            let picked = weights.clone().position(|it| {
                left -= it;
                left < 0.0
            });
            1 << picked.unwrap_or(question.choices.len() - 1)
        }
        QuestionKind::TickAll => {
            let mut picked = 0;
            for (i, weight) in weights.enumerate().filter(|(i, _)| !question.choices[*i].exclusive) {
                picked |= u64::from(random() < weight) << i;
            }
            or_exclusive(question, keep_some(picked, question.most_picks(), random))
        }
    }
}
