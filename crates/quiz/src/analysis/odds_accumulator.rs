//! What the odds of a quiz are, and adding them up: what each result amounts to, with its chance. Knows nothing of where the chances come from.

use crate::analysis::odds::{CauseOdds, Method, Odds};
use crate::analysis::quick_verdict::{Decided, QuickVerdict};
use crate::model::quiz::Quiz;

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
