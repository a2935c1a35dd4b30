//! How far each cause can be ahead of the others.

use crate::analysis::point_vectors::{Asked, any_reachable};
use crate::analysis::quick_verdict::{Decided, QuickVerdict};
use crate::model::quiz::Quiz;

/// By cause in the article's order, the furthest it can be ahead of every other one, in points of score; below 0 for
/// one that is always behind. Questions may be skipped. `None` where there are too many vectors of points to look
/// at.
#[must_use]
pub fn best_margins(quiz: &Quiz) -> Option<Vec<i64>> {
    let mut best = vec![i64::MIN; quiz.causes.len()];
    let mut verdict = QuickVerdict::new(quiz);
    let mut decided = Decided::default();
    any_reachable(quiz, &Asked::all(quiz), |raw| {
        verdict.decide(raw, &mut decided);
        let scores = verdict.scores();
        // The best of the others is the top, or the second where this is the top.
        let (mut top, mut second) = (0, 0);
        for score in scores {
            (top, second) = if *score > top { (*score, top) } else { (top, second.max(*score)) };
        }
        let alone = scores.iter().filter(|it| **it == top).count() == 1;
        for (best, score) in best.iter_mut().zip(scores) {
            let other = if alone && *score == top { second } else { top };
            *best = (*best).max(i64::from(*score) - i64::from(other));
        }
        false
    })?;
    Some(best)
}
