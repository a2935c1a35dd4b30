//! What makes one cause lead more often than another: the questions and points without which the odds are most even.

use crate::analysis::balance_advice::BalanceDriver;
use crate::analysis::balance_trial::BalanceTrial;
use crate::analysis::points_place::PointsPlace;
use crate::decode::json_path::PathRef;

/// How many omissions are tried by exact odds, those that do most by the estimate.
const MAX_EXACT: usize = 4;

/// How many are named.
const MAX_NAMED: usize = 2;

/// Something left out to see what it does.
#[derive(Clone, Copy)]
enum Omission {
    /// A whole question.
    Question(usize),
    /// The points of one place for one cause.
    Points(PointsPlace, usize),
}

/// What makes the cause at `most` lead more often than that at `than`: at most two questions, and at most two choices or ends of
/// scales.
pub(crate) fn drivers(trial: &mut BalanceTrial, most: usize, rarest: usize) -> Vec<BalanceDriver> {
    let quiz = trial.quiz();
    let questions: Vec<Omission> = (0..quiz.questions.len()).map(Omission::Question).collect();
    let places = PointsPlace::all(quiz).into_iter().flat_map(|place| [(place, most), (place, rarest)]);
    let places = places.filter(|(place, cause)| place.points(quiz, *cause) != 0);
    let places: Vec<Omission> = places.map(|(place, cause)| Omission::Points(place, cause)).collect();
    let mut drivers = strongest(trial, questions, most, rarest);
    drivers.extend(strongest(trial, places, most, rarest));
    drivers
}

/// The omissions that do most: one, or two if the second does at least half as much as the first.
fn strongest(
    trial: &mut BalanceTrial,
    omissions: Vec<Omission>,
    most: usize,
    rarest: usize,
) -> Vec<BalanceDriver> {
    let ratio = |frequencies: &[f64]| {
        let ratio = frequencies[rarest] / frequencies[most];
        if ratio.is_nan() { 0.0 } else { ratio }
    };
    let before = ratio(trial.frequencies());
    let mut estimated: Vec<(f64, Omission)> = Vec::new();
    for omission in omissions {
        omission.apply(trial);
        estimated.push((ratio(&trial.estimate()), omission));
    }
    estimated.sort_by(|a, b| b.0.total_cmp(&a.0));
    estimated.truncate(MAX_EXACT);
    let mut exact: Vec<(f64, BalanceDriver)> = Vec::new();
    for (_, omission) in estimated {
        omission.apply(trial);
        if let Some(frequencies) = trial.exact() {
            let driver = omission.driver(trial, frequencies[most], frequencies[rarest]);
            exact.push((ratio(&frequencies) - before, driver));
        }
    }
    exact.sort_by(|a, b| b.0.total_cmp(&a.0));
    let first = exact.first().map_or(0.0, |(gain, _)| *gain);
    exact.retain(|(gain, _)| *gain > 0.0 && *gain >= first / 2.0);
    exact.into_iter().take(MAX_NAMED).map(|(_, driver)| driver).collect()
}

impl Omission {
    fn apply(self, trial: &mut BalanceTrial) {
        match self {
            Self::Question(question) => trial.leave_out(question),
            Self::Points(place, cause) => trial.set_points(place, cause, 0),
        }
    }

    fn driver(self, trial: &BalanceTrial, leads: f64, rarest_leads: f64) -> BalanceDriver {
        let quiz = trial.quiz();
        match self {
            Self::Question(question) => BalanceDriver {
                path: PathRef::Root.key("questions").item(question).to_path(),
                name: quiz.questions[question].id.to_string(),
                points_for: None,
                leads,
                rarest_leads,
            },
            Self::Points(place, cause) => BalanceDriver {
                path: place.path(),
                name: place.name(quiz),
                points_for: Some(quiz.causes[cause].id.to_string()),
                leads,
                rarest_leads,
            },
        }
    }
}
