//! How far each cause can be ahead of the others.

use crate::analysis::quick_verdict::{PointsResult, QuickVerdict};
use crate::analysis::ways::{any_reachable, count_all_points};
use crate::model::quiz::Quiz;

/// How far each cause can be ahead of every other one, as a difference of scores, in the article's order. It is 0 for a cause that
/// can only tie with another, and negative for one that is always behind. Questions can be skipped. `None` if there are too
/// many vectors of points.
#[must_use]
pub fn best_margins(quiz: &Quiz) -> Option<Vec<i64>> {
    let mut best = vec![i64::MIN; quiz.causes.len()];
    let mut verdict = QuickVerdict::new(quiz);
    let mut result = PointsResult::default();
    any_reachable(quiz, &count_all_points(quiz), |way, raw| {
        verdict.decide(raw, &way.most, &mut result);
        let scores = verdict.scores();
        // The best other score is the top, or the second if this cause has the top.
        let (mut top, mut second) = (i32::MIN, i32::MIN);
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
