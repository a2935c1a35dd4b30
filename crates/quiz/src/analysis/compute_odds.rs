//! Computes the odds of a quiz: exactly, or from random readers where there are too many vectors of points.

use crate::analysis::answer_model::Model;
use crate::analysis::odds::{Method, Odds};
use crate::analysis::odds_accumulator::Tally;
use crate::analysis::point_vectors::{Asked, Packing, vectors};
use crate::analysis::progress::Work;
use crate::analysis::random_answers::random_points;
use crate::model::quiz::Quiz;

impl Odds {
    /// The exact odds; `None` where more than [`MOST_VECTORS`] vectors of points can be reached, or where the
    /// points of all causes together do not fit into 64 bits.
    #[must_use]
    pub fn exact(quiz: &Quiz, model: Model) -> Option<Self> {
        let packing = Packing::of(quiz)?;
        let vectors = vectors(&Asked::all(quiz), &packing, model)?;
        let mut tally = Tally::new(quiz);
        let mut raw = Vec::new();
        for (vector, chance) in &vectors {
            packing.unpack(*vector, &mut raw);
            tally.add(&raw, *chance);
        }
        Some(tally.odds(Method::Exact { vectors: vectors.len() }))
    }

    /// The odds among `readers` random readers. `chance` gives random numbers, evenly from 0 up to 1. `watch` is called
    /// every now and then with how far the work is.
    #[must_use]
    pub fn sampled(
        quiz: &Quiz,
        model: Model,
        readers: usize,
        mut chance: impl FnMut() -> f64,
        mut watch: impl FnMut(Work),
    ) -> Self {
        let mut tally = Tally::new(quiz);
        #[allow(clippy::cast_precision_loss)] // far below 2^52 readers
        let share = 1.0 / readers as f64;
        let mut raw = Vec::new();
        for done in 0..readers {
            Work { what: "asking random readers", done, of: readers }.tell_now_and_then(&mut watch);
            random_points(quiz, model, &mut chance, &mut raw);
            tally.add(&raw, share);
        }
        let error = 3.0 * (0.25 * share).sqrt();
        tally.odds(Method::Sampled { readers, error })
    }
}
