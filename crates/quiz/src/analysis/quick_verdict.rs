//! A fast verdict for a vector of points, without allocation and without sorting all causes. The analyses need it many million
//! times. `session::verdict` has the rules, and a test here compares the two.

use crate::model::quiz::Quiz;
use crate::session::score::score;

/// Computes verdicts for vectors of points of one quiz.
pub(crate) struct QuickVerdict<'q> {
    quiz: &'q Quiz,
    /// The score for each number of points of each cause.
    score_of: Vec<Vec<u32>>,
    /// The scores of the verdict computed last.
    scores: Vec<u32>,
}

/// The part of a result that depends on points: which causes are shown, whether more are close, and which put a doctor first.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct PointsResult {
    /// The shown causes, the highest score first. Causes with the same score are in the article's order.
    pub(crate) shown: Vec<usize>,
    /// Whether more causes are close together than are shown.
    pub(crate) spread: bool,
    /// The doctor-first causes that put a doctor first, in the order of `shown`.
    pub(crate) doctor_first: Vec<usize>,
}

impl<'q> QuickVerdict<'q> {
    /// With the quiz's own maximum for each cause.
    pub(crate) fn new(quiz: &'q Quiz) -> Self {
        let maximums: Vec<u32> = quiz.causes.iter().map(|it| it.max).collect();
        Self::with_maximums(quiz, &maximums)
    }

    /// With other maximums for the causes, in the article's order.
    pub(crate) fn with_maximums(quiz: &'q Quiz, maximums: &[u32]) -> Self {
        let score_of = maximums.iter().map(|max| (0..=*max).map(|raw| score(raw, *max)).collect()).collect();
        Self { quiz, score_of, scores: vec![0; maximums.len()] }
    }

    /// Computes the verdict for the points of each cause, in the article's order. No cause may have more than its maximum.
    pub(crate) fn decide(&mut self, raw: &[u32], result: &mut PointsResult) {
        let scoring = &self.quiz.scoring;
        for ((score, score_of), raw) in self.scores.iter_mut().zip(&self.score_of).zip(raw) {
            *score = score_of[*raw as usize];
        }
        let scores = &self.scores;
        let top = scores.iter().copied().max().unwrap_or(0);
        let stands_out = top >= scoring.lead_from.get();
        let least_close = top.saturating_sub(scoring.margin.get());
        result.shown.clear();
        result.doctor_first.clear();
        let most_shown = scoring.most_shown.get() as usize;
        let mut close = 0;
        if stands_out {
            for (i, score) in scores.iter().enumerate().filter(|(_, it)| **it >= least_close) {
                close += 1;
                let index = result.shown.partition_point(|it| scores[*it] >= *score);
                if index < most_shown {
                    result.shown.truncate(most_shown - 1);
                    result.shown.insert(index, i);
                }
            }
        }
        result.spread = close > most_shown;
        for (i, _) in self.quiz.causes.iter().enumerate().filter(|(_, it)| it.doctor_first) {
            let high = scoring.doctor_first_from.is_some_and(|from| scores[i] >= from.get());
            if high || stands_out && scores[i] >= least_close {
                let index = result.doctor_first.partition_point(|it| scores[*it] >= scores[i]);
                result.doctor_first.insert(index, i);
            }
        }
    }

    /// The scores of the verdict computed last, in the article's order.
    pub(crate) fn scores(&self) -> &[u32] {
        &self.scores
    }
}

impl PointsResult {
    /// The cause that leads alone.
    pub(crate) fn leader(&self) -> Option<usize> {
        match self.shown.as_slice() {
            [leader] => Some(*leader),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::score::rank_points;
    use crate::session::verdict::{doctor_first_causes, verdict};
    use crate::{Quiz, read};

    fn verdict_of_a_session(quiz: &Quiz, raw: &[u32]) -> PointsResult {
        let ranking = rank_points(quiz, raw);
        let verdict = verdict(quiz, &ranking);
        let doctor_first = doctor_first_causes(quiz, &ranking, &verdict).iter().map(|it| it.index).collect();
        let shown = verdict.shown().iter().map(|it| it.index).collect();
        PointsResult { shown, spread: verdict.is_spread(), doctor_first }
    }

    #[test]
    fn the_quick_verdict_equals_the_verdict_of_a_session() {
        let files = [
            include_str!("../../../../quizzes/upper-back-knots.json"),
            include_str!("../../../../quizzes/dense-bread.json"),
            include_str!("../../../../quizzes/starter.json"),
        ];
        let mut random = fastrand::Rng::with_seed(1);
        for file in files {
            let quiz = read(file).expect("a quiz");
            let mut quick = QuickVerdict::new(&quiz);
            let mut result = PointsResult::default();
            for _ in 0..20_000 {
                let likely = random.f64();
                let raw: Vec<u32> = quiz
                    .causes
                    .iter()
                    .map(|it| if random.f64() < likely { random.u32(0..=it.max) } else { it.max / 2 })
                    .collect();
                quick.decide(&raw, &mut result);
                assert_eq!(result, verdict_of_a_session(&quiz, &raw), "{raw:?}");
            }
        }
    }
}
