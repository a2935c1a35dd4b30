//! The vectors of points of a tick-all question with `at_most`.
//!
//! A random reader ticks boxes independently. Of more ticks than the question takes, a random few remain. So a number of ticks
//! has its chance, and each set of so many boxes is equally likely.

use crate::analysis::point_vectors::{QuestionPoints, VectorLayout, Vectors, merged, shifted};

/// Adds the points of at most `at_most` ticks to all vectors. `None` if there are too many vectors.
pub(crate) fn with_limited_ticks(
    vectors: &Vectors,
    question: &QuestionPoints<'_>,
    at_most: usize,
    layout: &VectorLayout,
    tick: f64,
) -> Option<Vectors> {
    // For each number of ticks, the vectors of all sets of so many boxes, with the number of sets as their weight.
    let mut by_ticks: Vec<Vectors> = vec![Vectors::new(); at_most + 1];
    by_ticks[0].clone_from(vectors);
    let exclusive = question.question.choices.iter().map(|choice| choice.exclusive);
    let mut boxes = 0;
    for (i, points) in
        question.points().zip(exclusive).filter(|(_, exclusive)| !exclusive).map(|it| it.0).enumerate()
    {
        boxes = i + 1;
        for ticks in (1..=at_most).rev() {
            let ticked = shifted(&by_ticks[ticks - 1], layout.encode(points), 1.0);
            by_ticks[ticks] = merged(&by_ticks[ticks], &ticked)?;
        }
    }
    let mut all = Vectors::new();
    for (ticks, vectors) in by_ticks.iter().enumerate().filter(|(_, vectors)| !vectors.is_empty()) {
        let least = ticks..=if ticks == at_most { boxes } else { ticks };
        let chance: f64 = least.map(|ticks| binomial(boxes, ticks, tick)).sum();
        all = merged(&all, &shifted(vectors, 0, chance / sets(boxes, ticks)))?;
    }
    Some(all)
}

/// The chance of exactly so many ticks.
fn binomial(boxes: usize, ticks: usize, tick: f64) -> f64 {
    let power = |base: f64, exponent: usize| base.powi(i32::try_from(exponent).unwrap_or(i32::MAX));
    sets(boxes, ticks) * power(tick, ticks) * power(1.0 - tick, boxes - ticks)
}

/// The number of sets of so many boxes.
#[allow(clippy::cast_precision_loss, reason = "at most 64 boxes")]
fn sets(boxes: usize, ticks: usize) -> f64 {
    (0..ticks).map(|i| (boxes - i) as f64 / (i + 1) as f64).product()
}
