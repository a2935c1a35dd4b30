//! What to do about a cause that leads too often or too seldom: the questions and choices with the largest effect, and
//! the smallest changes of points that fix it. `balance_search` finds both.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::decode::json_path::JsonPath;

/// Advice on a finding about a cause that leads too often, too seldom or never. If the best causes are the result, a cause is
/// shown rather than leads.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct BalanceAdvice {
    /// The cause that leads most often. Empty if nothing was tried.
    pub cause: String,
    /// The cause that leads least often, or never. Empty if nothing was tried.
    pub rarest: String,
    /// Whether the best causes are the result, so that a cause is shown rather than leads.
    pub best: bool,
    /// The questions, choices and ends of scales with the largest effect: questions first, and the strongest first. None if there are
    /// too many answers for exact odds.
    pub drivers: Vec<BalanceDriver>,
    /// How to fix it. Of several findings about a quiz the first one has this, since it fixes all of them.
    pub fix: Option<BalanceFix>,
}

/// A question that makes one cause lead more often than another, or the points of a choice or of an end of a scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BalanceDriver {
    /// Where it is in the quiz file.
    pub path: JsonPath,
    /// The id of the question or choice; `low` or `high` for an end of a scale.
    pub name: String,
    /// The cause whose points these are; `None` for a whole question.
    pub points_for: Option<String>,
    /// How often the cause that leads most often would lead without it, 0 to 1.
    pub leads: f64,
    /// How often the cause that leads least often would lead without it, 0 to 1.
    pub rarest_leads: f64,
}

/// How to bring every cause within bounds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum BalanceFix {
    /// With these changes no cause leads more than twice as often as another, and nothing else becomes odd.
    Changes {
        /// The changes, one to three.
        changes: Vec<PointsChange>,
        /// How often the cause that leads least often then leads, 0 to 1.
        least: f64,
        /// How often the cause that leads most often then leads, 0 to 1.
        most: f64,
    },
    /// No such changes were found.
    NotFound {
        /// How many changes were tried.
        tried: usize,
    },
    /// No changes were tried, because there are too many answers for exact odds.
    NotTried,
}

/// A change of the points that one choice, or one end of a scale, gives to one cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointsChange {
    /// Where the points are in the quiz file, or would be.
    pub path: JsonPath,
    /// The points now; 0 if there are none.
    pub before: i32,
    /// The points that are suggested; 0 to remove them.
    pub after: i32,
}

impl fmt::Display for PointsChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, before, after } = self;
        match (before, after) {
            (0, _) => write!(f, "{path}: none → {after}"),
            (_, 0) => write!(f, "{path}: {before} → none"),
            _ => write!(f, "{path}: {before} → {after}"),
        }
    }
}

impl BalanceAdvice {
    /// The advice, a line for each part.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let does = if self.best { "is shown" } else { "leads" };
        let mut lines = Vec::new();
        for driver in &self.drivers {
            let from = if lines.is_empty() { "mostly from" } else { "also from" };
            let BalanceDriver { path, name, points_for, leads, rarest_leads } = driver;
            let what = match points_for {
                None => format!("`{name}` ({path}): without it"),
                Some(cause) => format!("the points of `{name}` for `{cause}` ({path}): without them"),
            };
            lines.push(format!(
                "{from} {what}, `{}` {does} {:.1} % of the time and `{}` {:.1} %",
                self.cause,
                leads * 100.0,
                self.rarest,
                rarest_leads * 100.0
            ));
        }
        match &self.fix {
            Some(BalanceFix::Changes { changes, least, most }) => {
                for (i, change) in changes.iter().enumerate() {
                    lines.push(format!("{} {change}", if i == 0 { "for example:" } else { "and" }));
                }
                let (least, most) = (least * 100.0, most * 100.0);
                lines.push(format!("then each cause {does} between {least:.1} % and {most:.1} % of the time"));
            }
            Some(BalanceFix::NotFound { tried }) => lines.push(format!(
                "no change of up to three numbers fixes this ({tried} were tried): give points for `{}` in more questions, or \
                 join it with a cause that the same answers speak for",
                self.rarest
            )),
            Some(BalanceFix::NotTried) => {
                lines.push("no changes were tried: there are too many answers for exact odds".to_owned());
            }
            None => {}
        }
        lines
    }
}
