//! The analyses, in the order in which an author wants their results.

use fastrand::Rng;
use which_cause_quiz::{
    AnalysisProgress, AnswerModel, Finding, NumberFormat, Odds, Quiz, add_balance_advice, answer_effects,
    best_margins, findings_with_progress, plural_findings,
};

use crate::report::{CauseReport, OddsReport, Progress, Report};

/// How many random readers replace all answers, if there are too many.
const SAMPLED_READERS: usize = 200_000;

/// How many random readers tell which answers lead to a cause.
const COMPARED_READERS: u32 = 50_000;

/// Analyzes a quiz, and posts each result. `tick` is the chance, 0 to 1, that a random reader ticks a box. `numbers` has the rules
/// of the quiz's language.
pub fn analyze(quiz: &Quiz, tick: f64, numbers: &dyn NumberFormat, post: &mut dyn FnMut(Report)) {
    // Always the same readers: an unchanged quiz has unchanged results.
    let mut rng = Rng::with_seed(0);
    let mut random = || rng.f64();
    let model = AnswerModel::ticking(tick);
    let mut work = Work { post, last: None };

    work.begin("computing the odds");
    let odds = Odds::exact(quiz, model).unwrap_or_else(|| {
        Odds::sampled(quiz, model, SAMPLED_READERS, &mut random, |progress| work.progress(progress))
    });
    (work.post)(Report::Odds(OddsReport::new(quiz, odds)));

    let mut findings = plural_findings(quiz, numbers);
    findings.extend(findings_with_progress(quiz, tick, &mut random, |progress| work.progress(progress)));
    (work.post)(findings_report(&findings));

    let answers =
        answer_effects(quiz, model, COMPARED_READERS, &mut random, |progress| work.progress(progress));
    (work.post)(Report::Causes(CauseReport::all(quiz, &answers)));

    add_balance_advice(quiz, tick, &mut findings, &mut random, |progress| work.progress(progress));
    if findings.iter().any(|finding| finding.kind.advice().is_some()) {
        (work.post)(findings_report(&findings));
    }

    work.begin("comparing the causes");
    (work.post)(Report::Margins(best_margins(quiz)));
    (work.post)(Report::Done);
}

/// The reports of an analysis without those of its progress.
#[must_use]
pub fn reports_of(quiz: &Quiz, tick: f64, numbers: &dyn NumberFormat) -> Vec<Report> {
    let mut reports = Vec::new();
    analyze(quiz, tick, numbers, &mut |report| {
        if !matches!(report, Report::Progress(_)) {
            reports.push(report);
        }
    });
    reports
}

fn findings_report(findings: &[Finding]) -> Report {
    Report::Findings(findings.iter().map(Into::into).collect())
}

/// Posts reports, and progress once for each percent.
struct Work<'p> {
    post: &'p mut dyn FnMut(Report),
    last: Option<Progress>,
}

impl Work<'_> {
    /// Begins a task that cannot say how far it is.
    fn begin(&mut self, task: &str) {
        self.set(Progress { task: task.to_owned(), percent: None });
    }

    fn progress(&mut self, AnalysisProgress { task, done, total }: AnalysisProgress) {
        self.set(Progress { task: task.to_owned(), percent: Some(100 * done / total.max(1)) });
    }

    fn set(&mut self, progress: Progress) {
        if self.last.as_ref() != Some(&progress) {
            (self.post)(Report::Progress(progress.clone()));
            self.last = Some(progress);
        }
    }
}
