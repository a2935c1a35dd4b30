//! Every vector of points that answers to a quiz can give, with its chance, found by convolution: answer after answer,
//! equal vectors are merged. The work grows with questions × reachable vectors, not with the number of answer sets.

use crate::analysis::answer_model::AnswerModel;
use crate::analysis::limited_ticks::with_limited_ticks;
use crate::file::parts::QuestionKind;
use crate::model::quiz::{Choice, Question, Quiz};

/// The most vectors of points that are examined, of 16 bytes each. The odds of a quiz with more are estimated.
pub const MAX_VECTORS: usize = 1 << 22;

/// The points that a question can give, perhaps with one choice counted as giving none.
#[derive(Clone, Copy)]
pub(crate) struct QuestionPoints<'q> {
    pub(crate) question: &'q Question,
    pub(crate) without: Option<usize>,
}

impl<'q> QuestionPoints<'q> {
    /// Every question of a quiz, with all points.
    pub(crate) fn all(quiz: &'q Quiz) -> Vec<Self> {
        quiz.questions.iter().map(|question| Self { question, without: None }).collect()
    }

    /// The most choices that can be ticked beside the left-out one, if there is a limit.
    fn at_most(&self) -> Option<usize> {
        let at_most = self.question.at_most?;
        Some(if self.without.is_some() { at_most - 1 } else { at_most })
    }

    /// The chance that a reader of a model skips the question.
    fn skip(&self, model: AnswerModel) -> f64 {
        if self.question.required { 0.0 } else { model.skip }
    }

    /// The points of each choice.
    pub(crate) fn points(&self) -> impl Iterator<Item = &'q [(usize, u32)]> {
        let without = self.without;
        let points = move |(i, choice): (usize, &'q Choice)| match without {
            Some(without) if without == i => &[][..],
            _ => choice.points.as_slice(),
        };
        self.question.choices.iter().enumerate().map(points)
    }
}

/// Whether `holds` is true for any vector of points that answers to these questions can give. Stops at the first one. `None` if
/// there are too many vectors.
pub(crate) fn any_reachable(
    quiz: &Quiz,
    questions: &[QuestionPoints<'_>],
    mut holds: impl FnMut(&[u32]) -> bool,
) -> Option<bool> {
    let layout = VectorLayout::of(quiz)?;
    let mut raw = Vec::new();
    let vectors = vectors(questions, &layout, AnswerModel::ANYTHING)?;
    Some(vectors.iter().any(|(vector, _)| {
        layout.decode(*vector, &mut raw);
        holds(&raw)
    }))
}

/// Encodes a vector of points as one number. Each cause has enough bits for its most points, so that adding two numbers adds the
/// vectors, without a carry from one cause to the next.
pub(crate) struct VectorLayout {
    /// The first bit and the number of bits of each cause.
    bits: Vec<(u32, u32)>,
}

impl VectorLayout {
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

    pub(crate) fn encode(&self, points: &[(usize, u32)]) -> u64 {
        points.iter().map(|(cause, points)| u64::from(*points) << self.bits[*cause].0).sum()
    }

    pub(crate) fn decode(&self, vector: u64, points: &mut Vec<u32>) {
        points.clear();
        points.extend(self.bits.iter().map(|(begin, bits)| {
            let points = vector.checked_shr(*begin).unwrap_or(0) & ((1 << bits) - 1);
            u32::try_from(points).unwrap_or(u32::MAX)
        }));
    }
}

/// Vectors of points in ascending order, each once, with its chance.
pub(crate) type Vectors = Vec<(u64, f64)>;

/// The vectors that answers to these questions can give. `None` if there are more than [`MAX_VECTORS`].
pub(crate) fn vectors(
    questions: &[QuestionPoints<'_>],
    layout: &VectorLayout,
    model: AnswerModel,
) -> Option<Vectors> {
    let mut vectors: Vectors = vec![(0, 1.0)];
    for question in questions {
        let skip = question.skip(model);
        let answered = 1.0 - skip;
        let before = vectors.clone();
        match question.question.kind {
            QuestionKind::PickOne | QuestionKind::Scale => {
                let steps: Vec<u64> = question.points().map(|it| layout.encode(it)).collect();
                #[allow(clippy::cast_precision_loss, reason = "at most 64 choices")]
                let chance = answered / steps.len() as f64;
                vectors = Vectors::new();
                for step in steps {
                    vectors = merged(&vectors, &shifted(&before, step, chance))?;
                }
                if skip > 0.0 {
                    vectors = merged(&vectors, &shifted(&before, 0, skip))?;
                }
            }
            QuestionKind::TickAll => {
                if let Some(at_most) = question.at_most() {
                    vectors = with_limited_ticks(&vectors, question, at_most, layout, model.tick)?;
                } else {
                    // Box by box, so that sets of ticks are never enumerated.
                    for points in question.points().filter(|it| !it.is_empty()) {
                        let ticked = shifted(&vectors, layout.encode(points), model.tick);
                        vectors = merged(&shifted(&vectors, 0, 1.0 - model.tick), &ticked)?;
                    }
                }
                if skip > 0.0 {
                    let skipped = shifted(&before, 0, skip);
                    vectors = merged(&shifted(&vectors, 0, answered), &skipped)?;
                }
            }
        }
    }
    debug_assert!(vectors.is_sorted_by(|a, b| a.0 < b.0));
    Some(vectors)
}

/// Adds a vector to every vector, which keeps their order, and multiplies the chances.
pub(crate) fn shifted(vectors: &Vectors, step: u64, chance: f64) -> Vectors {
    vectors.iter().map(|(vector, of)| (vector + step, of * chance)).collect()
}

/// Merges two lists of vectors, and adds the chances of equal ones.
pub(crate) fn merged(a: &Vectors, b: &Vectors) -> Option<Vectors> {
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
        if merged.len() > MAX_VECTORS {
            return None;
        }
    }
    Some(merged)
}
