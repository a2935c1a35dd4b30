//! Searches for the smallest changes of points that fix the findings about causes that lead too often, too seldom or never.

use crate::analysis::answer_model::AnswerModel;
use crate::analysis::balance_advice::{BalanceAdvice, BalanceFix, PointsChange};
use crate::analysis::balance_drivers::drivers;
use crate::analysis::balance_lints::findings;
use crate::analysis::balance_trial::BalanceTrial;
use crate::analysis::finding::{Finding, FindingKind};
use crate::analysis::points_place::PointsPlace;
use crate::analysis::progress::AnalysisProgress;
use crate::decode::json_path::JsonPath;
use crate::file::points::MAX_POINTS;
use crate::model::quiz::Quiz;

/// The most changes that are suggested together.
const MAX_CHANGES: usize = 3;

/// The most changes that are estimated for each suggested one, the smallest first.
const MAX_ESTIMATED: usize = 2_000;

/// The most changes for each of the two causes that are tried by exact odds for each suggested one, the smallest first. Changes for
/// one cause often fail for the same reason. If none of them is enough, as many are tried as a step toward a fix.
const MAX_EXACT: usize = 8;

/// How far an estimate can be off, as the least frequency divided by the most.
const ESTIMATE_ERROR: f64 = 0.02;

/// No cause should lead more than twice as often as another.
const LEAST_EVENNESS: f64 = 0.5;

/// By how much points are changed. In between, a larger and a smaller step do about the same.
const STEPS: [i32; 10] = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];

/// Adds advice to the findings about causes that lead too often, too seldom or never: what does most of it, and the smallest
/// changes of points that fix it without another finding.
///
/// `findings` and `tick` are those of [`findings()`](crate::findings). `random` returns uniform random numbers from 0 to below 1.
/// They decide which changes are tried first. A suggested change has been tried by exact odds. `on_progress` is called from time
/// to time.
///
/// ```
/// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/quizzes/dense-bread.json"));
/// # let quiz = which_cause_quiz::read(file).expect("a valid quiz");
/// let mut findings = which_cause_quiz::findings(&quiz, 0.25, || 0.5);
/// which_cause_quiz::add_balance_advice(&quiz, 0.25, &mut findings, || 0.5, |_| ());
/// for advice in findings.iter().filter_map(|finding| finding.kind.advice()) {
///     println!("{}", advice.lines().join("\n"));
/// }
/// ```
pub fn add_balance_advice(
    quiz: &Quiz,
    tick: f64,
    findings: &mut [Finding],
    mut random: impl FnMut() -> f64,
    mut on_progress: impl FnMut(AnalysisProgress),
) {
    // Ranges of a total are as wide as their author means them, and all causes have the same points.
    let about_balance = findings.iter().filter(|finding| finding.kind.is_about_balance());
    if about_balance.count() == 0 || quiz.scoring.is_total() {
        return;
    }
    let index = |id: &str| quiz.causes.iter().position(|cause| cause.id.as_str() == id);
    let never: Vec<usize> =
        findings.iter().filter_map(|it| index(it.kind.cause_that_cannot_lead()?)).collect();
    let is_estimated = findings.iter().any(|finding| matches!(finding.kind, FindingKind::Estimated { .. }));
    let trial = if is_estimated {
        None
    } else {
        BalanceTrial::new(quiz, AnswerModel::ticking(tick), &never, &mut random)
    };
    let Some(mut trial) = trial else {
        let first = findings.iter_mut().find_map(|finding| finding.kind.advice_mut());
        if let Some(place) = first {
            *place =
                Some(Box::new(BalanceAdvice { fix: Some(BalanceFix::NotTried), ..BalanceAdvice::default() }));
        }
        return;
    };
    let (most, _) = trial.extremes();
    for finding in &mut *findings {
        let rarest = match &finding.kind {
            FindingKind::Lopsided { rarest, .. } => Some(&**rarest),
            kind => kind.cause_that_cannot_lead(),
        };
        let Some(rarest) = rarest.and_then(index) else { continue };
        let id = |cause: usize| quiz.causes[cause].id.to_string();
        let advice = BalanceAdvice {
            cause: id(most),
            rarest: id(rarest),
            best: quiz.scoring.shows_best(),
            drivers: drivers(&mut trial, most, rarest),
            fix: None,
        };
        if let Some(place) = finding.kind.advice_mut() {
            *place = Some(Box::new(advice));
        }
    }
    let known = findings.iter().map(|finding| (finding.path.clone(), finding.kind.code())).collect();
    let mut search = FixSearch { original: quiz, tick, known, trial };
    let fix = search.find_fix(&mut random, &mut on_progress);
    let first = findings.iter_mut().find_map(|finding| finding.kind.advice_mut()?.as_deref_mut());
    if let Some(advice) = first {
        advice.fix = Some(fix);
    }
}

