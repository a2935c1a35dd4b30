//! Finds what is unfair or useless in a valid quiz: causes that no reader can get, questions and choices that change nothing,
//! lopsided odds, unused parts.

use crate::analysis::answer_model::AnswerModel;
use crate::analysis::condition_lints::lint_conditions;
use crate::analysis::finding::{Finding, FindingKind};
use crate::analysis::odds::{Odds, OddsMethod};
use crate::analysis::progress::AnalysisProgress;
use crate::analysis::quick_verdict::{PointsResult, QuickVerdict};
use crate::analysis::redundant::{self, Redundant};
use crate::analysis::same_texts::same_text_findings;
use crate::analysis::unused_parts::find_unused_parts;
use crate::analysis::ways::{Counted, any_reachable, count_all_points};
use crate::decode::json_path::PathRef;
use crate::file::parts::QuestionKind;
use crate::model::quiz::{Cause, Quiz};

/// How many random readers replace all answers, if there are too many.
const SAMPLED_READERS: usize = 200_000;

/// The findings about the points, texts and parts of a quiz.
///
/// `tick` is the chance, 0 to 1, that a random reader ticks a box; the odds of the causes are computed with it. `random`
/// returns uniform random numbers from 0 to below 1. They save work. They change the findings only for a quiz with too many
/// answers to check all, and then a finding says so.
///
/// ```
/// let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/quizzes/dense-bread.json"));
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
    let reached = reached(quiz);
    let redundant = redundant::find(quiz, reached.is_some(), &mut random, &mut on_progress);
    for i in 0..quiz.questions.len() {
        lint_question(quiz, i, path.item(i), &redundant, &mut find);
    }
    lint_conditions(quiz, reached.as_deref(), &mut find);
    lint_causes(quiz, tick, reached.as_deref(), &mut random, &mut on_progress, &mut find);
    find_unused_parts(quiz, &mut find);
    found.extend(same_text_findings(quiz));
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
    for cause in leads_alone(quiz, index) {
        let (question, cause) = (question.id.to_string(), quiz.causes[cause].id.to_string());
        find(path, FindingKind::LeadsAlone { question, cause });
    }
    if redundant.questions[index] {
        find(path, FindingKind::QuestionChangesNothing { question: question.id.to_string() });
    } else if question.kind == QuestionKind::TickAll
        || question.kind == QuestionKind::PickOne && !question.required
    {
        // In a long scale a step between the ends seldom changes anything. Where a reader has to pick one, nothing is left to
        // compare a choice with but the other choices.
        for choice in &redundant.choices[index] {
            let kind = FindingKind::ChoiceChangesNothing { choice: question.choices[*choice].id.to_string() };
            find(path.key("choices").item(*choice), kind);
        }
    }
    if question.kind == QuestionKind::TickAll && !question.choices.iter().any(|it| it.exclusive) {
        find(path.key("choices"), FindingKind::MissingNoneChoice);
    }
}

