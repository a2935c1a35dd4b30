//! Adds up results with their chances, wherever the chances come from.

use crate::analysis::odds::{CauseOdds, Odds, OddsMethod};
use crate::analysis::quick_verdict::{PointsResult, QuickVerdict};
use crate::model::quiz::Quiz;

/// The odds so far.
pub(crate) struct OddsAccumulator<'q> {
    odds: Odds,
    /// The index of the band of each score from 0 to the beginning of the highest band.
    bands: Vec<usize>,
    verdict: QuickVerdict<'q>,
    result: PointsResult,
}

impl<'q> OddsAccumulator<'q> {
    pub(crate) fn new(quiz: &'q Quiz) -> Self {
        let cause = CauseOdds { leads: 0.0, shown: 0.0, bands: vec![0.0; quiz.bands.len()] };
        let band = |score| quiz.bands.iter().position(|it| score >= it.from.get()).unwrap_or_default();
        let highest = quiz.bands.first().map_or(0, |it| it.from.get());
        Self {
            odds: Odds {
                leads: 0.0,
                mixed: 0.0,
                spread: 0.0,
                nothing: 0.0,
                causes: vec![cause; quiz.causes.len()],
                method: OddsMethod::Exact { vectors: 0 },
            },
            bands: (0..=highest).map(band).collect(),
            verdict: QuickVerdict::new(quiz),
            result: PointsResult::default(),
        }
    }

    /// Adds the result of a vector of points, out of the most that each cause can get.
    pub(crate) fn add(&mut self, raw: &[i32], most: &[i32], chance: f64) {
        self.verdict.decide(raw, most, &mut self.result);
        let highest = self.bands.len() - 1;
        for (cause, score) in self.odds.causes.iter_mut().zip(self.verdict.scores()) {
            // The last band has the scores below 0 as well.
            let score = usize::try_from(*score).unwrap_or(0).min(highest);
            if let Some(band) = cause.bands.get_mut(self.bands[score]) {
                *band += chance;
            }
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
