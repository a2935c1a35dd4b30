//! Finds out what makes a cause lead too often or too seldom, and the smallest changes of points that mend it.
//!
//! Exact odds of one change can take a second, and there are thousands of changes. So each change is first estimated with the same
//! panel of random readers: the exact odds without the change, and the difference that it makes for the panel. Then the
//! smallest promising changes are tried by exact odds, and by all other findings. In a small quiz the estimate is exact too.

use crate::analysis::answer_model::AnswerModel;
use crate::analysis::balance_advice::{BalanceAdvice, BalanceDriver, BalanceFix, PointsChange};
use crate::analysis::balance_lints::{findings, is_total};
use crate::analysis::finding::{Finding, FindingKind};
use crate::analysis::odds::{Odds, OddsMethod};
use crate::analysis::points_place::{PointsPlace, clear_points, restore_points};
use crate::analysis::progress::AnalysisProgress;
use crate::analysis::reader_panel::{PANEL_READERS, QuestionChange, ReaderPanel};
use crate::decode::json_path::{JsonPath, PathRef};
use crate::model::quiz::Quiz;

/// The most changes that are suggested together.
const MAX_CHANGES: usize = 3;

/// The most changes that are estimated for each suggested one, the smallest first.
const MAX_ESTIMATED: usize = 2_000;

/// The most changes that are tried by exact odds for each suggested one, the smallest first.
const MAX_EXACT: usize = 8;

/// How far an estimate can be off, as the least frequency divided by the most.
const ESTIMATE_ERROR: f64 = 0.02;

/// No cause should lead more than twice as often as another.
const LEAST_EVENNESS: f64 = 0.5;

/// By how much points are changed. In between, a larger and a smaller step do about the same.
const STEPS: [i32; 10] = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];

/// Adds advice to the findings about causes that lead too often, too seldom or never: what does most of it, and the smallest
/// changes of points that mend it without another finding.
///
/// `findings` and `tick` are those of [`findings()`](crate::findings). `random` returns uniform random numbers from 0 to below 1.
/// They decide which changes are tried first. A suggested change has been tried by exact odds. `on_progress` is called from time
/// to time.
///
/// ```
/// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../quizzes/dense-bread.json"));
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
    let index = |id: &str| quiz.causes.iter().position(|cause| cause.id.as_str() == id);
    let mut never = Vec::new();
    let mut is_unbalanced = false;
    for finding in &*findings {
        match &finding.kind {
            FindingKind::CannotLead { cause, .. } | FindingKind::CannotBeShown { cause, .. } => {
                never.extend(index(cause));
            }
            FindingKind::Lopsided { .. } => {}
            _ => continue,
        }
        is_unbalanced = true;
    }
    // Ranges of a total are as wide as their author means them, and all causes have the same points.
    if !is_unbalanced || is_total(quiz) {
        return;
    }
    let mut search = BalanceSearch::new(quiz, AnswerModel::ticking(tick), &never, &mut random);
    let known: Vec<(JsonPath, &str)> =
        findings.iter().map(|finding| (finding.path.clone(), finding.kind.code())).collect();
    let mut advice = Vec::new();
    for finding in &*findings {
        let than = match &finding.kind {
            FindingKind::CannotLead { cause, .. } | FindingKind::CannotBeShown { cause, .. } => index(cause),
            FindingKind::Lopsided { than, .. } => index(than),
            _ => None,
        };
        advice.push(than.map(|than| search.advice(than)));
    }
    let mut fix = Some(search.find_fix(&known, tick, &mut random, &mut on_progress));
    for (finding, advice) in findings.iter_mut().zip(advice) {
        let Some(advice) = advice else { continue };
        if let Some(place) = finding.kind.advice_mut() {
            *place = Some(Box::new(BalanceAdvice { fix: fix.take(), ..advice }));
        }
    }
}

/// A search, with the changes that it has kept so far.
struct BalanceSearch<'q> {
    original: &'q Quiz,
    model: AnswerModel,
    places: Vec<PointsPlace>,
    /// For each cause, whether it must lead at times.
    counts: Vec<bool>,
    /// The quiz with the changes so far.
    quiz: Quiz,
    /// How often each cause leads in it.
    frequencies: Vec<f64>,
    /// The quiz with one more change, which is tried.
    trial: Quiz,
    /// A panel that estimates changes, and how often each cause is its result in `quiz`. Without one, each estimate is exact.
    panel: Option<(ReaderPanel, Vec<f64>)>,
    /// Whether there are few enough answers for exact odds.
    is_exact: bool,
}

