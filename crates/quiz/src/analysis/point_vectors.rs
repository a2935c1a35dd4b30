//! Every vector of points that answers to a quiz can give, with its chance, found by convolution: answer after answer,
//! equal vectors are merged. The work grows with questions × reachable vectors, not with the number of answer sets.

use crate::analysis::answer_model::AnswerModel;
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

    /// The points of each choice.
    fn points(&self) -> impl Iterator<Item = &'q [(usize, i32)]> {
        let without = self.without;
        let points = move |(i, choice): (usize, &'q Choice)| match without {
            Some(without) if without == i => &[][..],
            _ => choice.points.as_slice(),
        };
        self.question.choices.iter().enumerate().map(points)
    }
}

/// Whether `holds` is true for any vector of points that answers to these questions can give, and the most points of each cause.
/// Stops at the first one. `None` if there are too many vectors.
pub(crate) fn any_reachable(
    quiz: &Quiz,
    questions: &[QuestionPoints<'_>],
    mut holds: impl FnMut(&[i32], &[i32]) -> bool,
) -> Option<bool> {
    let layout = VectorLayout::of(quiz)?;
    let mut raw = Vec::new();
    let most = quiz.most_points();
    let vectors = vectors(questions, &layout, AnswerModel::ANYTHING)?;
    Some(vectors.iter().any(|(vector, _)| {
        layout.decode(*vector, &mut raw);
        holds(&raw, &most)
    }))
}

/// Encodes a vector of points as one number. Each cause has enough bits for the distance of its points from the fewest to the
/// most. So adding two numbers adds the vectors, and no sum carries from one cause to the next.
pub(crate) struct VectorLayout {
    /// The first bit and the number of bits of each cause.
    bits: Vec<(u32, u32)>,
    /// The fewest points of each cause, 0 or less. The number 0 stands for them.
    least: Vec<i32>,
}

impl VectorLayout {
    pub(crate) fn of(quiz: &Quiz) -> Option<Self> {
        let mut begin = 0;
        let least: Vec<i32> = (0..quiz.causes.len())
            .map(|i| quiz.questions.iter().map(|question| question.least_points_for(i)).sum())
            .collect();
        let bits = quiz.causes.iter().zip(&least).map(|(cause, least)| {
            let needed = i32::BITS - (cause.max - least).leading_zeros();
            begin += needed;
            (begin - needed, needed)
        });
        let bits: Vec<(u32, u32)> = bits.collect();
        (begin <= u64::BITS).then_some(Self { bits, least })
    }

    /// The vector without any points.
    fn zero(&self) -> u64 {
        let least = self.least.iter().enumerate();
        self.step(least.map(|(cause, least)| (cause, -least)))
    }

    /// What adding these points adds to the number of a vector. For negative points it wraps around.
    fn step(&self, points: impl Iterator<Item = (usize, i32)>) -> u64 {
        let step = |(cause, points): (usize, i32)| i64::from(points).cast_unsigned() << self.bits[cause].0;
        points.map(step).fold(0, u64::wrapping_add)
    }

    fn encode(&self, points: &[(usize, i32)]) -> u64 {
        self.step(points.iter().copied())
    }

    pub(crate) fn decode(&self, vector: u64, points: &mut Vec<i32>) {
        points.clear();
        points.extend(self.bits.iter().zip(&self.least).map(|((begin, bits), least)| {
            let above = vector.checked_shr(*begin).unwrap_or(0) & ((1 << bits) - 1);
            i32::try_from(above).unwrap_or(i32::MAX).saturating_add(*least)
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
    let mut vectors: Vectors = vec![(layout.zero(), 1.0)];
    for question in questions {
        let answered = 1.0 - model.skip;
        let before = vectors.clone();
        match question.question.kind {
            QuestionKind::PickOne => {
                let steps: Vec<u64> = question.points().map(|it| layout.encode(it)).collect();
                #[allow(clippy::cast_precision_loss, reason = "at most 64 choices")]
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
                // Box by box, so that sets of ticks are never enumerated.
                for points in question.points().filter(|it| !it.is_empty()) {
                    let ticked = shifted(&vectors, layout.encode(points), model.tick);
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

/// Adds a vector to every vector, which keeps their order, and multiplies the chances.
fn shifted(vectors: &Vectors, step: u64, chance: f64) -> Vectors {
    vectors.iter().map(|(vector, of)| (vector.wrapping_add(step), of * chance)).collect()
}

/// Merges two lists of vectors, and adds the chances of equal ones.
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
        if merged.len() > MAX_VECTORS {
            return None;
        }
    }
    Some(merged)
}
