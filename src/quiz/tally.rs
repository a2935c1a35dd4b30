//! What the odds of a quiz are, and adding them up: what each result amounts to, with its chance. Knows nothing of where the chances come from.

use super::definition::Quiz;
use super::outcome::{Verdict, verdict};
use super::score::{Standing, order, score};

/// The odds of one cause. All are chances, 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct CauseOdds {
    /// It leads by itself.
    pub leads: f64,
    /// Its texts are shown: it leads, or is one of a mixed result.
    pub shown: f64,
    /// Its score is in each band, in the order of the quiz's bands.
    pub bands: Vec<f64>,
}

/// The odds of each result. All are chances, 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Odds {
    /// One cause leads.
    pub leads: f64,
    /// The picture is mixed.
    pub mixed: f64,
    /// The picture is mixed, and more causes are close than are shown.
    pub spread: f64,
    /// Nothing stands out.
    pub nothing: f64,
    /// By cause, in the article's order.
    pub causes: Vec<CauseOdds>,
    /// How the odds came about.
    pub method: Method,
}

/// How odds came about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Method {
    /// Exactly, up to the rounding of floating point, over this many vectors of points.
    Exact {
        /// How many there are.
        vectors: usize,
    },
    /// From this many random readers, since there are too many vectors.
    Sampled {
        /// How many readers.
        readers: usize,
        /// Three standard errors of a chance of a half, the widest there is: nearly every figure is this close.
        error: f64,
    },
}

/// Adds up results by their chances.
pub(super) struct Tally<'q> {
    quiz: &'q Quiz,
    odds: Odds,
    /// By cause and points, the score.
    scores: Vec<Vec<u32>>,
    /// By score, the band.
    bands: Vec<usize>,
    ranking: Vec<Standing<'q>>,
}

impl<'q> Tally<'q> {
    pub(super) fn new(quiz: &'q Quiz) -> Self {
        let cause = CauseOdds { leads: 0.0, shown: 0.0, bands: vec![0.0; quiz.bands.len()] };
        let band = |score| quiz.bands.iter().position(|it| score >= it.from.get()).unwrap_or_default();
        Self {
            quiz,
            odds: Odds {
                leads: 0.0,
                mixed: 0.0,
                spread: 0.0,
                nothing: 0.0,
                causes: vec![cause; quiz.causes.len()],
                method: Method::Exact { vectors: 0 },
            },
            scores: quiz
                .causes
                .iter()
                .map(|it| (0..=it.max).map(|raw| score(raw, it.max)).collect())
                .collect(),
            bands: (0..=100).map(band).collect(),
            ranking: Vec::with_capacity(quiz.causes.len()),
        }
    }

    /// Adds the result of these points.
    pub(super) fn add(&mut self, raw: &[u32], chance: f64) {
        self.ranking.clear();
        for (index, cause) in self.quiz.causes.iter().enumerate() {
            let score = self.scores[index][raw[index] as usize];
            self.odds.causes[index].bands[self.bands[score as usize]] += chance;
            order(
                &mut self.ranking,
                Standing { cause, index, raw: raw[index], max: cause.max, score, rank: 1 },
            );
        }
        match verdict(self.quiz, &self.ranking) {
            Verdict::Leads(leader) => {
                self.odds.leads += chance;
                self.odds.causes[leader.index].leads += chance;
                self.odds.causes[leader.index].shown += chance;
            }
            mixed @ Verdict::Mixed { .. } => {
                self.odds.mixed += chance;
                self.odds.spread += if mixed.is_spread() { chance } else { 0.0 };
                for it in mixed.shown() {
                    self.odds.causes[it.index].shown += chance;
                }
            }
            Verdict::Nothing => self.odds.nothing += chance,
        }
    }

    /// What has been added, and how it came about.
    pub(super) fn odds(self, method: Method) -> Odds {
        Odds { method, ..self.odds }
    }
}
