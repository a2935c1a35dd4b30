//! Adds up results with their chances, wherever the chances come from.

use crate::analysis::odds::{CauseOdds, Odds, OddsMethod};
use crate::analysis::quick_verdict::{PointsResult, QuickVerdict};
use crate::model::quiz::Quiz;

/// The odds so far.
pub(crate) struct OddsAccumulator<'q> {
    odds: Odds,
    /// The index of the band of each score.
    bands: Vec<usize>,
    verdict: QuickVerdict<'q>,
    result: PointsResult,
}

impl<'q> OddsAccumulator<'q> {
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
                method: OddsMethod::Exact { vectors: 0 },
            },
            bands: (0..=100).map(band).collect(),
            verdict: QuickVerdict::new(quiz),
            result: PointsResult::default(),
        }
    }

    /// Adds the result of a vector of points.
    pub(crate) fn add(&mut self, raw: &[u32], chance: f64) {
        self.verdict.decide(raw, &mut self.result);
        for (cause, score) in self.odds.causes.iter_mut().zip(self.verdict.scores()) {
            cause.bands[self.bands[*score as usize]] += chance;
        }
        match self.result.leader() {
            Some(leader) => {
                self.odds.leads += chance;
                self.odds.causes[leader].leads += chance;
            }
            None if self.result.shown.is_empty() => self.odds.nothing += chance,
            None => self.odds.mixed += chance,
        }
        self.odds.spread += if self.result.spread { chance } else { 0.0 };
        for shown in &self.result.shown {
            self.odds.causes[*shown].shown += chance;
        }
    }

    /// The odds of all results.
    pub(crate) fn odds(self, method: OddsMethod) -> Odds {
        Odds { method, ..self.odds }
    }
}
