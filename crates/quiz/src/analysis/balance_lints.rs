//! Finds what is unfair or useless in a valid quiz: causes that no reader can get, questions and choices that change nothing,
//! lopsided odds, unused parts.

use crate::analysis::answer_model::AnswerModel;
use crate::analysis::finding::{Finding, FindingKind};
use crate::analysis::odds::{Odds, OddsMethod};
use crate::analysis::point_vectors::{QuestionPoints, any_reachable};
use crate::analysis::progress::AnalysisProgress;
use crate::analysis::quick_verdict::{PointsResult, QuickVerdict};
use crate::analysis::redundant::{self, Redundant};
use crate::analysis::unused_parts::find_unused_parts;
use crate::decode::json_path::PathRef;
use crate::file::parts::QuestionKind;
use crate::model::quiz::{Cause, Question, Quiz};
use crate::session::score::score;

/// How many random readers replace all answers, if there are too many.
const SAMPLED_READERS: usize = 200_000;

/// The findings about the points, texts and parts of a quiz.
///
/// `tick` is the random, 0 to 1, that a random reader ticks a box; the odds of the causes are computed with it. `random`
/// returns uniform random numbers from 0 to below 1. They save work. They change the findings only for a quiz with too many
/// answers to check all, and then a finding says so.
///
/// ```
/// let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../quizzes/dense-bread.json"));
/// let quiz = which_cause_quiz::read(file).expect("a valid quiz");
/// let findings = which_cause_quiz::findings(&quiz, 0.25, || 0.5);
/// assert!(findings.is_empty(), "{}", findings[0]);
/// ```
#[must_use]
pub fn findings(quiz: &Quiz, tick: f64, random: impl FnMut() -> f64) -> Vec<Finding> {
    findings_with_progress(quiz, tick, random, |_| ())
}

/// Like [`findings`], and calls `on_progress` from time to time.
#[must_use]
pub fn findings_with_progress(
    quiz: &Quiz,
    tick: f64,
    mut random: impl FnMut() -> f64,
    mut on_progress: impl FnMut(AnalysisProgress),
) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut find = |place: PathRef<'_>, kind| found.push(Finding { path: place.to_path(), kind });
    let root = PathRef::Root;
    let path = root.key("questions");
    let leads = can_lead(quiz);
    let redundant = redundant::find(quiz, leads.is_some(), &mut random, &mut on_progress);
    for i in 0..quiz.questions.len() {
        lint_question(quiz, i, path.item(i), &redundant, &mut find);
    }
    lint_causes(quiz, tick, leads.as_deref(), &mut random, &mut on_progress, &mut find);
    find_unused_parts(quiz, &mut find);
    found
}

