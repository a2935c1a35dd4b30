//! What the worker has reported. A result stays until a newer one replaces it, and tells whether it is of an older version.

use std::sync::Arc;

use which_cause_studio_worker::{CauseReport, FindingReport, OddsReport, Report};

/// The results so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Results {
    /// The number of the analysis. Each version of the quiz has one of its own.
    run: u32,
    pub(crate) odds: Option<Dated<OddsReport>>,
    pub(crate) findings: Option<Dated<Vec<FindingReport>>>,
    pub(crate) causes: Option<Dated<Vec<CauseReport>>>,
    /// How far each cause can be ahead of the others.
    pub(crate) margins: Option<Dated<Option<Vec<i64>>>>,
}

/// A result, with the analysis that it comes from.
#[derive(Debug)]
pub(crate) struct Dated<T> {
    pub(crate) value: Arc<T>,
    run: u32,
}

impl<T> Clone for Dated<T> {
    fn clone(&self) -> Self {
        Self { value: Arc::clone(&self.value), run: self.run }
    }
}

/// Equal only to itself: a result can be large.
impl<T> PartialEq for Dated<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.value, &other.value)
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
            Report::Odds(odds) => self.odds = Some(self.dated(odds)),
            Report::Findings(findings) => self.findings = Some(self.dated(findings)),
            Report::Causes(causes) => self.causes = Some(self.dated(causes)),
            Report::Margins(margins) => self.margins = Some(self.dated(margins)),
            Report::Progress(_) | Report::Done | Report::Failed(_) => {}
        }
    }

    /// Whether a result is of an older version.
    pub(crate) fn is_old<T>(&self, result: &Dated<T>) -> bool {
        result.run != self.run
    }

    fn dated<T>(&self, value: T) -> Dated<T> {
        Dated { value: Arc::new(value), run: self.run }
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