/// A search for changes that fix the findings about a quiz.
struct FixSearch<'q> {
    original: &'q Quiz,
    /// The chance that a random reader ticks a box.
    tick: f64,
    /// The places and codes of the findings about the quiz.
    known: Vec<(JsonPath, &'static str)>,
    trial: BalanceTrial,
}

impl FixSearch<'_> {
    /// Searches for the smallest single change that fixes everything, and then for a second and a third one beside the best.
    fn find_fix(
        &mut self,
        random: &mut impl FnMut() -> f64,
        on_progress: &mut impl FnMut(AnalysisProgress),
    ) -> BalanceFix {
        let mut tried = 0;
        let mut kept: Vec<(PointsPlace, usize)> = Vec::new();
        for _ in 0..MAX_CHANGES {
            let mut candidates = self.candidates();
            let total = candidates.len();
            for (done, candidate) in candidates.iter_mut().enumerate() {
                let progress = AnalysisProgress { task: "trying changes of points", done, total };
                progress.report_sometimes(on_progress);
                self.apply(candidate);
                // Every cause of a quiz has points.
                let has_points = self.trial.changed().causes[candidate.cause].max > 0;
                candidate.evenness =
                    if has_points { self.trial.evenness(&self.trial.estimate()) } else { f64::NEG_INFINITY };
            }
            candidates.retain(|candidate| candidate.evenness > f64::NEG_INFINITY);
            tried += total;
            if let Some((last, frequencies)) = self.smallest_fix(&candidates, random) {
                kept.push((last.place, last.cause));
                return self.fix(&kept, &frequencies);
            }
            let Some((best, frequencies)) = self.best_step(candidates, random) else { break };
            kept.push((best.place, best.cause));
            self.trial.keep(frequencies);
        }
        BalanceFix::NotFound { tried }
    }

    /// The smallest change that fixes everything, and how often each cause leads with it.
    fn smallest_fix<'c>(
        &mut self,
        candidates: &'c [Candidate],
        random: &mut impl FnMut() -> f64,
    ) -> Option<(&'c Candidate, Vec<f64>)> {
        let error = if self.trial.estimates() { ESTIMATE_ERROR } else { 0.0 };
        let mut promising: Vec<&Candidate> =
            candidates.iter().filter(|it| it.evenness >= LEAST_EVENNESS - error).collect();
        promising.sort_by(|a, b| a.size().cmp(&b.size()).then(b.evenness.total_cmp(&a.evenness)));
        let mut tries = [0; 2];
        promising.retain(|candidate| {
            let tries = &mut tries[usize::from(candidate.leads_often)];
            *tries += 1;
            *tries <= MAX_EXACT
        });
        promising.into_iter().find_map(|candidate| {
            self.apply(candidate);
            let frequencies = self.trial.exact()?;
            let is_even = self.trial.evenness(&frequencies) >= LEAST_EVENNESS;
            (is_even && self.new_findings(random) == NewFindings::None).then_some((candidate, frequencies))
        })
    }

    /// The change that makes the odds most even without a finding about anything else, and how often each cause leads with it.
    fn best_step(
        &mut self,
        mut candidates: Vec<Candidate>,
        random: &mut impl FnMut() -> f64,
    ) -> Option<(Candidate, Vec<f64>)> {
        candidates.sort_by(|a, b| b.evenness.total_cmp(&a.evenness));
        let before = self.trial.evenness(self.trial.frequencies());
        candidates.into_iter().take(2 * MAX_EXACT).find_map(|candidate| {
            self.apply(&candidate);
            let frequencies = self.trial.exact()?;
            let is_better = self.trial.evenness(&frequencies) > before;
            (is_better && self.new_findings(random) != NewFindings::Others)
                .then_some((candidate, frequencies))
        })
    }

    /// The changes of one number of points to try, the smallest first: of the causes that lead most often and least often.
    fn candidates(&self) -> Vec<Candidate> {
        let quiz = self.trial.quiz();
        let (most, least) = self.trial.extremes();
        let causes = if most == least { vec![least] } else { vec![most, least] };
        let choices = quiz.questions.iter().flat_map(|question| &question.choices);
        let points = choices.flat_map(|choice| choice.points.iter().map(|(_, points)| points.abs()));
        // More points than any choice has are no small change.
        let largest = points.max().unwrap_or(0).max(3);
        let mut candidates = Vec::new();
        for place in PointsPlace::all(quiz) {
            for cause in &causes {
                let (cause, now) = (*cause, place.points(quiz, *cause));
                let steps = STEPS.iter().flat_map(|step| [now - step, now + step]);
                let is_small = |points: &i32| points.abs() <= largest.min(MAX_POINTS).max(now.abs());
                let is_sensible = |points: &i32| {
                    if now == 0 { cause == least && *points > 0 } else { points.signum() == now.signum() }
                };
                let points =
                    steps.filter(|it| is_small(it) && is_sensible(it)).chain((now != 0).then_some(0));
                let leads_often = cause != least;
                candidates.extend(points.map(|points| Candidate {
                    place,
                    cause,
                    leads_often,
                    now,
                    points,
                    evenness: 0.0,
                }));
            }
        }
        candidates.sort_by_key(Candidate::size);
        candidates.truncate(MAX_ESTIMATED);
        candidates
    }

    fn apply(&mut self, candidate: &Candidate) {
        self.trial.set_points(candidate.place, candidate.cause, candidate.points);
    }

    /// The findings that the change makes.
    fn new_findings(&self, random: &mut impl FnMut() -> f64) -> NewFindings {
        let mut new = NewFindings::None;
        for finding in findings(self.trial.changed(), self.tick, random) {
            if finding.kind.is_about_balance() {
                new = NewFindings::Balance;
            } else if !self.known.contains(&(finding.path, finding.kind.code())) {
                return NewFindings::Others;
            }
        }
        new
    }

    /// The changes at these places as a fix.
    fn fix(&self, kept: &[(PointsPlace, usize)], frequencies: &[f64]) -> BalanceFix {
        let mut changes: Vec<PointsChange> = Vec::new();
        for (place, cause) in kept {
            let path = place.points_path(self.original, *cause);
            let before = place.points(self.original, *cause);
            let after = place.points(self.trial.changed(), *cause);
            if before != after && changes.iter().all(|change| change.path != path) {
                changes.push(PointsChange { path, before, after });
            }
        }
        let (least, most) = self.trial.range(frequencies);
        BalanceFix::Changes { changes, least, most }
    }
}

/// A change to try.
struct Candidate {
    place: PointsPlace,
    cause: usize,
    /// Whether the cause leads most often, and not least often.
    leads_often: bool,
    now: i32,
    points: i32,
    /// The evenness that it leads to.
    evenness: f64,
}

impl Candidate {
    /// How large the change is. Of the same size, those that authors expect come first: fewer points for a cause that leads too
    /// often, and more for one that leads too seldom. Then come those that work since more points for a cause make each count less,
    /// and last points for a new cause.
    fn size(&self) -> (u32, u8) {
        let kind = match (self.now, self.points) {
            (0, _) => 3,
            _ if self.leads_often != (self.points < self.now) => 2,
            (_, 0) => 1,
            _ => 0,
        };
        (self.now.abs_diff(self.points), kind)
    }
}

/// The findings that a change makes.
#[derive(PartialEq)]
enum NewFindings {
    /// None, and those about the balance are gone.
    None,
    /// None, but there still are some about the balance.
    Balance,
    /// Some about other things.
    Others,
}
