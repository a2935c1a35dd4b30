//! The verdict on a vector of points for the analyses of a quiz, which ask for it many million times: without
//! allocation and without sorting all causes. A test holds it to `outcome`, which has the rules.

use crate::model::quiz::Quiz;
use crate::session::score::score;

/// Computes the verdict on vectors of points of one quiz.
pub(crate) struct QuickVerdict<'q> {
    quiz: &'q Quiz,
    /// By cause and points, the score.
    scores: Vec<Vec<u32>>,
    /// By cause, its score now.
    now: Vec<u32>,
}

/// What points decide of a result: which causes are shown, whether more are close, and which put a doctor first.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Decided {
    /// The causes that are shown, the highest score first, and in the article's order where level.
    pub(crate) shown: Vec<usize>,
    /// Whether more causes are close together than are shown.
    pub(crate) spread: bool,
    /// The doctor-first causes that put a doctor first, in the order of `shown`.
    pub(crate) doctor_first: Vec<usize>,
}

impl<'q> QuickVerdict<'q> {
    /// For the quiz with its own most points of each cause.
    pub(crate) fn new(quiz: &'q Quiz) -> Self {
        let most: Vec<u32> = quiz.causes.iter().map(|it| it.max).collect();
        Self::with_most(quiz, &most)
    }

    /// For the quiz with other most points, by cause in the article's order.
    pub(crate) fn with_most(quiz: &'q Quiz, most: &[u32]) -> Self {
        let scores = most.iter().map(|max| (0..=*max).map(|raw| score(raw, *max)).collect()).collect();
        Self { quiz, scores, now: vec![0; most.len()] }
    }

    /// Computes the verdict on these points, by cause in the article's order. None may have more than its most.
    pub(crate) fn decide(&mut self, raw: &[u32], decided: &mut Decided) {
        let scoring = &self.quiz.scoring;
        for ((now, scores), raw) in self.now.iter_mut().zip(&self.scores).zip(raw) {
            *now = scores[*raw as usize];
        }
        let now = &self.now;
        let top = now.iter().copied().max().unwrap_or(0);
        let stands_out = top >= scoring.lead_from.get();
        let least_close = top.saturating_sub(scoring.margin.get());
        decided.shown.clear();
        decided.doctor_first.clear();
        let most_shown = scoring.most_shown.get() as usize;
        let mut close = 0;
        if stands_out {
            for (i, score) in now.iter().enumerate().filter(|(_, it)| **it >= least_close) {
                close += 1;
                let place = decided.shown.partition_point(|it| now[*it] >= *score);
                if place < most_shown {
                    decided.shown.truncate(most_shown - 1);
                    decided.shown.insert(place, i);
                }
            }
        }
        decided.spread = close > most_shown;
        for (i, _) in self.quiz.causes.iter().enumerate().filter(|(_, it)| it.doctor_first) {
            let high = scoring.doctor_first_from.is_some_and(|from| now[i] >= from.get());
            if high || stands_out && now[i] >= least_close {
                let place = decided.doctor_first.partition_point(|it| now[*it] >= now[i]);
                decided.doctor_first.insert(place, i);
            }
        }
    }

    /// By cause, its score in the verdict computed last.
    pub(crate) fn scores(&self) -> &[u32] {
        &self.now
    }
}

impl Decided {
    /// The cause that leads alone.
    pub(crate) fn leader(&self) -> Option<usize> {
        match self.shown.as_slice() {
            [leader] => Some(*leader),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::outcome::{doctor_first, verdict};
    use crate::session::score::rank_points;
    use crate::{Quiz, read};

    fn as_the_outcome_has_it(quiz: &Quiz, raw: &[u32]) -> Decided {
        let ranking = rank_points(quiz, raw);
        let verdict = verdict(quiz, &ranking);
        let doctor_first = doctor_first(quiz, &ranking, &verdict).iter().map(|it| it.index).collect();
        let shown = verdict.shown().iter().map(|it| it.index).collect();
        Decided { shown, spread: verdict.is_spread(), doctor_first }
    }

    #[test]
    fn the_quick_verdict_is_the_one_that_readers_get() {
        let files = [
            include_str!("../../../../quizzes/upper-back-knots.json"),
            include_str!("../../../../quizzes/dense-bread.json"),
            include_str!("../../../../quizzes/starter.json"),
        ];
        let mut random = fastrand::Rng::with_seed(1);
        for file in files {
            let quiz = read(file).expect("a quiz");
            let mut quick = QuickVerdict::new(&quiz);
            let mut decided = Decided::default();
            for _ in 0..20_000 {
                let likely = random.f64();
                let raw: Vec<u32> = quiz
                    .causes
                    .iter()
                    .map(|it| if random.f64() < likely { random.u32(0..=it.max) } else { it.max / 2 })
                    .collect();
                quick.decide(&raw, &mut decided);
                assert_eq!(decided, as_the_outcome_has_it(&quiz, &raw), "{raw:?}");
            }
        }
    }
}
