//! Vectors of points, one number for each cause, encoded as one number; and lists of them with their chances.

use crate::model::quiz::Quiz;

/// The most vectors of points that are examined, of 32 bytes each. The odds of a quiz with more are estimated.
pub const MAX_VECTORS: usize = 1 << 22;

/// A vector of points as a number.
pub(crate) type Vector = u128;

/// Encodes a vector of points as one number. Each cause has enough bits for the distance of its points from the fewest to the
/// most. So adding two numbers adds the vectors, and no sum carries from one cause to the next.
pub(crate) struct VectorLayout {
    /// The first bit and the number of bits of each cause.
    bits: Vec<(u32, u32)>,
    /// The fewest points of each cause, 0 or less. The number 0 stands for them.
    least: Vec<i32>,
    /// How many causes have the same points. With the score `total` all have, and only those of the first are encoded.
    same: usize,
}

impl VectorLayout {
    pub(crate) fn of(quiz: &Quiz) -> Option<Self> {
        let mut begin = 0;
        let (causes, same) =
            if quiz.scoring.is_total() { (1, quiz.causes.len()) } else { (quiz.causes.len(), 1) };
        let least: Vec<i32> = (0..causes)
            .map(|i| quiz.questions.iter().map(|question| question.least_points_for(i)).sum())
            .collect();
        let bits = quiz.causes.iter().zip(&least).map(|(cause, least)| {
            let needed = i32::BITS - (cause.max - least).leading_zeros();
            begin += needed;
            (begin - needed, needed)
        });
        let bits: Vec<(u32, u32)> = bits.collect();
        (begin <= Vector::BITS).then_some(Self { bits, least, same })
    }

    /// The layout of vectors of no cause. All of them are equal.
    pub(crate) fn without_causes() -> Self {
        Self { bits: Vec::new(), least: Vec::new(), same: 1 }
    }

    /// The vector without any points.
    pub(crate) fn zero(&self) -> Vector {
        let least = self.least.iter().enumerate();
        self.step(least.map(|(cause, least)| (cause, -least)))
    }

    /// What adding these points adds to the number of a vector. For negative points it wraps around.
    fn step(&self, points: impl Iterator<Item = (usize, i32)>) -> Vector {
        let step = |(cause, points): (usize, i32)| i128::from(points).cast_unsigned() << self.bits[cause].0;
        points.map(step).fold(0, Vector::wrapping_add)
    }

    pub(crate) fn encode(&self, points: &[(usize, i32)]) -> Vector {
        self.step(points.iter().copied().filter(|(cause, _)| *cause < self.bits.len()))
    }

    pub(crate) fn decode(&self, vector: Vector, points: &mut Vec<i32>) {
        points.clear();
        points.extend(self.bits.iter().zip(&self.least).map(|((begin, bits), least)| {
            let above = vector.checked_shr(*begin).unwrap_or(0) & ((1 << bits) - 1);
            i32::try_from(above).unwrap_or(i32::MAX).saturating_add(*least)
        }));
        if self.same > 1 {
            points.resize(self.same, points[0]);
        }
    }
}

/// Vectors of points in ascending order, each once, with its chance.
pub(crate) type Vectors = Vec<(Vector, f64)>;

/// Adds a vector to every vector, which keeps their order, and multiplies the chances.
pub(crate) fn shifted(vectors: &Vectors, step: Vector, chance: f64) -> Vectors {
    vectors.iter().map(|(vector, of)| (vector.wrapping_add(step), of * chance)).collect()
}

/// Merges two lists of vectors, and adds the chances of equal ones.
pub(crate) fn merged(a: &Vectors, b: &Vectors) -> Option<Vectors> {
    let mut merged = Vectors::with_capacity(a.len().max(b.len()) + a.len().min(b.len()) / 2);
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        let from_a = a.get(i).map_or(Vector::MAX, |it| it.0);
        let from_b = b.get(j).map_or(Vector::MAX, |it| it.0);
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
