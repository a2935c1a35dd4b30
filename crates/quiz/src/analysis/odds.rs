//! The odds of each result when readers answer at random: exact, by convolving the points of one answer after
//! another, so that the work grows with questions × reachable vectors of points and not with the number of answer
//! sets. Knows nothing of how the odds are shown, and where chance is needed it is handed in.

use crate::analysis::odds_accumulator::Tally;
pub use crate::analysis::odds_accumulator::{CauseOdds, Method, Odds};
use crate::analysis::progress::Work;
use crate::analysis::quick_verdict::{Decided, QuickVerdict};
use crate::analysis::random_answers::random_points;
use crate::model::quiz::{Choice, Question, QuestionKind, Quiz};

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
    pub(crate) const ANYTHING: Self = Self { tick: 0.5, skip: 0.5 };
}

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

/// A question, and which of its choices gives nothing here.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'q> {
    pub(crate) question: &'q Question,
    pub(crate) without: Option<usize>,
}

impl<'q> Asked<'q> {
    /// Every question of a quiz, with all that its choices give.
    pub(crate) fn all(quiz: &'q Quiz) -> Vec<Self> {
        quiz.questions.iter().map(|question| Self { question, without: None }).collect()
    }

    /// What each choice gives.
    fn points(&self) -> impl Iterator<Item = &'q [(usize, u32)]> {
        let without = self.without;
        let points = move |(i, choice): (usize, &'q Choice)| match without {
            Some(without) if without == i => &[][..],
            _ => choice.points.as_slice(),
        };
        self.question.choices.iter().enumerate().map(points)
    }
}

/// Looks at every vector of points that answers to some questions of a quiz can give, until one is found of which
/// something holds. `None` where they are too many to look at.
pub(crate) fn any_reachable(
    quiz: &Quiz,
    asked: &[Asked<'_>],
    mut holds: impl FnMut(&[u32]) -> bool,
) -> Option<bool> {
    let packing = Packing::of(quiz)?;
    let mut raw = Vec::new();
    let vectors = vectors(asked, &packing, Model::ANYTHING)?;
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
fn vectors(asked: &[Asked<'_>], packing: &Packing, model: Model) -> Option<Vectors> {
    let mut vectors: Vectors = vec![(0, 1.0)];
    for asked in asked {
        let answered = 1.0 - model.skip;
        let before = vectors.clone();
        match asked.question.kind {
            QuestionKind::PickOne => {
                let steps: Vec<u64> = asked.points().map(|it| packing.pack(it)).collect();
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
            QuestionKind::TickAll => {
                // Box by box: of a list of them no set of ticks is ever listed.
                for points in asked.points().filter(|it| !it.is_empty()) {
                    let ticked = shifted(&vectors, packing.pack(points), model.tick);
                    vectors = merged(&shifted(&vectors, 0, 1.0 - model.tick), &ticked)?;
                }
                if model.skip > 0.0 {
                    let skipped = shifted(&before, 0, model.skip);
                    vectors = merged(&shifted(&vectors, 0, answered), &skipped)?;
                }
            }
        }
    }
    debug_assert!(vectors.is_sorted_by(|a, b| a.0 < b.0));
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
