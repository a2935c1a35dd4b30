//! Looks for what is odd about a quiz that is right: what nobody can get, what changes nothing, what is lopsided, what
//! is hard to read. Knows nothing of how it is told.

use super::definition::{Kind, Question, Quiz};
use super::finding::{Finding, Oddity};
use super::odds::{self, Method, Model, Odds};
use super::outcome::{Verdict, verdict};
use super::place::Place;
use super::readability::grade;
use super::score::rank_points;
use super::value::Value;

/// How many random readers look for an answer that makes a difference before it is computed whether there is one.
const TRIES: usize = 2_000;

/// The hardest grade that is no finding.
const HARDEST: f64 = 9.0;

/// What is odd about a quiz. The model's boxes are ticked sometimes and not always, so that every answer can come about.
/// `chance` gives random numbers, evenly from 0 up to 1; they save work and change nothing of
/// what is found, except that a quiz too large for exact odds is judged by them.
#[must_use]
pub fn findings(quiz: &Quiz, model: Model, mut chance: impl FnMut() -> f64) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut find = |place: Place<'_>, oddity| found.push(Finding { place: place.path(), oddity });
    let top = Place::File;

    let at = top.key("questions");
    for (i, question) in quiz.questions.iter().enumerate() {
        let at = at.item(i);
        for cause in leads_alone(quiz, question) {
            let (question, cause) = (question.id.to_string(), quiz.causes[cause].id.to_string());
            find(at, Oddity::LeadsAlone { question, cause });
        }
        let idle = idle_choices(quiz, i, &mut chance);
        let counting = question.choices.iter().filter(|it| !it.points.is_empty()).count();
        let flags = question.choices.iter().any(|it| !it.flags.is_empty());
        if !flags && idle.len() >= counting && (counting > 0 || question.kind == Kind::One) {
            find(at, Oddity::QuestionChangesNothing { question: question.id.to_string() });
        } else {
            let at = at.key("choices");
            for choice in idle {
                let oddity = Oddity::ChoiceChangesNothing { choice: question.choices[choice].id.to_string() };
                find(at.item(choice), oddity);
            }
        }
    }

    let at = top.key("causes");
    let odds = Odds::exact(quiz, model).unwrap_or_else(|| Odds::sampled(quiz, model, 200_000, &mut chance));
    if let Method::Exact { .. } = odds.method {
        for (i, _) in odds.causes.iter().enumerate().filter(|(_, it)| it.leads == 0.0) {
            find(at.item(i), Oddity::CannotLead { cause: quiz.causes[i].id.to_string() });
        }
    }
    let leads = |i: &usize| odds.causes[*i].leads;
    let leading: Vec<usize> = (0..quiz.causes.len()).filter(|i| leads(i) > 0.0).collect();
    let most = leading.iter().copied().max_by(|a, b| leads(a).total_cmp(&leads(b)));
    let least = leading.iter().copied().min_by(|a, b| leads(a).total_cmp(&leads(b)));
    if let (Some(most), Some(least)) = (most, least)
        && leads(&most) > 2.0 * leads(&least)
    {
        let name = |i: usize| quiz.causes[i].id.to_string();
        let oddity = Oddity::Lopsided {
            cause: name(most),
            leads: leads(&most),
            than: name(least),
            than_leads: leads(&least),
        };
        find(at.item(most), oddity);
    }
    unused(quiz, &mut find);
    found
}

/// What is declared and never named, and what no reader can come to see.
fn unused(quiz: &Quiz, find: &mut impl FnMut(Place<'_>, Oddity)) {
    let top = Place::File;
    let choices = || quiz.questions.iter().flat_map(|it| &it.choices);
    for (i, flag) in quiz.flags.iter().enumerate() {
        if !choices().any(|it| it.flags.contains(&i)) {
            find(top.key("flags").item(i), Oddity::Unused { what: "flag", id: flag.id.to_string() });
        }
    }
    for (i, source) in quiz.sources.iter().enumerate() {
        let named = quiz.causes.iter().any(|it| it.sources.contains(&i))
            || quiz.safety_sources.contains(&i)
            || quiz.nothing_sources.contains(&i);
        if !named {
            find(top.key("sources").item(i), Oddity::Unused { what: "source", id: source.id.to_string() });
        }
    }
    if quiz.course.is_none() {
        for (i, cause) in quiz.causes.iter().enumerate() {
            if cause.course.is_some() {
                let at = top.key("causes");
                find(at.item(i).key("course"), Oddity::NeverShown { why: "the quiz has no `course`" });
            }
        }
    }
}

/// The texts of an English quiz file that are harder to read than the ninth grade.
#[must_use]
pub fn hard_texts(file: &Value) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Value::Map(entries) = file {
        let english = |(key, value): &(String, Value)| {
            key == "language" && matches!(value, Value::Text(tag) if tag.split('-').next() == Some("en"))
        };
        if entries.iter().any(english) {
            look_for_hard_texts(file, &Place::File, &mut found);
        }
    }
    found
}

