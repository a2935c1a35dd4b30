//! Random readers of a quiz: their answers and the points of these. Random numbers come from the caller.

use crate::analysis::answer_model::AnswerModel;
use crate::file::parts::QuestionKind;
use crate::model::quiz::{Choice, Question, Quiz};

/// Fills `points` with the points of one random reader for each cause.
pub(crate) fn random_points(
    quiz: &Quiz,
    model: AnswerModel,
    random: &mut impl FnMut() -> f64,
    points: &mut Vec<u32>,
) {
    points.clear();
    points.resize(quiz.causes.len(), 0);
    for question in &quiz.questions {
        let picked = answer(question, model, random);
        add_points(question, picked, points);
    }
}

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
            keep_some(picked, question.most_picks(), random)
        }
    }
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
fn add_points(question: &Question, picked: u64, totals: &mut [u32]) {
    let mut rest = picked;
    while rest != 0 {
        for (cause, points) in &question.choices[rest.trailing_zeros() as usize].points {
            totals[*cause] += points;
        }
        rest &= rest - 1;
    }
}

/// A random reader with all picks.
pub(crate) struct RandomReader {
    /// The picked choices of each question, as bits.
    pub(crate) picked: Vec<u64>,
    /// The points of each cause.
    pub(crate) points: Vec<u32>,
    /// The chance of picking a choice that gives points to each cause.
    bias: Vec<f64>,
}

impl RandomReader {
    pub(crate) fn new(quiz: &Quiz) -> Self {
        let causes = quiz.causes.len();
        Self { picked: vec![0; quiz.questions.len()], points: vec![0; causes], bias: vec![0.0; causes] }
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

    /// Answers the quiz again, with a bias towards some causes, so that high scores and close scores occur. In a long quiz all
    /// readers without a bias end near the average score, far from the limits between verdicts.
    pub(crate) fn answer_with_bias(&mut self, quiz: &Quiz, random: &mut impl FnMut() -> f64) {
        let strongest = random();
        #[allow(clippy::cast_precision_loss, reason = "at most 50 causes")]
        let favoured = 2.0 / quiz.causes.len() as f64;
        for bias in &mut self.bias {
            *bias = if random() < favoured { strongest } else { strongest * random() };
        }
        self.answer_each(quiz, |question, bias| biased_answer(question, bias, random));
    }

    fn answer_each(&mut self, quiz: &Quiz, mut answer: impl FnMut(&Question, &[f64]) -> u64) {
        self.points.fill(0);
        for (question, picked) in quiz.questions.iter().zip(&mut self.picked) {
            *picked = answer(question, &self.bias);
            add_points(question, *picked, &mut self.points);
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
            keep_some(picked, question.most_picks(), random)
        }
    }
}
