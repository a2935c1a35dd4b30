//! Turns answers into a ranking of causes. It uses integers only, so that the same answers give the same result on every machine.
//! `docs/scoring.md` has the rules.

use crate::file::scoring::ScoreKind;
use crate::model::picks::Picks;
use crate::model::quiz::{Cause, Quiz};
use crate::model::scoring::{IN_RANGE, Scoring};

/// A cause with its score and rank.
#[derive(Debug, Clone, Copy)]
pub struct RankedCause<'q> {
    /// The cause.
    pub cause: &'q Cause,
    /// Its index in the article's order.
    pub(crate) index: usize,
    /// The points of the answers.
    pub raw: i32,
    /// The most points that answers to the asked questions can give.
    pub max: i32,
    /// The score: the share of these points, 0 to 100, rounded half up; or the points; or, of a total, 100 if it is in the range of the
    /// cause, and 0 if not.
    pub score: i32,
    /// The length of its bar, 0 to 100: the share of the most points. For a sum, those are the most that any cause can get.
    pub bar: i32,
    /// The rank, from 1. Causes with the same score share a rank.
    pub rank: usize,
}

/// The share of `raw` in `max` points: a percentage, rounded half up. If `raw` is negative or `max` is 0, it is 0.
#[must_use]
pub(crate) fn share(raw: i32, max: i32) -> i32 {
    (200 * raw.max(0) + max).checked_div(2 * max).unwrap_or(0)
}

impl Scoring {
    /// The score of the cause at `index` with `raw` out of `max` points.
    pub(crate) fn score(&self, index: usize, raw: i32, max: i32) -> i32 {
        match self.score {
            ScoreKind::Share => share(raw, max),
            ScoreKind::Sum => raw,
            ScoreKind::Total => {
                let is_after = |index: usize| self.ranges.get(index).is_some_and(|from| raw >= *from);
                if is_after(index) && !is_after(index + 1) { IN_RANGE } else { 0 }
            }
        }
    }
}

/// The ranking for the picks of each question that was asked: the highest score first, causes with the same score in the
/// article's order.
///
/// A skipped question gives no points but still counts for `max`, so that a quiz with few answers never gives a high score. A
/// question that was not asked does not count.
pub(crate) fn rank<'q>(quiz: &'q Quiz, answers: &[Option<Picks>]) -> Vec<RankedCause<'q>> {
    let mut raw = vec![0; quiz.causes.len()];
    let mut max = quiz.most_points();
    for (question, picks) in quiz.questions.iter().zip(answers) {
        let Some(picks) = picks else {
            for (i, max) in max.iter_mut().enumerate() {
                *max -= question.most_points_for(i);
            }
            continue;
        };
        for (i, choice) in question.choices.iter().enumerate() {
            if picks.has(i) {
                for (cause, points) in &choice.points {
                    raw[*cause] += points;
                }
            }
        }
    }
    rank_points(quiz, &raw, &max)
}

/// The ranking for the points of each cause out of the most it can get, in the article's order.
pub(crate) fn rank_points<'q>(quiz: &'q Quiz, raw: &[i32], max: &[i32]) -> Vec<RankedCause<'q>> {
    let mut ranking: Vec<RankedCause<'q>> = Vec::with_capacity(raw.len());
    let most = max.iter().copied().max().unwrap_or_default();
    for (index, cause) in quiz.causes.iter().enumerate() {
        let (raw, max) = (raw[index], max[index]);
        let score = quiz.scoring.score(index, raw, max);
        let bar = match quiz.scoring.score {
            ScoreKind::Share => score,
            ScoreKind::Sum | ScoreKind::Total => share(raw, most),
        };
        // Inserted in order: there are few causes, and a sorting algorithm would be more code in the widget's module.
        let place = ranking.partition_point(|other| other.score >= score);
        ranking.insert(place, RankedCause { cause, index, raw, max, score, bar, rank: 1 });
    }
    for i in 1..ranking.len() {
        let tied = ranking[i].score == ranking[i - 1].score;
        ranking[i].rank = if tied { ranking[i - 1].rank } else { i + 1 };
    }
    ranking
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_point_of_score_is_rounded_up() {
        assert_eq!(share(1, 8), 13); // 12.5
        assert_eq!(share(3, 8), 38); // 37.5
        assert_eq!(share(1, 3), 33);
        assert_eq!(share(2, 3), 67);
        assert_eq!(share(0, 21), 0);
        assert_eq!(share(21, 21), 100);
    }

    #[test]
    fn fewer_points_than_none_are_a_share_of_0() {
        assert_eq!(share(-1, 200), 0);
        assert_eq!(share(-99, 1), 0);
        assert_eq!(share(0, 0), 0);
    }
}
