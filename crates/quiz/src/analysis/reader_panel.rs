//! A panel of random readers who answer a quiz once. Changes of points are estimated with their answers, since points change
//! neither an answer nor which questions are asked.

use crate::analysis::answer_model::AnswerModel;
use crate::analysis::quick_verdict::{PointsResult, QuickVerdict};
use crate::analysis::random_answers::RandomReader;
use crate::model::quiz::{Question, Quiz};

/// How many readers the panel has.
pub(crate) const PANEL_READERS: u32 = 4_096;

/// The readers, with their points and the most that they could get.
pub(crate) struct ReaderPanel {
    readers: Vec<RandomReader>,
}

impl ReaderPanel {
    /// Readers who answer by a model.
    pub(crate) fn new(quiz: &Quiz, model: AnswerModel, random: &mut impl FnMut() -> f64) -> Self {
        let mut reader = RandomReader::new(quiz);
        let mut answers = || {
            reader.answer_by_model(quiz, model, random);
            reader.clone()
        };
        Self { readers: (0..PANEL_READERS).map(|_| answers()).collect() }
    }

    /// How often each cause is the result of these readers, 0 to 1, after a change of points. To get them without a
    /// change, pass `QuestionChange::between(quiz, quiz, 0)`.
    pub(crate) fn frequencies(&self, quiz: &Quiz, change: &QuestionChange) -> Vec<f64> {
        let mut counts = vec![0_u32; quiz.causes.len()];
        let (mut verdict, mut result) = (QuickVerdict::new(quiz), PointsResult::default());
        let (mut points, mut most) = (Vec::new(), Vec::new());
        for reader in &self.readers {
            points.clone_from(&reader.points);
            most.clone_from(&reader.most);
            change.apply(
                reader.picked[change.question],
                reader.asked[change.question],
                &mut points,
                &mut most,
            );
            verdict.decide(&points, &most, &mut result);
            for cause in result.compared(quiz) {
                counts[*cause] += 1;
            }
        }
        counts.iter().map(|count| f64::from(*count) / f64::from(PANEL_READERS)).collect()
    }

    /// Changes the points of every reader for good.
    pub(crate) fn apply_to_all(&mut self, change: &QuestionChange) {
        for reader in &mut self.readers {
            let (picked, asked) = (reader.picked[change.question], reader.asked[change.question]);
            change.apply(picked, asked, &mut reader.points, &mut reader.most);
        }
    }
}

/// A change of the points of one question.
pub(crate) struct QuestionChange {
    question: usize,
    /// How much more points each choice gives to each cause whose points change.
    added_points: Vec<Vec<(usize, i32)>>,
    /// How much more points answers can give to each cause.
    added_most: Vec<(usize, i32)>,
}

impl QuestionChange {
    /// The change from one version of a quiz to another.
    pub(crate) fn between(before: &Quiz, after: &Quiz, question: usize) -> Self {
        let index = question;
        let [before, after]: [&Question; 2] = [&before.questions[index], &after.questions[index]];
        let causes: Vec<usize> = {
            let given = before.choices.iter().chain(&after.choices).flat_map(|choice| &choice.points);
            let mut causes: Vec<usize> = given.map(|(cause, _)| *cause).collect();
            causes.sort_unstable();
            causes.dedup();
            causes
        };
        let more = |before: &dyn Fn(usize) -> i32, after: &dyn Fn(usize) -> i32| -> Vec<(usize, i32)> {
            let more = causes.iter().map(|cause| (*cause, after(*cause) - before(*cause)));
            more.filter(|(_, more)| *more != 0).collect()
        };
        let choices = before.choices.iter().zip(&after.choices);
        let choices = choices
            .map(|(before, after)| more(&|cause| before.points_for(cause), &|cause| after.points_for(cause)));
        let added_points = choices.collect();
        let added_most = more(&|cause| before.most_points_for(cause), &|cause| after.most_points_for(cause));
        Self { question, added_points, added_most }
    }

    /// Adds it to a reader's points and to the most that they can get.
    fn apply(&self, picked: u64, asked: bool, points: &mut [i32], most: &mut [i32]) {
        if !asked {
            return;
        }
        let mut rest = picked;
        while rest != 0 {
            for (cause, more) in &self.added_points[rest.trailing_zeros() as usize] {
                points[*cause] += more;
            }
            rest &= rest - 1;
        }
        for (cause, more) in &self.added_most {
            most[*cause] += more;
        }
    }
}
