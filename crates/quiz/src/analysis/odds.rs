//! The odds of each result when readers answer at random.

use serde::{Deserialize, Serialize};

/// The odds of one cause, as chances of 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CauseOdds {
    /// The cause leads.
    pub leads: f64,
    /// The result shows the cause: it leads, or is part of a mixed result.
    pub shown: f64,
    /// The score is in each band, in the order of the quiz's bands.
    pub bands: Vec<f64>,
}

/// The odds of each result when readers answer at random, as chances of 0 to 1.
///
/// ```
/// use which_cause_quiz::{AnswerModel, Odds, read};
///
/// let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/quizzes/starter.json"));
/// let quiz = read(file).expect("a valid quiz");
/// let odds = Odds::exact(&quiz, AnswerModel::ticking(0.25)).expect("a small quiz");
/// assert!((odds.leads + odds.mixed + odds.nothing - 1.0).abs() < 1e-9);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Odds {
    /// One cause leads.
    pub leads: f64,
    /// The result is mixed.
    pub mixed: f64,
    /// The result is mixed, and more causes are close together than are shown.
    pub spread: f64,
    /// Nothing stands out.
    pub nothing: f64,
    /// The odds of each cause, in the article's order.
    pub causes: Vec<CauseOdds>,
    /// How the odds were computed.
    pub method: OddsMethod,
}

/// How odds were computed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum OddsMethod {
    /// Exactly, except for the rounding of floating-point numbers.
    Exact {
        /// How many vectors of points there are.
        vectors: usize,
    },
    /// From random readers, because there are too many vectors of points.
    Sampled {
        /// How many readers.
        readers: usize,
        /// Three standard errors of a chance of 0.5, which has the widest one. Nearly every number is off by less.
        error: f64,
    },
}