impl<'q> BalanceSearch<'q> {
    fn new(quiz: &'q Quiz, model: AnswerModel, never: &[usize], random: &mut impl FnMut() -> f64) -> Self {
        let odds = Odds::exact(quiz, model);
        let is_small = matches!(&odds, Some(Odds { method: OddsMethod::Exact { vectors }, .. })
            if *vectors <= PANEL_READERS as usize);
        let panel = (!is_small).then(|| {
            let panel = ReaderPanel::new(quiz, model, random);
            let frequencies = panel.frequencies(quiz, &QuestionChange::between(quiz, quiz, 0));
            (panel, frequencies)
        });
        let exact = odds.map(|odds| odds.frequencies(quiz));
        let is_exact = exact.is_some();
        let estimated = || panel.as_ref().map(|(_, frequencies)| frequencies.clone());
        let frequencies = exact.or_else(estimated).unwrap_or_default();
        // A cause that only a reader who skips a question can get never leads here. That is no finding.
        let counts = frequencies.iter().enumerate().map(|(i, it)| *it > 0.0 || never.contains(&i)).collect();
        Self {
            original: quiz,
            model,
            places: PointsPlace::all(quiz),
            counts,
            quiz: quiz.clone(),
            frequencies,
            trial: quiz.clone(),
            panel,
            is_exact,
        }
    }

    /// Advice without a fix: what makes a cause lead too seldom beside the one that leads most often.
    fn advice(&mut self, than: usize) -> BalanceAdvice {
        let (most, _) = self.extremes();
        let id = |cause: usize| self.original.causes[cause].id.to_string();
        BalanceAdvice {
            cause: id(most),
            than: id(than),
            best: self.original.scoring.shows_best(),
            exact: self.is_exact,
            drivers: self.drivers(most, than),
            fix: None,
        }
    }

    /// The causes that lead most often and least often.
    fn extremes(&self) -> (usize, usize) {
        let counted = || (0..self.counts.len()).filter(|cause| self.counts[*cause]);
        let by_frequency = |a: &usize, b: &usize| self.frequencies[*a].total_cmp(&self.frequencies[*b]);
        (counted().max_by(by_frequency).unwrap_or(0), counted().min_by(by_frequency).unwrap_or(0))
    }

    /// What makes one cause lead more often than another: at most two questions, and at most two choices or ends of scales.
    fn drivers(&mut self, most: usize, than: usize) -> Vec<BalanceDriver> {
        let questions = (0..self.quiz.questions.len()).map(|question| Omission { question, points: None });
        let places = self.places.iter().flat_map(|place| [(*place, most), (*place, than)]);
        let places =
            places.map(|(place, cause)| Omission { question: place.question, points: Some((place, cause)) });
        let (questions, places): (Vec<_>, Vec<_>) = (questions.collect(), places.collect());
        let mut drivers = self.strongest(questions, most, than);
        drivers.extend(self.strongest(places, most, than));
        drivers
    }

    /// The two omissions that let one cause lead most often beside another; only one if the second does less than half as much.
    fn strongest(&mut self, omissions: Vec<Omission>, most: usize, than: usize) -> Vec<BalanceDriver> {
        let ratio = |frequencies: &[f64]| {
            let ratio = frequencies[than] / frequencies[most];
            if ratio.is_nan() { 0.0 } else { ratio }
        };
        let before = ratio(&self.frequencies);
        let mut strongest: Vec<(f64, Omission)> = Vec::new();
        for omission in omissions {
            if self.omit(omission) {
                let gain = ratio(&self.estimate(omission.question)) - before;
                strongest.push((gain, omission));
                restore_points(&mut self.trial, &self.quiz, omission.question);
            }
        }
        strongest.retain(|(gain, _)| *gain > 0.0);
        strongest.sort_by(|a, b| b.0.total_cmp(&a.0));
        let first = strongest.first().map_or(0.0, |(gain, _)| *gain);
        strongest.truncate(2);
        strongest.retain(|(gain, _)| *gain >= first / 2.0);
        let driver = |(_, omission): (f64, Omission)| {
            self.omit(omission);
            let estimate = self.estimate(omission.question);
            let frequencies = self.exact().unwrap_or(estimate);
            restore_points(&mut self.trial, &self.quiz, omission.question);
            let root = PathRef::Root;
            let (path, name, points_for) = match omission.points {
                Some((place, cause)) => {
                    (place.path(), place.name(&self.quiz), Some(self.quiz.causes[cause].id.to_string()))
                }
                None => {
                    let path = root.key("questions").item(omission.question).to_path();
                    (path, self.quiz.questions[omission.question].id.to_string(), None)
                }
            };
            let (leads, than_leads) = (frequencies[most], frequencies[than]);
            BalanceDriver { path, name, points_for, leads, than_leads }
        };
        strongest.into_iter().map(driver).collect()
    }

