//! The odds of each result when readers answer at random: exact, by convolving the points of one question after
//! another, so that the work grows with questions × reachable points and not with the number of answer sets.
//! Knows nothing of how the odds are shown, and where chance is needed it is handed in.

use super::definition::{Kind, Question, Quiz};
use super::tally::Tally;
pub use super::tally::{CauseOdds, Method, Odds};

/// The most vectors of points over which the odds are computed exactly, 8 bytes each. Above it, they are estimated.
pub const MOST_VECTORS: usize = 1 << 25;

/// How a random reader answers: of a pick-one question each choice is equally likely; of a tick-all question each
/// box is ticked with the same chance, and the exclusive choice when none is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Model {
    /// The chance that a box is ticked, 0 to 1.
    pub tick: f64,
}

/// What the answers to one question can give, each vector of points with its chance.
type Outcomes = Vec<(Vec<u32>, f64)>;

impl Odds {
    /// The exact odds; `None` where the vectors of points are more than [`MOST_VECTORS`].
    #[must_use]
    pub fn exact(quiz: &Quiz, model: Model) -> Option<Self> {
        let vectors = vectors(quiz)?;
        let mut tally = Tally::new(quiz);
        let points = distribution(quiz, model, vectors);
        let mut raw = vec![0; quiz.causes.len()];
        for chance in points {
            if chance > 0.0 {
                tally.add(&raw, chance);
            }
            advance(&mut raw, quiz);
        }
        Some(tally.odds(Method::Exact { vectors }))
    }

    /// The odds among `readers` random readers. `chance` gives random numbers, evenly from 0 up to 1.
    #[must_use]
    pub fn sampled(quiz: &Quiz, model: Model, readers: usize, mut chance: impl FnMut() -> f64) -> Self {
        let mut tally = Tally::new(quiz);
        #[allow(clippy::cast_precision_loss)] // far below 2^52 readers
        let share = 1.0 / readers as f64;
        for _ in 0..readers {
            tally.add(&random_points(quiz, model, &mut chance), share);
        }
        let error = 3.0 * (0.25 * share).sqrt();
        tally.odds(Method::Sampled { readers, error })
    }
}

/// The points of one random reader, by cause.
pub(super) fn random_points(quiz: &Quiz, model: Model, chance: &mut impl FnMut() -> f64) -> Vec<u32> {
    let mut raw = vec![0; quiz.causes.len()];
    for question in &quiz.questions {
        answer(question, model, chance, &mut raw);
    }
    raw
}

/// Every vector of points that the answers to one question can give.
pub(super) fn reachable(question: &Question, quiz: &Quiz) -> Vec<Vec<u32>> {
    outcomes(question, quiz, Model { tick: 0.5 }).into_iter().map(|(points, _)| points).collect()
}

/// Whether something holds of any vector of points that answers to a quiz can give; `None` where they are more than
/// [`MOST_VECTORS`].
pub(super) fn any_reachable(quiz: &Quiz, mut holds: impl FnMut(&[u32]) -> bool) -> Option<bool> {
    let chances = distribution(quiz, Model { tick: 0.5 }, vectors(quiz)?);
    let mut raw = vec![0; quiz.causes.len()];
    Some(chances.into_iter().any(|chance| {
        let found = chance > 0.0 && holds(&raw);
        advance(&mut raw, quiz);
        found
    }))
}

/// How many vectors of points there could be: for each cause, from none to all it can get. `None` where they are
/// more than [`MOST_VECTORS`].
fn vectors(quiz: &Quiz) -> Option<usize> {
    quiz.causes
        .iter()
        .try_fold(1_usize, |product, cause| product.checked_mul(cause.max as usize + 1))
        .filter(|vectors| *vectors <= MOST_VECTORS)
}

/// The chance of every vector of points, by its place: the first cause's points count most, the last one's least.
fn distribution(quiz: &Quiz, model: Model, vectors: usize) -> Vec<f64> {
    let mut questions: Vec<Outcomes> = quiz.questions.iter().map(|it| outcomes(it, quiz, model)).collect();
    // Those with the most outcomes while the vectors are still few.
    questions.sort_by_key(|outcomes| std::cmp::Reverse(outcomes.len()));
    let place = |points: &[u32]| {
        points
            .iter()
            .zip(&quiz.causes)
            .fold(0, |place, (points, cause)| place * (cause.max as usize + 1) + *points as usize)
    };
    let mut chances = vec![0.0; vectors];
    chances[0] = 1.0;
    let mut highest = vec![0; quiz.causes.len()];
    for outcomes in questions {
        let steps: Vec<(usize, f64)> =
            outcomes.iter().map(|(points, chance)| (place(points), *chance)).collect();
        for (cause, most) in highest.iter_mut().enumerate() {
            *most += outcomes.iter().map(|(points, _)| points[cause]).max().unwrap_or(0);
        }
        // From the top down, so that what is read has not been written yet. No vector with a chance can run over
        // into its neighbour's place: the place has room for all that each cause can ever get.
        for i in (0..=place(&highest)).rev() {
            chances[i] =
                steps.iter().filter_map(|(step, chance)| Some(chance * chances[i.checked_sub(*step)?])).sum();
        }
    }
    chances
}

/// What the answers to a question give, each vector of points once.
fn outcomes(question: &Question, quiz: &Quiz, model: Model) -> Outcomes {
    let none = vec![0; quiz.causes.len()];
    let given = |points: &[(usize, u32)]| {
        let mut vector = none.clone();
        for (cause, points) in points {
            vector[*cause] += points;
        }
        vector
    };
    let mut outcomes: Outcomes = Vec::new();
    match question.kind {
        Kind::One => {
            #[allow(clippy::cast_precision_loss)] // at most 64 choices
            let chance = 1.0 / question.choices.len() as f64;
            for choice in &question.choices {
                add(&mut outcomes, given(&choice.points), chance);
            }
        }
        Kind::All => {
            outcomes.push((none.clone(), 1.0));
            for choice in question.choices.iter().filter(|it| !it.points.is_empty()) {
                let points = given(&choice.points);
                for (vector, chance) in std::mem::take(&mut outcomes) {
                    let more = vector.iter().zip(&points).map(|(a, b)| a + b).collect();
                    add(&mut outcomes, vector, chance * (1.0 - model.tick));
                    add(&mut outcomes, more, chance * model.tick);
                }
            }
        }
    }
    outcomes
}

fn add(outcomes: &mut Outcomes, vector: Vec<u32>, chance: f64) {
    match outcomes.iter_mut().find(|(known, _)| *known == vector) {
        Some((_, known)) => *known += chance,
        None => outcomes.push((vector, chance)),
    }
}

/// The next vector of points, in the order of their places.
fn advance(raw: &mut [u32], quiz: &Quiz) {
    for (points, cause) in raw.iter_mut().zip(&quiz.causes).rev() {
        if *points < cause.max {
            *points += 1;
            return;
        }
        *points = 0;
    }
}

/// Adds what one random answer gives.
fn answer(question: &Question, model: Model, chance: &mut impl FnMut() -> f64, raw: &mut [u32]) {
    let mut give = |points: &[(usize, u32)]| {
        for (cause, points) in points {
            raw[*cause] += points;
        }
    };
    match question.kind {
        Kind::One => {
            #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            // a number from 0 up to at most 64
            let picked = (chance() * question.choices.len() as f64) as usize;
            give(&question.choices[picked.min(question.choices.len() - 1)].points);
        }
        Kind::All => question
            .choices
            .iter()
            .filter(|choice| !choice.exclusive)
            .filter(|_| chance() < model.tick)
            .for_each(|choice| give(&choice.points)),
    }
}
