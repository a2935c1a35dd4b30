//! Turns answers into a ranking of causes, in integers, so that the same answers give the same result on every
//! machine. Knows nothing of screens, texts or storage.

use crate::model::picks::Picks;
use crate::model::quiz::{Cause, Quiz};

/// Where one cause stands among the others.
#[derive(Debug, Clone, Copy)]
pub struct RankedCause<'q> {
    /// The cause.
    pub cause: &'q Cause,
    /// Its place in the article's order.
    pub(crate) index: usize,
    /// The points it got.
    pub raw: u32,
    /// The points it could have got; at least 1.
    pub max: u32,
    /// Its share of them, 0 to 100, rounded half up.
    pub score: u32,
    /// Its rank from 1; causes with the same score share one.
    pub rank: usize,
}

/// The score of `raw` out of `max` points: hundredths, rounded half up. Of a cause that can get none it is 0; the
/// check lets no such cause pass.
#[must_use]
pub(crate) fn score(raw: u32, max: u32) -> u32 {
    (200 * raw + max).checked_div(2 * max).unwrap_or(0)
}

/// Every cause with its score, the highest first, and in the article's order where scores are the same.
///
/// `picks` are the picks of each question, in order. A question without picks gives nothing and takes nothing
/// away: the points that could be had stay the same, so that a half-filled quiz never looks sure.
pub(crate) fn rank<'q>(quiz: &'q Quiz, picks: &[Picks]) -> Vec<RankedCause<'q>> {
    let mut raw = vec![0; quiz.causes.len()];
    for (question, picks) in quiz.questions.iter().zip(picks) {
        for (i, choice) in question.choices.iter().enumerate() {
            if picks.has(i) {
                for (cause, points) in &choice.points {
                    raw[*cause] += points;
                }
            }
        }
    }
    rank_points(quiz, &raw)
}

/// The ranking of these points, by cause in the article's order.
pub(crate) fn rank_points<'q>(quiz: &'q Quiz, raw: &[u32]) -> Vec<RankedCause<'q>> {
    let mut ranking: Vec<RankedCause<'q>> = Vec::with_capacity(raw.len());
    for (index, (cause, raw)) in quiz.causes.iter().zip(raw).enumerate() {
        let (raw, max) = (*raw, cause.max);
        order(&mut ranking, RankedCause { cause, index, raw, max, score: score(raw, max), rank: 1 });
    }
    for i in 1..ranking.len() {
        let level = ranking[i].score == ranking[i - 1].score;
        ranking[i].rank = if level { ranking[i - 1].rank } else { i + 1 };
    }
    ranking
}

/// Puts a standing where it belongs in a ranking of those that come before it in the article.
///
/// A handful of causes, put in order as they come: no sorting algorithm has to be shipped for it.
pub(crate) fn order<'q>(ranking: &mut Vec<RankedCause<'q>>, standing: RankedCause<'q>) {
    let place = ranking.partition_point(|it| it.score >= standing.score);
    ranking.insert(place, standing);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_point_of_score_is_rounded_up() {
        assert_eq!(score(1, 8), 13); // 12.5
        assert_eq!(score(3, 8), 38); // 37.5
        assert_eq!(score(1, 3), 33);
        assert_eq!(score(2, 3), 67);
        assert_eq!(score(0, 21), 0);
        assert_eq!(score(21, 21), 100);
    }
}
