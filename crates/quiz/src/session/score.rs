//! Turns answers into a ranking of causes. It uses integers only, so that the same answers give the same result on every machine.
//! `docs/scoring.md` has the rules.

use crate::model::picks::Picks;
use crate::model::quiz::{Cause, Quiz};

/// A cause with its score and rank.
#[derive(Debug, Clone, Copy)]
pub struct RankedCause<'q> {
    /// The cause.
    pub cause: &'q Cause,
    /// Its index in the article's order.
    pub(crate) index: usize,
    /// The points of the answers.
    pub raw: u32,
    /// The most points that any answers can give; at least 1.
    pub max: u32,
    /// The share of these points, 0 to 100, rounded half up.
    pub score: u32,
    /// The rank, from 1. Causes with the same score share a rank.
    pub rank: usize,
}

/// The score of `raw` out of `max` points: a percentage, rounded half up. If `max` is 0, it is 0; the check refuses such causes.
#[must_use]
pub(crate) fn score(raw: u32, max: u32) -> u32 {
    (200 * raw + max).checked_div(2 * max).unwrap_or(0)
}

/// The ranking for the picks of each question: the highest score first, causes with the same score in the article's order.
///
/// A skipped question gives no points but still counts for `max`, so that a quiz with few answers never gives a high score.
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

/// The ranking for the points of each cause, in the article's order.
pub(crate) fn rank_points<'q>(quiz: &'q Quiz, raw: &[u32]) -> Vec<RankedCause<'q>> {
    let mut ranking: Vec<RankedCause<'q>> = Vec::with_capacity(raw.len());
    for (index, (cause, raw)) in quiz.causes.iter().zip(raw).enumerate() {
        let (raw, max) = (*raw, cause.max);
        insert(&mut ranking, RankedCause { cause, index, raw, max, score: score(raw, max), rank: 1 });
    }
    for i in 1..ranking.len() {
        let tied = ranking[i].score == ranking[i - 1].score;
        ranking[i].rank = if tied { ranking[i - 1].rank } else { i + 1 };
    }
    ranking
}

/// Inserts a cause into a ranking of the causes before it. There are few causes, and a sorting algorithm would be more code in
/// the widget's module.
fn insert<'q>(ranking: &mut Vec<RankedCause<'q>>, ranked: RankedCause<'q>) {
    let index = ranking.partition_point(|other| other.score >= ranked.score);
    ranking.insert(index, ranked);
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