    /// Leaves something out of the trial. Whether that changes anything.
    fn omit(&mut self, omission: Omission) -> bool {
        match omission.points {
            Some((place, cause)) => {
                place.set_points(&mut self.trial, cause, 0);
                place.points(&self.quiz, cause) != 0
            }
            None => {
                clear_points(&mut self.trial, omission.question);
                true
            }
        }
    }

    /// How often each cause leads in the trial, which differs from the quiz in one question.
    fn estimate(&self, question: usize) -> Vec<f64> {
        let Some((panel, before)) = &self.panel else { return self.exact().unwrap_or_default() };
        let change = QuestionChange::between(&self.quiz, &self.trial, question);
        let after = panel.frequencies(&self.trial, &change);
        let estimates = self.frequencies.iter().zip(before.iter().zip(after));
        estimates.map(|(exact, (before, after))| (exact + after - before).max(0.0)).collect()
    }

    /// How often each cause leads in the trial, if that can be computed exactly.
    fn exact(&self) -> Option<Vec<f64>> {
        if !self.is_exact {
            return None;
        }
        Some(Odds::exact(&self.trial, self.model)?.frequencies(&self.trial))
    }

    /// The least frequency divided by the most. If causes never lead, minus their number.
    fn evenness(&self, frequencies: &[f64]) -> f64 {
        let counted =
            || frequencies.iter().zip(&self.counts).filter(|(_, counts)| **counts).map(|(it, _)| *it);
        let never = counted().filter(|it| *it == 0.0).map(|_| 1.0).sum::<f64>();
        if never > 0.0 {
            return -never;
        }
        counted().fold(f64::INFINITY, f64::min) / counted().fold(0.0, f64::max)
    }

    /// Searches for the smallest single change that mends everything, and then for a second and a third one beside the best.
    /// `known` are the findings about the quiz.
    fn find_fix(
        &mut self,
        known: &[(JsonPath, &str)],
        tick: f64,
        random: &mut impl FnMut() -> f64,
        on_progress: &mut impl FnMut(AnalysisProgress),
    ) -> BalanceFix {
        if !self.is_exact {
            return BalanceFix::NotTried;
        }
        let mut tried = 0;
        let mut kept: Vec<(PointsPlace, usize)> = Vec::new();
        for _ in 0..MAX_CHANGES {
            let mut candidates = self.candidates();
            let total = candidates.len();
            for (done, candidate) in candidates.iter_mut().enumerate() {
                let progress = AnalysisProgress { task: "trying changes of points", done, total };
                progress.report_sometimes(on_progress);
                self.apply(candidate);
                candidate.evenness = self.evenness(&self.estimate(candidate.place.question));
                self.take_back(candidate);
            }
            tried += total;
            let least = if self.panel.is_some() { LEAST_EVENNESS - ESTIMATE_ERROR } else { LEAST_EVENNESS };
            let mut promising: Vec<&Candidate> =
                candidates.iter().filter(|it| it.evenness >= least).collect();
            promising.sort_by(|a, b| a.size().cmp(&b.size()).then(b.evenness.total_cmp(&a.evenness)));
            for candidate in promising.into_iter().take(MAX_EXACT) {
                self.apply(candidate);
                if let Some(frequencies) = self.exact()
                    && self.evenness(&frequencies) >= LEAST_EVENNESS
                    && self.new_findings(known, tick, random) == NewFindings::None
                {
                    kept.push((candidate.place, candidate.cause));
                    return self.fix(&kept, &frequencies);
                }
                self.take_back(candidate);
            }
            candidates.sort_by(|a, b| b.evenness.total_cmp(&a.evenness));
            let before = self.evenness(&self.frequencies);
            let best = candidates.iter().take(MAX_EXACT).find(|candidate| {
                self.apply(candidate);
                let is_better = self.exact().is_some_and(|it| self.evenness(&it) > before);
                let is_fine = is_better && self.new_findings(known, tick, random) != NewFindings::Others;
                if !is_fine {
                    self.take_back(candidate);
                }
                is_fine
            });
            let Some(best) = best else { break };
            kept.push((best.place, best.cause));
            self.keep(best.place.question);
        }
        BalanceFix::NotFound { tried }
    }

