//! Computes the odds of a quiz: exactly, or from random readers where there are too many vectors of points.

use crate::analysis::answer_model::AnswerModel;
use crate::analysis::odds::{Odds, OddsMethod};
use crate::analysis::odds_accumulator::OddsAccumulator;
use crate::analysis::point_vectors::{QuestionPoints, VectorLayout, vectors};
use crate::analysis::progress::AnalysisProgress;
use crate::analysis::random_answers::random_points;
use crate::model::quiz::Quiz;

impl Odds {
    /// The exact odds. `None` if answers can reach more than [`MAX_VECTORS`](crate::MAX_VECTORS) vectors of points, or if the
    /// points of all causes together need more than 64 bits.
    #[must_use]
    pub fn exact(quiz: &Quiz, model: AnswerModel) -> Option<Self> {
        let layout = VectorLayout::of(quiz)?;
        let vectors = vectors(&QuestionPoints::all(quiz), &layout, model)?;
        let mut accumulator = OddsAccumulator::new(quiz);
        let mut raw = Vec::new();
        let most = quiz.most_points();
        for (vector, chance) in &vectors {
            layout.decode(*vector, &mut raw);
            accumulator.add(&raw, &most, *chance);
        }
        Some(accumulator.odds(OddsMethod::Exact { vectors: vectors.len() }))
    }

    /// The odds among `readers` random readers. `random` returns uniform random numbers from 0 to below 1. `on_progress` is
    /// called from time to time.
    #[must_use]
    pub fn sampled(
        quiz: &Quiz,
        model: AnswerModel,
        readers: usize,
        mut random: impl FnMut() -> f64,
        mut on_progress: impl FnMut(AnalysisProgress),
    ) -> Self {
        let mut accumulator = OddsAccumulator::new(quiz);
        #[allow(clippy::cast_precision_loss, reason = "far below 2^52 readers")]
        let share = 1.0 / readers as f64;
        let mut raw = Vec::new();
        let most = quiz.most_points();
        for done in 0..readers {
            AnalysisProgress { task: "asking random readers", done, total: readers }
                .report_sometimes(&mut on_progress);
            random_points(quiz, model, &mut random, &mut raw);
            accumulator.add(&raw, &most, share);
        }
        let error = 3.0 * (0.25 * share).sqrt();
        accumulator.odds(OddsMethod::Sampled { readers, error })
    }
}
