//! Looks for what is odd about a quiz that is right: what nobody can get, what changes nothing, what is lopsided. Knows
//! nothing of how it is told.

use super::definition::{Kind, Question, Quiz};
use super::finding::{Finding, Oddity};
use super::odds::{self, Method, Model, Odds};
use super::outcome::{Verdict, doctor_first, verdict};
use super::pictures::each_picture;
use super::place::Place;
use super::score::{Standing, most_points, rank_points};

/// How many random readers look for an answer that makes a difference before it is computed whether there is one.
const TRIES: usize = 2_000;

/// How many random readers stand for all, where there are too many answers to look at.
const SAMPLE: usize = 200_000;

/// The most vectors of points that one question may give for it to be looked at whether it could be left out.
const MOST_GIVEN: usize = 10_000;

/// What is odd about a quiz. `tick` is the chance that a random reader ticks a box, by which it is judged whether the
/// causes lead about as often as each other. `chance` gives random numbers, evenly from 0 up to 1; they save work and
/// change nothing of what is found, except of a quiz that is too large to look at every vector of points, which says so.
#[must_use]
pub fn findings(quiz: &Quiz, tick: f64, mut chance: impl FnMut() -> f64) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut find = |place: Place<'_>, oddity| found.push(Finding { place: place.path(), oddity });
    let top = Place::File;
    let at = top.key("questions");
    for i in 0..quiz.questions.len() {
        question(quiz, i, at.item(i), &mut chance, &mut find);
    }
    causes(quiz, tick, &mut chance, &mut find);
    unused(quiz, &mut find);
    found
}

