//! Looks for what is odd about a quiz that is right: what nobody can get, what changes nothing, what is lopsided. Knows
//! nothing of how it is told.

use crate::analysis::answer_model::Model;
use crate::analysis::finding::{Finding, FindingKind};
use crate::analysis::odds::{Method, Odds};
use crate::analysis::point_vectors::{Asked, any_reachable};
use crate::analysis::progress::Work;
use crate::analysis::quick_verdict::{Decided, QuickVerdict};
use crate::analysis::redundant::{self, Redundant};
use crate::analysis::unused_parts::unused;
use crate::decode::json_path::Place;
use crate::file::parts::QuestionKind;
use crate::model::quiz::{Cause, Question, Quiz};
use crate::session::score::score;

/// How many random readers stand for all, where there are too many answers to look at.
const SAMPLE: usize = 200_000;

/// What is odd about a quiz. `tick` is the chance that a random reader ticks a box, by which it is judged whether the
/// causes lead about as often as each other. `chance` gives random numbers, evenly from 0 up to 1; they save work and
/// change nothing of what is found, except of a quiz that is too large to look at every vector of points, which says so.
#[must_use]
pub fn findings(quiz: &Quiz, tick: f64, chance: impl FnMut() -> f64) -> Vec<Finding> {
    findings_with_progress(quiz, tick, chance, |_| ())
}

/// The same; `watch` is called every now and then with how far the work is.
#[must_use]
pub fn findings_with_progress(
    quiz: &Quiz,
    tick: f64,
    mut chance: impl FnMut() -> f64,
    mut watch: impl FnMut(Work),
) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut find = |place: Place<'_>, kind| found.push(Finding { place: place.path(), kind });
    let top = Place::File;
    let at = top.key("questions");
    let leads = can_lead(quiz);
    let redundant = redundant::find(quiz, leads.is_some(), &mut chance, &mut watch);
    for i in 0..quiz.questions.len() {
        question(quiz, i, at.item(i), &redundant, &mut find);
    }
    causes(quiz, tick, leads.as_deref(), &mut chance, &mut watch, &mut find);
    unused(quiz, &mut find);
    found
}

/// What is odd about one question.
fn question(
    quiz: &Quiz,
    index: usize,
    at: Place<'_>,
    redundant: &Redundant,
    find: &mut impl FnMut(Place<'_>, FindingKind),
) {
    let question = &quiz.questions[index];
    for cause in leads_alone(quiz, question) {
        let (question, cause) = (question.id.to_string(), quiz.causes[cause].id.to_string());
        find(at, FindingKind::LeadsAlone { question, cause });
    }
    if redundant.questions[index] {
        find(at, FindingKind::QuestionChangesNothing { question: question.id.to_string() });
    } else {
        for choice in &redundant.choices[index] {
            let kind = FindingKind::ChoiceChangesNothing { choice: question.choices[*choice].id.to_string() };
            find(at.key("choices").item(*choice), kind);
        }
    }
    if question.kind == QuestionKind::TickAll && !question.choices.iter().any(|it| it.exclusive) {
        find(at.key("choices"), FindingKind::NoneIsMissing);
    }
    for (i, choice) in question.choices.iter().enumerate() {
        if let Some(other) = question.choices[..i].iter().find(|it| it.text == choice.text) {
            find(
                at.key("choices").item(i).key("text"),
                FindingKind::SameText { other: other.id.to_string() },
            );
        }
    }
}

/// What is odd about the causes beside each other.
fn causes(
    quiz: &Quiz,
    tick: f64,
    can_lead: Option<&[bool]>,
    chance: &mut impl FnMut() -> f64,
    watch: &mut impl FnMut(Work),
    find: &mut impl FnMut(Place<'_>, FindingKind),
) {
    let top = Place::File;
    let at = top.key("causes");
    let name = |i: usize| quiz.causes[i].id.to_string();
    for (i, cause) in quiz.causes.iter().enumerate() {
        if let Some(other) = quiz.causes[..i].iter().find(|it| it.label == cause.label) {
            find(at.item(i).key("label"), FindingKind::SameText { other: other.id.to_string() });
        }
    }
    let model = Model::ticking(tick);
    let odds = Odds::exact(quiz, model)
        .unwrap_or_else(|| Odds::sampled(quiz, model, SAMPLE, &mut *chance, &mut *watch));
    if let Method::Sampled { readers, error } = odds.method {
        find(at, FindingKind::Estimated { readers, error });
    }
    for i in 0..quiz.causes.len() {
        match can_lead {
            Some(can_lead) if !can_lead[i] => find(at.item(i), FindingKind::CannotLead { cause: name(i) }),
            None if odds.causes[i].leads == 0.0 => {
                find(at.item(i), FindingKind::NeverLed { cause: name(i), readers: SAMPLE });
            }
            _ => {}
        }
    }
    let scoring = top.key("scoring");
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
    let often = |i: &usize| odds.causes[*i].leads;
    let leading: Vec<usize> = (0..quiz.causes.len()).filter(|i| often(i) > 0.0).collect();
    let most = leading.iter().copied().max_by(|a, b| often(a).total_cmp(&often(b)));
    let least = leading.iter().copied().min_by(|a, b| often(a).total_cmp(&often(b)));
    if let (Some(most), Some(least)) = (most, least)
        && often(&most) > 2.0 * often(&least)
    {
        let (leads, than_leads) = (often(&most), often(&least));
        let kind = FindingKind::Lopsided { cause: name(most), leads, than: name(least), than_leads, tick };
        find(at.item(most), kind);
    }
}

/// By cause, whether some answers make it lead. `None` where there are too many answers to look at.
fn can_lead(quiz: &Quiz) -> Option<Vec<bool>> {
    let mut leads = vec![false; quiz.causes.len()];
    let (mut verdict, mut decided) = (QuickVerdict::new(quiz), Decided::default());
    any_reachable(quiz, &Asked::all(quiz), |raw| {
        verdict.decide(raw, &mut decided);
        if let Some(leader) = decided.leader() {
            leads[leader] = true;
        }
        false
    })?;
    Some(leads)
}

/// The causes that a question can make lead with nothing else answered.
fn leads_alone(quiz: &Quiz, question: &Question) -> Vec<usize> {
    let mut leaders = Vec::new();
    let stands_out = |(i, cause): (usize, &Cause)| {
        score(question.most_points_for(i), cause.max) >= quiz.scoring.lead_from.get()
    };
    if !quiz.causes.iter().enumerate().any(stands_out) {
        return leaders;
    }
    let (mut verdict, mut decided) = (QuickVerdict::new(quiz), Decided::default());
    // Where the answers to a single question are too many to look at, nothing is said of it.
    let _ = any_reachable(quiz, &[Asked { question, without: None }], |raw| {
        verdict.decide(raw, &mut decided);
        if let Some(leader) = decided.leader()
            && !leaders.contains(&leader)
        {
            leaders.push(leader);
        }
        false
    });
    leaders.sort_unstable();
    leaders
}
