//! What the odds of a quiz are, and adding them up: what each result amounts to, with its chance. Knows nothing of where the chances come from.

use crate::analysis::quick_verdict::{Decided, QuickVerdict};
use crate::model::quiz::Quiz;

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
pub(crate) struct Tally<'q> {
    odds: Odds,
    /// By score, the band.
    bands: Vec<usize>,
    verdict: QuickVerdict<'q>,
    decided: Decided,
}

impl<'q> Tally<'q> {
    pub(crate) fn new(quiz: &'q Quiz) -> Self {
        let cause = CauseOdds { leads: 0.0, shown: 0.0, bands: vec![0.0; quiz.bands.len()] };
        let band = |score| quiz.bands.iter().position(|it| score >= it.from.get()).unwrap_or_default();
        Self {
            odds: Odds {
                leads: 0.0,
                mixed: 0.0,
                spread: 0.0,
                nothing: 0.0,
                causes: vec![cause; quiz.causes.len()],
                method: Method::Exact { vectors: 0 },
            },
            bands: (0..=100).map(band).collect(),
            verdict: QuickVerdict::new(quiz),
            decided: Decided::default(),
        }
    }

    /// Adds the result of these points.
    pub(crate) fn add(&mut self, raw: &[u32], chance: f64) {
        self.verdict.decide(raw, &mut self.decided);
        for (cause, score) in self.odds.causes.iter_mut().zip(self.verdict.scores()) {
            cause.bands[self.bands[*score as usize]] += chance;
        }
        match self.decided.leader() {
            Some(leader) => {
                self.odds.leads += chance;
                self.odds.causes[leader].leads += chance;
            }
            None if self.decided.shown.is_empty() => self.odds.nothing += chance,
            None => self.odds.mixed += chance,
        }
        self.odds.spread += if self.decided.spread { chance } else { 0.0 };
        for shown in &self.decided.shown {
            self.odds.causes[*shown].shown += chance;
        }
    }

    /// What has been added, and how it came about.
    pub(crate) fn odds(self, method: Method) -> Odds {
        Odds { method, ..self.odds }
    }
}