/// The findings about one question.
fn lint_question(
    quiz: &Quiz,
    index: usize,
    path: PathRef<'_>,
    redundant: &Redundant,
    find: &mut impl FnMut(PathRef<'_>, FindingKind),
) {
    let question = &quiz.questions[index];
    for cause in leads_alone(quiz, question) {
        let (question, cause) = (question.id.to_string(), quiz.causes[cause].id.to_string());
        find(path, FindingKind::LeadsAlone { question, cause });
    }
    if redundant.questions[index] {
        find(path, FindingKind::QuestionChangesNothing { question: question.id.to_string() });
    } else if question.kind != QuestionKind::Scale {
        // In a long scale a step between the ends seldom changes anything.
        for choice in &redundant.choices[index] {
            let kind = FindingKind::ChoiceChangesNothing { choice: question.choices[*choice].id.to_string() };
            find(path.key("choices").item(*choice), kind);
        }
    }
    if question.kind == QuestionKind::TickAll && !question.choices.iter().any(|it| it.exclusive) {
        find(path.key("choices"), FindingKind::MissingNoneChoice);
    }
    for (i, choice) in question.choices.iter().enumerate() {
        if let Some(other) = question.choices[..i].iter().find(|it| it.text == choice.text) {
            find(
                path.key("choices").item(i).key("text"),
                FindingKind::SameText { other: other.id.to_string() },
            );
        }
    }
}

/// The findings about the causes and the scoring.
fn lint_causes(
    quiz: &Quiz,
    tick: f64,
    can_lead: Option<&[bool]>,
    random: &mut impl FnMut() -> f64,
    on_progress: &mut impl FnMut(AnalysisProgress),
    find: &mut impl FnMut(PathRef<'_>, FindingKind),
) {
    let root = PathRef::Root;
    let path = root.key("causes");
    let id = |i: usize| quiz.causes[i].id.to_string();
    for (i, cause) in quiz.causes.iter().enumerate() {
        if let Some(other) = quiz.causes[..i].iter().find(|it| it.label == cause.label) {
            find(path.item(i).key("label"), FindingKind::SameText { other: other.id.to_string() });
        }
    }
    let model = AnswerModel::ticking(tick);
    let odds = Odds::exact(quiz, model)
        .unwrap_or_else(|| Odds::sampled(quiz, model, SAMPLED_READERS, &mut *random, &mut *on_progress));
    if let OddsMethod::Sampled { readers, error } = odds.method {
        find(path, FindingKind::Estimated { readers, error });
    }
    for i in 0..quiz.causes.len() {
        match can_lead {
            Some(can_lead) if !can_lead[i] => find(path.item(i), FindingKind::CannotLead { cause: id(i) }),
            None if odds.causes[i].leads == 0.0 => {
                find(path.item(i), FindingKind::NeverLed { cause: id(i), readers: SAMPLED_READERS });
            }
            _ => {}
        }
    }
    let scoring = root.key("scoring");
    if odds.leads < 0.2 {
        let Odds { leads, mixed, nothing, .. } = odds;
        find(scoring, FindingKind::SeldomLeads { leads, mixed, nothing, tick });
    }
    if odds.spread > odds.mixed / 2.0 {
        let most_shown = quiz.scoring.most_shown.get();
        find(
            scoring.key("most_shown"),
            FindingKind::MostlySpread { share: odds.spread / odds.mixed, most_shown, tick },
        );
    }
    let frequency = |i: &usize| odds.causes[*i].leads;
    let leading: Vec<usize> = (0..quiz.causes.len()).filter(|i| frequency(i) > 0.0).collect();
    let most = leading.iter().copied().max_by(|a, b| frequency(a).total_cmp(&frequency(b)));
    let least = leading.iter().copied().min_by(|a, b| frequency(a).total_cmp(&frequency(b)));
    if let (Some(most), Some(least)) = (most, least)
        && frequency(&most) > 2.0 * frequency(&least)
    {
        let (leads, than_leads) = (frequency(&most), frequency(&least));
        let kind = FindingKind::Lopsided { cause: id(most), leads, than: id(least), than_leads, tick };
        find(path.item(most), kind);
    }
}

/// Whether some answers make each cause lead. `None` if there are too many answers to check all.
fn can_lead(quiz: &Quiz) -> Option<Vec<bool>> {
    let mut leads = vec![false; quiz.causes.len()];
    let (mut verdict, mut result) = (QuickVerdict::new(quiz), PointsResult::default());
    any_reachable(quiz, &QuestionPoints::all(quiz), |raw| {
        verdict.decide(raw, &mut result);
        if let Some(leader) = result.leader() {
            leads[leader] = true;
        }
        false
    })?;
    Some(leads)
}

/// The causes that a question can make lead while all others are skipped; none if another one is required.
fn leads_alone(quiz: &Quiz, question: &Question) -> Vec<usize> {
    let mut leaders = Vec::new();
    if quiz.questions.iter().any(|other| other.required && other.id != question.id) {
        return leaders;
    }
    let stands_out = |(i, cause): (usize, &Cause)| {
        score(question.most_points_for(i), cause.max) >= quiz.scoring.lead_from.get()
    };
    if !quiz.causes.iter().enumerate().any(stands_out) {
        return leaders;
    }
    let (mut verdict, mut result) = (QuickVerdict::new(quiz), PointsResult::default());
    // If a single question has too many answers to check all, it has no finding.
    let _ = any_reachable(quiz, &[QuestionPoints { question, without: None }], |raw| {
        verdict.decide(raw, &mut result);
        if let Some(leader) = result.leader()
            && !leaders.contains(&leader)
        {
            leaders.push(leader);
        }
        false
    });
    leaders.sort_unstable();
    leaders
}