/// What is odd about one question.
fn question(
    quiz: &Quiz,
    index: usize,
    at: Place<'_>,
    chance: &mut impl FnMut() -> f64,
    find: &mut impl FnMut(Place<'_>, Oddity),
) {
    let question = &quiz.questions[index];
    for cause in leads_alone(quiz, question) {
        let (question, cause) = (question.id.to_string(), quiz.causes[cause].id.to_string());
        find(at, Oddity::LeadsAlone { question, cause });
    }
    if can_be_left_out(quiz, index, chance) {
        find(at, Oddity::QuestionChangesNothing { question: question.id.to_string() });
    } else {
        for choice in idle_choices(quiz, index, chance) {
            let oddity = Oddity::ChoiceChangesNothing { choice: question.choices[choice].id.to_string() };
            find(at.key("choices").item(choice), oddity);
        }
    }
    if question.kind == Kind::All && !question.choices.iter().any(|it| it.exclusive) {
        find(at.key("choices"), Oddity::NoneIsMissing);
    }
    for (i, choice) in question.choices.iter().enumerate() {
        if let Some(other) = question.choices[..i].iter().find(|it| it.text == choice.text) {
            find(at.key("choices").item(i).key("text"), Oddity::SameText { other: other.id.to_string() });
        }
    }
}

/// What is odd about the causes beside each other.
fn causes(
    quiz: &Quiz,
    tick: f64,
    chance: &mut impl FnMut() -> f64,
    find: &mut impl FnMut(Place<'_>, Oddity),
) {
    let top = Place::File;
    let at = top.key("causes");
    let name = |i: usize| quiz.causes[i].id.to_string();
    for (i, cause) in quiz.causes.iter().enumerate() {
        if let Some(other) = quiz.causes[..i].iter().find(|it| it.label == cause.label) {
            find(at.item(i).key("label"), Oddity::SameText { other: other.id.to_string() });
        }
    }
    let model = Model::ticking(tick);
    let odds = Odds::exact(quiz, model).unwrap_or_else(|| Odds::sampled(quiz, model, SAMPLE, &mut *chance));
    let mut leads = vec![false; quiz.causes.len()];
    let all_seen = odds::any_reachable(quiz, &quiz.questions, |raw| {
        if let Verdict::Leads(leader) = verdict(quiz, &rank_points(quiz, raw)) {
            leads[leader.index] = true;
        }
        false
    });
    if let Method::Sampled { readers, error } = odds.method {
        find(at, Oddity::Estimated { readers, error });
    }
    for (i, leads) in leads.iter().enumerate() {
        match all_seen {
            Some(_) if !leads => find(at.item(i), Oddity::CannotLead { cause: name(i) }),
            None if odds.causes[i].leads == 0.0 => {
                find(at.item(i), Oddity::NeverLed { cause: name(i), readers: SAMPLE });
            }
            _ => {}
        }
    }
    let often = |i: &usize| odds.causes[*i].leads;
    let leading: Vec<usize> = (0..quiz.causes.len()).filter(|i| often(i) > 0.0).collect();
    let most = leading.iter().copied().max_by(|a, b| often(a).total_cmp(&often(b)));
    let least = leading.iter().copied().min_by(|a, b| often(a).total_cmp(&often(b)));
    if let (Some(most), Some(least)) = (most, least)
        && often(&most) > 2.0 * often(&least)
    {
        let (leads, than_leads) = (often(&most), often(&least));
        let oddity = Oddity::Lopsided { cause: name(most), leads, than: name(least), than_leads, tick };
        find(at.item(most), oddity);
    }
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
    let doctor_first = quiz.causes.iter().any(|it| it.doctor_first);
    if quiz.scoring.doctor_first_from.is_some() && !doctor_first {
        let at = top.key("scoring");
        let why = "no cause is `doctor_first`";
        find(at.key("doctor_first_from"), Oddity::NeverShown { why });
    }
    let visits = doctor_first || !quiz.screens.is_empty() || quiz.flags.iter().any(|it| it.visit);
    if quiz.care.is_some() && !visits {
        let why = "no screen, no flag and no cause sends anybody to care";
        find(top.key("care"), Oddity::NeverShown { why });
    }
    let mut pictures = false;
    each_picture(quiz, &mut |_, _| pictures = true);
    if quiz.drawings.is_some() && !pictures {
        find(top.key("drawings"), Oddity::NeverShown { why: "no `picture` names a drawing" });
    }
}

/// The causes that a question can make lead with nothing else answered.
fn leads_alone(quiz: &Quiz, question: &Question) -> Vec<usize> {
    let mut leaders = Vec::new();
    // Where the answers to a single question are too many to look at, nothing is said of it.
    let _ = odds::any_reachable(quiz, std::slice::from_ref(question), |raw| {
        if let Verdict::Leads(leader) = verdict(quiz, &rank_points(quiz, raw))
            && !leaders.contains(&leader.index)
        {
            leaders.push(leader.index);
        }
        false
    });
    leaders.sort_unstable();
    leaders
}

/// Whether a quiz without the question gives every reader the same result.
fn can_be_left_out(quiz: &Quiz, question: usize, chance: &mut impl FnMut() -> f64) -> bool {
    let asked = &quiz.questions[question];
    if quiz.questions.len() == 1 || asked.choices.iter().any(|it| !it.flags.is_empty()) {
        return false;
    }
    let mut without = quiz.clone();
    without.questions.remove(question);
    for (i, cause) in without.causes.iter_mut().enumerate() {
        cause.max -= most_points(asked, i);
        if cause.max == 0 {
            return false;
        }
    }
    let rest = without.questions.clone();
    // What its answers give, skipping it among them.
    let mut given: Vec<Vec<u32>> = Vec::new();
    let few = odds::any_reachable(quiz, std::slice::from_ref(asked), |raw| {
        given.push(raw.to_vec());
        given.len() > MOST_GIVEN
    });
    if few != Some(false) {
        return false;
    }
    let differs = |raw: &[u32]| {
        let left_out = told(&without, raw);
        given.iter().any(|more| told(quiz, &sum(raw, more)) != left_out)
    };
    !differs_somewhere(&without, &rest, differs, chance)
}

/// The choices of a question that make no difference to any result and raise no flag. One without points among
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

/// Whether there are answers to everything else with which a choice changes the result.
fn makes_a_difference(quiz: &Quiz, question: usize, choice: usize, chance: &mut impl FnMut() -> f64) -> bool {
    let points = &quiz.questions[question].choices[choice].points;
    let mut more = vec![0; quiz.causes.len()];
    for (cause, points) in points {
        more[*cause] += points;
    }
    let mut rest = quiz.questions.clone();
    match rest[question].kind {
        // The choices exclude each other: the others give nothing beside it.
        Kind::One => _ = rest.remove(question),
        Kind::All => rest[question].choices[choice].points.clear(),
    }
    differs_somewhere(quiz, &rest, |raw| told(quiz, raw) != told(quiz, &sum(raw, &more)), chance)
}

/// Whether something differs for any answers to some questions. Random readers nearly always come upon a difference;
/// where they do not, every vector of points is looked at. Where those are too many, there may be one.
fn differs_somewhere(
    quiz: &Quiz,
    questions: &[Question],
    differs: impl Fn(&[u32]) -> bool,
    chance: &mut impl FnMut() -> f64,
) -> bool {
    let mut asked = quiz.clone();
    asked.questions = questions.to_vec();
    for tick in [0.1, 0.25, 0.5] {
        let model = Model { tick, skip: 0.1 };
        for _ in 0..TRIES {
            if differs(&odds::random_points(&asked, model, chance)) {
                return true;
            }
        }
    }
    odds::any_reachable(quiz, questions, differs).unwrap_or(true)
}

fn sum(a: &[u32], b: &[u32]) -> Vec<u32> {
    a.iter().zip(b).map(|(a, b)| a + b).collect()
}

/// What a result tells, as far as points decide it: who is shown, whether more are close, and which causes put a
/// doctor first.
fn told(quiz: &Quiz, raw: &[u32]) -> (Vec<usize>, bool, Vec<usize>) {
    let ranking = rank_points(quiz, raw);
    let verdict = verdict(quiz, &ranking);
    let indexes = |standings: &[Standing<'_>]| standings.iter().map(|it| it.index).collect();
    let doctor_first = doctor_first(quiz, &ranking, &verdict);
    (indexes(verdict.shown()), verdict.is_spread(), indexes(&doctor_first))
}
