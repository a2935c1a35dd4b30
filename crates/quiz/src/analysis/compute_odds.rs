//! Computes the odds of a quiz: exactly, or from random readers where there are too many vectors of points.

use crate::analysis::answer_model::AnswerModel;
use crate::analysis::odds::{Odds, OddsMethod};
use crate::analysis::odds_accumulator::OddsAccumulator;
use crate::analysis::point_vectors::VectorLayout;
use crate::analysis::progress::AnalysisProgress;
use crate::analysis::random_answers::RandomReader;
use crate::analysis::ways::{count_all_points, ways};
use crate::model::quiz::Quiz;

impl Odds {
    /// How often each cause leads or, if the best causes are the result, is shown. Fairness compares these.
    #[must_use]
    pub fn frequencies(&self, quiz: &Quiz) -> Vec<f64> {
        let best = quiz.scoring.shows_best();
        self.causes.iter().map(|cause| if best { cause.shown } else { cause.leads }).collect()
    }

    /// The exact odds. `None` if answers can reach more than [`MAX_VECTORS`](crate::MAX_VECTORS) vectors of points, if there are
    /// more than [`MAX_WAYS`](crate::MAX_WAYS) ways through the quiz, or if the points of all causes together need more than 128
    /// bits.
    #[must_use]
    pub fn exact(quiz: &Quiz, model: AnswerModel) -> Option<Self> {
        let layout = VectorLayout::of(quiz)?;
        let ways = ways(quiz, &count_all_points(quiz), &layout, model)?;
        let mut accumulator = OddsAccumulator::new(quiz);
        let mut raw = Vec::new();
        for way in &ways {
            for (vector, chance) in &way.vectors {
                layout.decode(*vector, &mut raw);
                accumulator.add(&raw, &way.most, *chance);
            }
        }
        let vectors = ways.iter().map(|way| way.vectors.len()).sum();
        Some(accumulator.odds(OddsMethod::Exact { vectors }))
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
        let mut reader = RandomReader::new(quiz);
        for done in 0..readers {
            AnalysisProgress { task: "asking random readers", done, total: readers }
                .report_sometimes(&mut on_progress);
            reader.answer_by_model(quiz, model, &mut random);
            accumulator.add(&reader.points, &reader.most, share);
        }
        let error = 3.0 * (0.25 * share).sqrt();
        accumulator.odds(OddsMethod::Sampled { readers, error })
    }
}