/// The findings about the causes and the scoring.
fn lint_causes(
    quiz: &Quiz,
    tick: f64,
    reached: Option<&[Reached]>,
    random: &mut impl FnMut() -> f64,
    on_progress: &mut impl FnMut(AnalysisProgress),
    find: &mut impl FnMut(PathRef<'_>, FindingKind),
) {
    let root = PathRef::Root;
    let path = root.key("causes");
    let id = |i: usize| quiz.causes[i].id.to_string();
    let model = AnswerModel::ticking(tick);
    let odds = Odds::exact(quiz, model)
        .unwrap_or_else(|| Odds::sampled(quiz, model, SAMPLED_READERS, &mut *random, &mut *on_progress));
    if let OddsMethod::Sampled { readers, error } = odds.method {
        find(path, FindingKind::Estimated { readers, error });
    }
    let (best, is_total) = (quiz.scoring.shows_best(), quiz.scoring.is_total());
    let frequencies = odds.frequencies(quiz);
    let frequency = |i: &usize| frequencies[*i];
    for i in 0..quiz.causes.len() {
        match reached {
            Some(reached) if reached[i].ways == 0 && best => {
                find(path.item(i), FindingKind::CannotBeShown { cause: id(i), advice: None });
            }
            Some(reached) if reached[i].ways == 0 && is_total => {
                find(path.item(i), FindingKind::EmptyRange { cause: id(i) });
            }
            Some(reached) if reached[i].ways == 0 => {
                find(path.item(i), FindingKind::CannotLead { cause: id(i), advice: None });
            }
            None if frequency(&i) == 0.0 => {
                find(path.item(i), FindingKind::NeverLed { cause: id(i), readers: SAMPLED_READERS });
            }
            _ => {}
        }
    }
    let scoring = root.key("scoring");
    if odds.leads < 0.2 && !best {
        let Odds { leads, mixed, nothing, .. } = odds;
        let remedy = match quiz.scoring.margin {
            _ if is_total => "lower `from` of the first cause, or give more points",
            None => "give points to fewer causes at once, or lower `lead_from`",
            Some(_) => "give points to fewer causes at once, or lower `margin` or `lead_from`",
        };
        find(scoring, FindingKind::SeldomLeads { leads, mixed, nothing, tick, remedy });
    }
    if odds.spread > odds.mixed / 2.0 {
        let most_shown = quiz.scoring.most_shown;
        find(
            scoring.key("most_shown"),
            FindingKind::MostlySpread { share: odds.spread / odds.mixed, most_shown, tick },
        );
    }
    let leading: Vec<usize> = (0..quiz.causes.len()).filter(|i| frequency(i) > 0.0).collect();
    let most = leading.iter().copied().max_by(|a, b| frequency(a).total_cmp(&frequency(b)));
    let least = leading.iter().copied().min_by(|a, b| frequency(a).total_cmp(&frequency(b)));
    if let (Some(most), Some(least)) = (most, least)
        // Ranges of a total are as wide as their author means them.
        && !is_total
        && frequency(&most) > 2.0 * frequency(&least)
    {
        let (leads, rarest_leads) = (frequency(&most), frequency(&least));
        let (cause, rarest) = (id(most), id(least));
        let kind = FindingKind::Lopsided { cause, leads, rarest, rarest_leads, best, tick, advice: None };
        find(path.item(most), kind);
    }
}

/// How a cause can lead or, if the best causes are the result, be shown.
#[derive(Clone, Default)]
pub(crate) struct Reached {
    /// On how many ways through the quiz.
    pub(crate) ways: usize,
    /// Which questions are asked on the last of these ways.
    pub(crate) asked: Vec<bool>,
}

/// How some answers make each cause lead or, if the best causes are the result, show it. `None` if there are too many answers to
/// check all.
fn reached(quiz: &Quiz) -> Option<Vec<Reached>> {
    let mut reached = vec![Reached::default(); quiz.causes.len()];
    let (mut verdict, mut result) = (QuickVerdict::new(quiz), PointsResult::default());
    any_reachable(quiz, &count_all_points(quiz), |way, raw| {
        verdict.decide(raw, &way.most, &mut result);
        for cause in result.compared(quiz) {
            let reached = &mut reached[*cause];
            if reached.asked != way.asked {
                *reached = Reached { ways: reached.ways + 1, asked: way.asked.clone() };
            }
        }
        false
    })?;
    Some(reached)
}

/// The causes that a question can make lead while all others are skipped; none if another one is required.
fn leads_alone(quiz: &Quiz, index: usize) -> Vec<usize> {
    let mut leaders = Vec::new();
    let question = &quiz.questions[index];
    let required = quiz.questions.iter().enumerate().any(|(i, other)| other.required && i != index);
    // Without a limit any answer has a result, so this would be said of every question.
    if required || quiz.scoring.is_total() || quiz.scoring.lead_from.is_none() {
        return leaders;
    }
    // With conditions the other questions that are asked decide how much a share is.
    let stands_out = |(i, cause): (usize, &Cause)| {
        quiz.scoring.stands_out(quiz.scoring.score(i, question.most_points_for(i), cause.max))
    };
    let has_conditions = quiz.questions.iter().any(|it| it.ask_if.is_some());
    if !has_conditions && !quiz.causes.iter().enumerate().any(stands_out) {
        return leaders;
    }
    let mut counted = vec![Counted::Skipped; quiz.questions.len()];
    counted[index] = Counted::All;
    let (mut verdict, mut result) = (QuickVerdict::new(quiz), PointsResult::default());
    // If a single question has too many answers to check all, it has no finding.
    let _ = any_reachable(quiz, &counted, |way, raw| {
        verdict.decide(raw, &way.most, &mut result);
        if let Some(leader) = result.leader().filter(|_| way.asked[index])
            && !leaders.contains(&leader)
        {
            leaders.push(leader);
        }
        false
    });
    leaders.sort_unstable();
    leaders
}
