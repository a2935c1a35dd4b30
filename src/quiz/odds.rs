//! The odds of each result when readers answer at random: exact, by convolving the points of one answer after
//! another, so that the work grows with questions × reachable vectors of points and not with the number of answer
//! sets. Knows nothing of how the odds are shown, and where chance is needed it is handed in.

use super::definition::{Kind, Question, Quiz};
use super::score::rank_points;
use super::tally::Tally;
pub use super::tally::{CauseOdds, Method, Odds};

/// The most vectors of points that are looked at one by one, 16 bytes each. Of a quiz with more, the odds are
/// estimated.
pub const MOST_VECTORS: usize = 1 << 22;

/// How a random reader answers: of a pick-one question each choice is equally likely; of a tick-all question each
/// box is ticked with the same chance, and the exclusive choice when none is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Model {
    /// The chance that a box is ticked, 0 to 1.
    pub tick: f64,
    /// The chance that a question is skipped, 0 to 1.
    pub skip: f64,
}

impl Model {
    /// The model in which no question is skipped.
    #[must_use]
    pub fn ticking(tick: f64) -> Self {
        Self { tick, skip: 0.0 }
    }

    /// A model in which everything that a reader can do happens now and then.
    pub(super) const ANYTHING: Self = Self { tick: 0.5, skip: 0.5 };
}

