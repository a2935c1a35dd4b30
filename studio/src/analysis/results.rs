//! The results that the worker has reported. A result stays until a newer one replaces it, and tells whether it is of an older version.

use std::sync::Arc;

use which_cause_studio_worker::{CauseReport, FindingReport, OddsReport, Report};

use crate::by_address::ByAddress;

/// The results so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Results {
    /// The number of the analysis. Each version of the quiz has one of its own.
    run: u32,
    pub(crate) odds: Option<OfRun<OddsReport>>,
    pub(crate) findings: Option<OfRun<Vec<FindingReport>>>,
    pub(crate) causes: Option<OfRun<Vec<CauseReport>>>,
    /// How far each cause can be ahead of the others.
    pub(crate) margins: Option<OfRun<Option<Vec<i64>>>>,
}

/// A result, with the number of the analysis that it comes from.
#[derive(Debug)]
pub(crate) struct OfRun<T> {
    pub(crate) value: ByAddress<T>,
    run: u32,
}

impl<T> Clone for OfRun<T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), run: self.run }
    }
}

impl<T> PartialEq for OfRun<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl Results {
    /// The number of the analysis.
    pub(crate) fn run(&self) -> u32 {
        self.run
    }

    /// Begins another analysis. The results so far are now of an older version.
    pub(crate) fn begin(&mut self) {
        self.run += 1;
    }

    /// Forgets the findings of a file that has problems now: their paths may be wrong.
    pub(crate) fn forget_findings(&mut self) {
        self.begin();
        self.findings = None;
    }

    /// Adds a result of this analysis. Reports about the work itself are none.
    pub(crate) fn add(&mut self, report: Report) {
        match report {
            Report::Odds(odds) => self.odds = Some(self.of_this_run(odds)),
            Report::Findings(findings) => self.findings = Some(self.of_this_run(findings)),
            Report::Causes(causes) => self.causes = Some(self.of_this_run(causes)),
            Report::Margins(margins) => self.margins = Some(self.of_this_run(margins)),
            Report::Progress(_) | Report::Done | Report::Failed(_) => {}
        }
    }

    /// Whether a result is of an older version.
    pub(crate) fn is_old<T>(&self, result: &OfRun<T>) -> bool {
        result.run != self.run
    }

    fn of_this_run<T>(&self, value: T) -> OfRun<T> {
        OfRun { value: ByAddress(Arc::new(value)), run: self.run }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_stays_and_is_old_until_a_newer_one_replaces_it() {
        let mut results = Results::default();
        results.begin();
        results.add(Report::Margins(None));
        results.add(Report::Findings(Vec::new()));
        assert!(!results.is_old(results.margins.as_ref().expect("margins")));
        results.begin();
        assert!(results.is_old(results.margins.as_ref().expect("margins")));
        results.add(Report::Margins(Some(vec![3])));
        let margins = results.margins.as_ref().expect("margins");
        assert!(!results.is_old(margins));
        assert_eq!(*margins.value, Some(vec![3]));
        assert!(results.is_old(results.findings.as_ref().expect("findings")));
        results.forget_findings();
        assert!(results.findings.is_none());
        assert!(results.is_old(results.margins.as_ref().expect("margins")));
    }
}
