//! A drawings file: what the pictures of a quiz are drawn from. It is data and never markup, it has no words, so that every
//! translation of a quiz shares it, and it comes from strangers, as a quiz file does.
//!
//! `which-cause drawings` makes one from SVG files.

use crate::decode::bounded::Bounded;
use crate::decode::format_version::newer_format;
use crate::decode::from_json::{Entries, Reading, Shape};
use crate::decode::id::{ChoiceId, DrawingId};
use crate::decode::id_index::Names;
use crate::decode::json::Value;
use crate::decode::json_path::Place;
use crate::decode::macros::{shapes, words};
use crate::decode::problem::{Problem, ProblemKind};
use crate::file::path_data::PathData;

/// The newest format of a drawings file that is read here.
pub const DRAWINGS_FORMAT: u32 = 1;

/// The most strokes that a drawing may have.
const MOST_STROKES: usize = 200;

shapes! {
    /// A whole drawings file.
    pub(crate) struct DrawingsFile, "drawings" {
        /// Which format the file is written in: 1.
        format: Bounded<1, DRAWINGS_FORMAT>,
        /// The drawings, by name; at most 200.
        drawings: Entries<Drawing>,
    }

    /// One drawing.
    pub struct Drawing, "a drawing" {
        /// How wide the sheet is that it is drawn on, 1 to 1,000.
        width: Bounded<1, 1_000>,
        /// How high it is, 1 to 1,000.
        height: Bounded<1, 1_000>,
        /// Its strokes, from the back to the front; at most 200.
        strokes: Vec<Stroke>,
    }
}

words! {
    /// What a stroke stands for, and so how it looks; the widget's style says how.
    pub enum Role, "the role of a stroke" {
        /// The person: a soft fill with an outline.
        Body = "body",
        /// What they wear: another soft fill with an outline.
        Cloth = "cloth",
        /// A chair, a wall, a screen: a quiet fill with a quiet outline.
        Thing = "thing",
        /// A line without a fill.
        Line = "line",
        /// A thinner, quieter line.
        Fine = "fine",
        /// A thin dashed line to compare with.
        Guide = "guide",
        /// What to look at, and the arrow of a movement.
        Mark = "mark",
        /// A sore or a marked place. In a region it shows where that is picked or pointed at.
        Spot = "spot",
        /// What can be pressed of a region, and is not seen.
        Hit = "hit",
    }
}

/// One stroke of the pen, perhaps filled. In the file a list: its role, its path data, and what choice it stands for, if it is
/// part of a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stroke {
    /// What it stands for.
    pub role: Role,
    /// Where it goes.
    pub path: PathData,
    /// The choice whose region it is part of.
    pub choice: Option<ChoiceId>,
}

impl Shape for Stroke {
    const WANTED: &'static str = "a list: a role, path data, and perhaps a choice";

    fn schema(parts: &mut crate::decode::schema::Parts) -> crate::decode::schema::Schema {
        let items = [Role::schema(parts), PathData::schema(parts), ChoiceId::schema(parts)];
        serde_json::json!({"type": "array", "prefixItems": items, "minItems": 2, "maxItems": 3})
    }

    fn stand_in() -> Self {
        Self { role: Role::stand_in(), path: PathData::stand_in(), choice: None }
    }

    fn read(value: Value, at: &Place<'_>, reading: &mut Reading) -> Self {
        let Value::List(items) = value else { return reading.wrong_shape(at, &value) };
        let mut items = items.into_iter();
        let (Some(role), Some(path), choice, None) = (items.next(), items.next(), items.next(), items.next())
        else {
            reading.report(at, ProblemKind::WrongShape { wanted: Self::WANTED, found: "another list" });
            return Self::stand_in();
        };
        Self {
            role: Role::read(role, &at.item(0), reading),
            path: PathData::read(path, &at.item(1), reading),
            choice: choice.map(|choice| ChoiceId::read(choice, &at.item(2), reading)),
        }
    }
}

/// Drawings that have passed their check.
#[derive(Debug, Clone)]
pub struct Drawings(Vec<(DrawingId, Drawing)>);

impl Drawings {
    /// Reads a drawings file.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it, in the order of the file.
    pub fn read(json: &str) -> Result<Self, Vec<Problem>> {
        let value = Value::from_json(json).map_err(|it| vec![it])?;
        if let Some(problem) = newer_format(&value, DRAWINGS_FORMAT) {
            return Err(vec![problem]);
        }
        let mut reading = Reading::default();
        let DrawingsFile { drawings, .. } = DrawingsFile::read(value, &Place::File, &mut reading);
        let drawings = check(drawings, &mut reading);
        if reading.problems.is_empty() { Ok(Self(drawings)) } else { Err(reading.told()) }
    }

    /// The drawing of a name.
    #[must_use]
    pub fn get(&self, name: &DrawingId) -> Option<&Drawing> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, it)| it)
    }

    /// The names of all, in the order of the file.
    pub fn names(&self) -> impl Iterator<Item = &DrawingId> {
        self.0.iter().map(|(name, _)| name)
    }
}

impl Drawing {
    /// The choices that its regions stand for, in the order of the strokes, each as often as it has strokes.
    pub fn choices(&self) -> impl Iterator<Item = &ChoiceId> {
        self.strokes.iter().filter_map(|stroke| stroke.choice.as_ref())
    }
}

fn check(drawings: Entries<Drawing>, reading: &mut Reading) -> Vec<(DrawingId, Drawing)> {
    let top = Place::File;
    let at = top.key("drawings");
    reading.count("drawings", drawings.0.len(), 0, Names::MOST, &at);
    let mut checked = Vec::with_capacity(drawings.0.len());
    for (name, drawing) in drawings.0 {
        let at = at.key(&name);
        reading.count("strokes", drawing.strokes.len(), 0, MOST_STROKES, &at.key("strokes"));
        checked.push((DrawingId::read(Value::Text(name.clone()), &at, reading), drawing));
    }
    checked
}