impl Odds {
    /// The exact odds; `None` where more than [`MOST_VECTORS`] vectors of points can be reached, or where the
    /// points of all causes together do not fit into 64 bits.
    #[must_use]
    pub fn exact(quiz: &Quiz, model: Model) -> Option<Self> {
        let packing = Packing::of(quiz)?;
        let vectors = vectors(quiz, &quiz.questions, &packing, model)?;
        let mut tally = Tally::new(quiz);
        let mut raw = Vec::new();
        for (vector, chance) in &vectors {
            packing.unpack(*vector, &mut raw);
            tally.add(&raw, *chance);
        }
        Some(tally.odds(Method::Exact { vectors: vectors.len() }))
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

/// Looks at every vector of points that answers to some questions of a quiz can give, until one is found of which
/// something holds. `None` where they are too many to look at.
pub(super) fn any_reachable(
    quiz: &Quiz,
    questions: &[Question],
    mut holds: impl FnMut(&[u32]) -> bool,
) -> Option<bool> {
    let packing = Packing::of(quiz)?;
    let mut raw = Vec::new();
    let vectors = vectors(quiz, questions, &packing, Model::ANYTHING)?;
    Some(vectors.iter().any(|(vector, _)| {
        packing.unpack(*vector, &mut raw);
        holds(&raw)
    }))
}

/// By cause in the article's order, the furthest it can be ahead of every other one, in points of score; below 0 for
/// one that is always behind. Questions may be skipped. `None` where there are too many vectors of points to look
/// at.
#[must_use]
pub fn best_margins(quiz: &Quiz) -> Option<Vec<i64>> {
    let mut best = vec![i64::MIN; quiz.causes.len()];
    any_reachable(quiz, &quiz.questions, |raw| {
        let ranking = rank_points(quiz, raw);
        for (i, it) in ranking.iter().enumerate() {
            let ahead_of = ranking[usize::from(i == 0)].score;
            let margin = i64::from(it.score) - i64::from(ahead_of);
            best[it.index] = best[it.index].max(margin);
        }
        false
    })?;
    Some(best)
}

/// How a vector of points is put into a single number: each cause has the bits that all it can ever get needs, so
/// that adding numbers adds vectors and never carries from one cause into the next.
struct Packing {
    /// By cause, where its bits begin and how many there are.
    bits: Vec<(u32, u32)>,
}

impl Packing {
    fn of(quiz: &Quiz) -> Option<Self> {
        let mut begin = 0;
        let bits = quiz.causes.iter().map(|cause| {
            let needed = u32::BITS - cause.max.leading_zeros();
            begin += needed;
            (begin - needed, needed)
        });
        let bits: Vec<(u32, u32)> = bits.collect();
        (begin <= u64::BITS).then_some(Self { bits })
    }

    fn pack(&self, points: &[(usize, u32)]) -> u64 {
        points.iter().map(|(cause, points)| u64::from(*points) << self.bits[*cause].0).sum()
    }

    fn unpack(&self, vector: u64, raw: &mut Vec<u32>) {
        raw.clear();
        raw.extend(self.bits.iter().map(|(begin, bits)| {
            let points = vector.checked_shr(*begin).unwrap_or(0) & ((1 << bits) - 1);
            u32::try_from(points).unwrap_or(u32::MAX)
        }));
    }
}

/// Vectors of points, each once and in rising order, with their chances.
type Vectors = Vec<(u64, f64)>;

/// What the answers to some questions can give. `None` where it is more than [`MOST_VECTORS`].
fn vectors(quiz: &Quiz, questions: &[Question], packing: &Packing, model: Model) -> Option<Vectors> {
    let mut vectors: Vectors = vec![(0, 1.0)];
    for question in questions {
        let answered = 1.0 - model.skip;
        let before = vectors.clone();
        match question.kind {
            Kind::One => {
                let steps: Vec<u64> = question.choices.iter().map(|it| packing.pack(&it.points)).collect();
                #[allow(clippy::cast_precision_loss)] // at most 64 choices
                let chance = answered / steps.len() as f64;
                vectors = Vectors::new();
                for step in steps {
                    vectors = merged(&vectors, &shifted(&before, step, chance))?;
                }
                if model.skip > 0.0 {
                    vectors = merged(&vectors, &shifted(&before, 0, model.skip))?;
                }
            }
            Kind::All => {
                // Box by box: of a list of them no set of ticks is ever listed.
                for choice in question.choices.iter().filter(|it| !it.points.is_empty()) {
                    let ticked = shifted(&vectors, packing.pack(&choice.points), model.tick);
                    vectors = merged(&shifted(&vectors, 0, 1.0 - model.tick), &ticked)?;
                }
                if model.skip > 0.0 {
                    let skipped = shifted(&before, 0, model.skip);
                    vectors = merged(&shifted(&vectors, 0, answered), &skipped)?;
                }
            }
        }
    }
    debug_assert!(vectors.is_sorted_by(|a, b| a.0 < b.0) && !quiz.causes.is_empty());
    Some(vectors)
}

/// Every vector with a step added, which keeps their order, and its chance times another.
fn shifted(vectors: &Vectors, step: u64, chance: f64) -> Vectors {
    vectors.iter().map(|(vector, of)| (vector + step, of * chance)).collect()
}

/// Two lists of vectors in one; the chances of what is in both are added.
fn merged(a: &Vectors, b: &Vectors) -> Option<Vectors> {
    let mut merged = Vectors::with_capacity(a.len().max(b.len()) + a.len().min(b.len()) / 2);
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        let from_a = a.get(i).map_or(u64::MAX, |it| it.0);
        let from_b = b.get(j).map_or(u64::MAX, |it| it.0);
        let takes_a = j >= b.len() || i < a.len() && from_a <= from_b;
        let takes_b = i >= a.len() || j < b.len() && from_b <= from_a;
        let vector = if takes_a { from_a } else { from_b };
        let mut chance = 0.0;
        if takes_a {
            chance += a[i].1;
            i += 1;
        }
        if takes_b {
            chance += b[j].1;
            j += 1;
        }
        merged.push((vector, chance));
        if merged.len() > MOST_VECTORS {
            return None;
        }
    }
    Some(merged)
}

/// Adds what one random answer gives.
fn answer(question: &Question, model: Model, chance: &mut impl FnMut() -> f64, raw: &mut [u32]) {
    if model.skip > 0.0 && chance() < model.skip {
        return;
    }
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