fn look_for_hard_texts(value: &Value, at: &Place<'_>, found: &mut Vec<Finding>) {
    match value {
        Value::Map(entries) => {
            for (key, value) in entries {
                // No reader sees these.
                if !(key.starts_with(['$', '_']) || ["reason", "readers", "url"].contains(&key.as_str())) {
                    look_for_hard_texts(value, &at.key(key), found);
                }
            }
        }
        Value::List(items) => {
            for (i, item) in items.iter().enumerate() {
                look_for_hard_texts(item, &at.item(i), found);
            }
        }
        Value::Text(text) => {
            if let Some(grade) = grade(text).filter(|grade| *grade > HARDEST) {
                found.push(Finding { place: at.path(), oddity: Oddity::HardToRead { grade } });
            }
        }
        _ => {}
    }
}

/// The causes that a question can make lead with nothing else answered.
fn leads_alone(quiz: &Quiz, question: &Question) -> Vec<usize> {
    let mut leaders: Vec<usize> = odds::reachable(question, quiz)
        .iter()
        .filter_map(|raw| match verdict(quiz, &rank_points(quiz, raw)) {
            Verdict::Leads(leader) => Some(leader.index),
            _ => None,
        })
        .collect();
    leaders.sort_unstable();
    leaders.dedup();
    leaders
}

/// The choices of a question that make no difference to any verdict and raise no flag. One without points among
/// those of which one is picked is none of them: somebody may have to say that nothing fits.
fn idle_choices(quiz: &Quiz, question: usize, chance: &mut impl FnMut() -> f64) -> Vec<usize> {
    let asked = &quiz.questions[question];
    let candidates = asked.choices.iter().enumerate().filter(|(_, it)| {
        !it.exclusive && it.flags.is_empty() && (asked.kind == Kind::All || !it.points.is_empty())
    });
    candidates
        .filter(|(i, choice)| choice.points.is_empty() || !makes_a_difference(quiz, question, *i, chance))
        .map(|(i, _)| i)
        .collect()
}

/// Whether there are answers to everything else with which a choice changes the verdict or what it shows.
fn makes_a_difference(quiz: &Quiz, question: usize, choice: usize, chance: &mut impl FnMut() -> f64) -> bool {
    let points = quiz.questions[question].choices[choice].points.clone();
    let mut rest = quiz.clone();
    match rest.questions[question].kind {
        // The choices exclude each other: the others give nothing beside it.
        Kind::One => rest.questions[question].choices.iter_mut().for_each(|it| it.points.clear()),
        Kind::All => rest.questions[question].choices[choice].points.clear(),
    }
    let differs = |raw: &[u32]| {
        let mut with = raw.to_vec();
        for (cause, points) in &points {
            with[*cause] += points;
        }
        told(quiz, raw) != told(quiz, &with)
    };
    let model = |tick| Model { tick };
    for tick in [0.1, 0.25, 0.5] {
        for _ in 0..TRIES {
            if differs(&odds::random_points(&rest, model(tick), chance)) {
                return true;
            }
        }
    }
    // Nobody came upon a difference. Whether there is one at all, every reachable vector of points tells; where
    // they are too many to look at, the choice has the benefit of the doubt.
    odds::any_reachable(&rest, differs).unwrap_or(true)
}

/// What a result tells, as far as points decide it: who is shown, and whether more are close.
fn told(quiz: &Quiz, raw: &[u32]) -> (Vec<usize>, bool) {
    let ranking = rank_points(quiz, raw);
    let verdict = verdict(quiz, &ranking);
    (verdict.shown().iter().map(|it| it.index).collect(), verdict.is_spread())
}
