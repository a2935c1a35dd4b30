//! Every vector of points that answers to a quiz can give, with its chance, found by convolution: answer after answer,
//! equal vectors are merged. The work grows with questions × reachable vectors, not with the number of answer sets.

use crate::analysis::answer_model::Model;
use crate::file::parts::QuestionKind;
use crate::model::quiz::{Choice, Question, Quiz};

/// The most vectors of points that are looked at one by one, 16 bytes each. Of a quiz with more, the odds are
/// estimated.
pub const MOST_VECTORS: usize = 1 << 22;

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

/// How a vector of points is put into a single number: each cause has the bits that all it can ever get needs, so
/// that adding numbers adds vectors and never carries from one cause into the next.
pub(crate) struct Packing {
    /// By cause, where its bits begin and how many there are.
    bits: Vec<(u32, u32)>,
}

impl Packing {
    pub(crate) fn of(quiz: &Quiz) -> Option<Self> {
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

    pub(crate) fn unpack(&self, vector: u64, raw: &mut Vec<u32>) {
        raw.clear();
        raw.extend(self.bits.iter().map(|(begin, bits)| {
            let points = vector.checked_shr(*begin).unwrap_or(0) & ((1 << bits) - 1);
            u32::try_from(points).unwrap_or(u32::MAX)
        }));
    }
}

/// Vectors of points, each once and in rising order, with their chances.
pub(crate) type Vectors = Vec<(u64, f64)>;

/// What the answers to some questions can give. `None` where it is more than [`MOST_VECTORS`].
pub(crate) fn vectors(asked: &[Asked<'_>], packing: &Packing, model: Model) -> Option<Vectors> {
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
