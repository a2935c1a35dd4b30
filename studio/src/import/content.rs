//! The content of a quiz that was made elsewhere.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// How many steps a scale of a quiz can have.
pub(super) const SCALE_STEPS: RangeInclusive<i64> = 3..=11;

/// The most points that a choice can have for a cause.
pub(super) const MAX_POINTS: i64 = 99;

/// The texts and points of a quiz that was made elsewhere.
#[derive(Debug, Default)]
pub(super) struct Content {
    pub(super) title: String,
    /// What readers see before they start, with markup taken out.
    pub(super) lead: String,
    pub(super) picture: Option<Picture>,
    /// Its language, if it is known.
    pub(super) language: Option<String>,
    /// The label of the Start button, if it has one.
    pub(super) start: Option<String>,
    pub(super) rule: Rule,
    pub(super) causes: Vec<Cause>,
    pub(super) questions: Vec<Question>,
}

/// How answers become a result.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub(super) enum Rule {
    /// The causes close to the lead.
    #[default]
    Lead,
    /// The one cause with the most points.
    Most,
    /// The cause in whose range the total of all points is.
    Total,
}

#[derive(Debug, Default)]
pub(super) struct Cause {
    pub(super) name: String,
    /// What it means, with markup.
    pub(super) means: String,
    pub(super) picture: Option<Picture>,
    /// The lowest total of its range.
    pub(super) from: i64,
}

#[derive(Debug, Default)]
pub(super) struct Question {
    /// Its id elsewhere, if it has one.
    pub(super) id: String,
    pub(super) text: String,
    /// With markup.
    pub(super) help: String,
    pub(super) picture: Option<Picture>,
    pub(super) kind: Kind,
    pub(super) is_required: bool,
    pub(super) ask_if: AskIf,
    /// The choices, or the low and the high end of a scale.
    pub(super) choices: Vec<Choice>,
}

/// A choice or a step of a question: the index of the question, and its own.
pub(super) type Pick = (usize, usize);

/// On which answers to earlier questions a question is asked. Without any, it is asked always.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct AskIf {
    /// At least one of these is picked, unless there is none.
    pub(super) any_of: BTreeSet<Pick>,
    /// None of these is picked.
    pub(super) none_of: BTreeSet<Pick>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    #[default]
    One,
    All,
    /// So many steps.
    Scale(i64),
}

#[derive(Debug, Default)]
pub(super) struct Choice {
    /// Its id elsewhere, if it has one.
    pub(super) id: String,
    pub(super) text: String,
    pub(super) picture: Option<Picture>,
    pub(super) is_exclusive: bool,
    /// The points, each with the index of its cause. Those for a total have the index 0.
    pub(super) points: Vec<(usize, i64)>,
}

/// A photo, with its size in pixels.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) address: String,
    pub(super) width: i64,
    pub(super) height: i64,
    /// What it shows; empty if nobody has said so.
    pub(super) text: String,
}

impl Question {
    /// Whether a quiz can require an answer: a reader whom nothing fits must be able to go on.
    pub(super) fn can_be_required(&self) -> bool {
        self.kind != Kind::All || self.choices.iter().any(|choice| choice.is_exclusive)
    }
}

impl Choice {
    /// Adds points for a cause to those that it has.
    pub(super) fn add_points(&mut self, cause: usize, points: i64) {
        match self.points.iter_mut().find(|(known, _)| *known == cause) {
            Some((_, sum)) => *sum = sum.saturating_add(points),
            None => self.points.push((cause, points)),
        }
    }
}

/// A sentence about pictures that are left out.
pub(super) fn left_out_pictures(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("A picture. Add it as a photo.".to_owned()),
        count => Some(format!("{count} pictures. Add them as photos.")),
    }
}