    /// The changes of one number of points to try, the smallest first: of the causes that lead most often and least often.
    fn candidates(&self) -> Vec<Candidate> {
        let (most, least) = self.extremes();
        let causes = if most == least { vec![least] } else { vec![most, least] };
        let points = self.quiz.questions.iter().flat_map(|question| &question.choices);
        let points = points.flat_map(|choice| choice.points.iter().map(|(_, points)| points.abs()));
        // More points than any other choice has are no small change.
        let largest = points.max().unwrap_or(0).max(3);
        let mut candidates = Vec::new();
        for (place, cause) in self.places.iter().flat_map(|place| causes.iter().map(|it| (*place, *it))) {
            let now = place.points(&self.quiz, cause);
            let steps = STEPS.iter().flat_map(|step| [now - step, now + step]);
            let is_small = |points: &i32| points.abs() <= largest.min(place.limit()).max(now.abs());
            let is_sensible = |points: &i32| {
                if now == 0 { cause == least && *points > 0 } else { points.signum() == now.signum() }
            };
            let mut others: Vec<i32> = steps.filter(|it| is_small(it) && is_sensible(it)).collect();
            others.extend((now != 0).then_some(0));
            candidates.extend(others.into_iter().map(|points| Candidate {
                place,
                cause,
                now,
                points,
                evenness: 0.0,
            }));
        }
        candidates.sort_by_key(Candidate::size);
        candidates.truncate(MAX_ESTIMATED);
        // Every cause of a quiz has points.
        let mut trial = self.quiz.clone();
        candidates.retain(|candidate| {
            candidate.place.set_points(&mut trial, candidate.cause, candidate.points);
            let has_points = trial.causes[candidate.cause].max > 0;
            restore_points(&mut trial, &self.quiz, candidate.place.question);
            has_points
        });
        candidates
    }

    fn apply(&mut self, candidate: &Candidate) {
        candidate.place.set_points(&mut self.trial, candidate.cause, candidate.points);
    }

    fn take_back(&mut self, candidate: &Candidate) {
        restore_points(&mut self.trial, &self.quiz, candidate.place.question);
    }

    /// Keeps the change of the trial.
    fn keep(&mut self, question: usize) {
        self.frequencies = self.exact().unwrap_or_default();
        if let Some((panel, frequencies)) = &mut self.panel {
            panel.keep(&QuestionChange::between(&self.quiz, &self.trial, question));
            *frequencies =
                panel.frequencies(&self.trial, &QuestionChange::between(&self.trial, &self.trial, 0));
        }
        restore_points(&mut self.quiz, &self.trial, question);
    }

    /// The findings about the trial that the quiz does not have.
    fn new_findings(
        &self,
        known: &[(JsonPath, &str)],
        tick: f64,
        random: &mut impl FnMut() -> f64,
    ) -> NewFindings {
        let mut new = NewFindings::None;
        for finding in findings(&self.trial, tick, random) {
            if finding.kind.is_about_balance() {
                new = NewFindings::Balance;
            } else if !known.contains(&(finding.path, finding.kind.code())) {
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
            let after = place.points(&self.trial, *cause);
            if before != after && changes.iter().all(|change| change.path != path) {
                changes.push(PointsChange { path, before, after });
            }
        }
        let counted =
            || frequencies.iter().zip(&self.counts).filter(|(_, counts)| **counts).map(|(it, _)| *it);
        let (least, most) = (counted().fold(1.0, f64::min), counted().fold(0.0, f64::max));
        BalanceFix::Changes { changes, least, most }
    }
}

/// Something left out to see what it does: a whole question, or the points of one place for one cause.
#[derive(Clone, Copy)]
struct Omission {
    question: usize,
    points: Option<(PointsPlace, usize)>,
}

/// A change to try.
struct Candidate {
    place: PointsPlace,
    cause: usize,
    now: i32,
    points: i32,
    /// The evenness that it leads to.
    evenness: f64,
}

impl Candidate {
    /// How large the change is. Points for a new cause, and points taken away, come after other changes of the same size.
    fn size(&self) -> (u32, u8) {
        let kind = match (self.now, self.points) {
            (_, 0) => 1,
            (0, _) => 2,
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
