//! The drawings file: the drawings that the pictures of a quiz show. `which-cause drawings` makes it from SVG files.
//!
//! It is data, never markup. It has no words, so that all translations of a quiz share it. It can come from strangers, as a quiz
//! file can, so everything in it is limited.

use crate::decode::bounded::Bounded;
use crate::decode::diagnostics::Diagnostics;
use crate::decode::entries::Entries;
use crate::decode::format_version::newer_format;
use crate::decode::from_json::FromJson;
use crate::decode::id::{ChoiceId, DrawingId};
use crate::decode::id_index::IdIndex;
use crate::decode::json::Value;
use crate::decode::json_path::PathRef;
use crate::decode::macros::{json_object, keywords};
use crate::decode::problem::{Problem, ProblemKind};
use crate::decode::schema::{Definitions, Schema};
use crate::file::path_data::PathData;

/// The newest format of a drawings file that this version reads.
pub const DRAWINGS_FORMAT: i32 = 1;

/// The most strokes that a drawing can have.
const MAX_STROKES: usize = 200;

json_object! {
    /// A whole drawings file.
    pub(crate) struct DrawingsFile, "drawings" {
        /// The format of the file: 1.
        format: Bounded<1, DRAWINGS_FORMAT>,
        /// The drawings by id; at most 200.
        drawings: Entries<Drawing>,
    }

    /// One drawing.
    pub struct Drawing, "a drawing" {
        /// The width of the drawing, in units of its path data, 1 to 1,000.
        width: Bounded<1, 1_000>,
        /// The height, 1 to 1,000.
        height: Bounded<1, 1_000>,
        /// The strokes, from back to front; at most 200.
        strokes: Vec<Stroke>,
    }
}

keywords! {
    /// What a stroke represents. The widget's style sheet gives each role its look: the words are classes.
    pub enum StrokeRole, "the role of a stroke" {
        /// The person: a soft fill with an outline.
        Body = "body",
        /// The person's clothes: another soft fill with an outline.
        Cloth = "cloth",
        /// A chair, a wall, a screen: a quiet fill with a quiet outline.
        Thing = "thing",
        /// White or the background: a fill like the card's, with an outline.
        Paper = "paper",
        /// The same fills as those of `body`, `cloth`, `thing` and `paper`, without an outline.
        BodyFlat = "body flat",
        /// See `body flat`.
        ClothFlat = "cloth flat",
        /// See `body flat`.
        ThingFlat = "thing flat",
        /// See `body flat`.
        PaperFlat = "paper flat",
        /// A shape in the color of lines.
        Ink = "ink",
        /// A line without a fill.
        Line = "line",
        /// A thinner, quieter line.
        Fine = "fine",
        /// A thin dashed line to compare with.
        Guide = "guide",
        /// A mark to look at, or the arrow of a movement.
        Mark = "mark",
        /// A sore or marked place. In a region it shows while that is picked or pointed at.
        Spot = "spot",
        /// The invisible area of a region that can be pressed.
        Hit = "hit",
    }
}

/// One stroke of a drawing. In the file it is a list: the role, the path data and, if the stroke is part of a region, the choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stroke {
    /// What it represents.
    pub role: StrokeRole,
    /// Its shape.
    pub path: PathData,
    /// The choice whose region it belongs to.
    pub choice: Option<ChoiceId>,
}

impl FromJson for Stroke {
    const EXPECTED: &'static str = "a list: a role, path data and, for a region, a choice";

    fn schema(definitions: &mut Definitions) -> Schema {
        let items =
            [StrokeRole::schema(definitions), PathData::schema(definitions), ChoiceId::schema(definitions)];
        serde_json::json!({"type": "array", "prefixItems": items, "minItems": 2, "maxItems": 3})
    }

    fn fallback() -> Self {
        Self { role: StrokeRole::fallback(), path: PathData::fallback(), choice: None }
    }

    fn from_json(value: Value, path: &PathRef<'_>, diagnostics: &mut Diagnostics) -> Self {
        let Value::Array(items) = value else { return diagnostics.wrong_type(path, &value) };
        let mut items = items.into_iter();
        let (Some(role), Some(data), choice, None) = (items.next(), items.next(), items.next(), items.next())
        else {
            diagnostics
                .report(path, ProblemKind::WrongType { expected: Self::EXPECTED, found: "another list" });
            return Self::fallback();
        };
        Self {
            role: StrokeRole::from_json(role, &path.item(0), diagnostics),
            path: PathData::from_json(data, &path.item(1), diagnostics),
            choice: choice.map(|choice| ChoiceId::from_json(choice, &path.item(2), diagnostics)),
        }
    }
}

/// The checked drawings of a drawings file.
#[derive(Debug, Clone)]
pub struct Drawings(Vec<(DrawingId, Drawing)>);

impl Drawings {
    /// Reads a drawings file.
    ///
    /// # Errors
    ///
    /// Every problem with the file: first those with its parts, then those with ids and counts.
    pub fn read(json: &str) -> Result<Self, Vec<Problem>> {
        let value = Value::parse(json).map_err(|it| vec![it])?;
        if let Some(problem) = newer_format(&value, DRAWINGS_FORMAT) {
            return Err(vec![problem]);
        }
        let mut diagnostics = Diagnostics::default();
        let DrawingsFile { drawings, .. } = DrawingsFile::from_json(value, &PathRef::Root, &mut diagnostics);
        let drawings = check(drawings, &mut diagnostics);
        if diagnostics.problems.is_empty() { Ok(Self(drawings)) } else { Err(diagnostics.into_problems()) }
    }

    /// The drawing with an id.
    #[must_use]
    pub fn get(&self, id: &DrawingId) -> Option<&Drawing> {
        self.0.iter().find(|(known, _)| known == id).map(|(_, drawing)| drawing)
    }

    /// The drawing with the name that a picture has.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Drawing> {
        self.0.iter().find(|(known, _)| known.as_str() == name).map(|(_, drawing)| drawing)
    }

    /// The ids of all drawings, in the order of the file.
    pub fn ids(&self) -> impl Iterator<Item = &DrawingId> {
        self.0.iter().map(|(id, _)| id)
    }
}

impl Drawing {
    /// The choices of its regions, in the order of the strokes. A choice with several strokes is there several times.
    pub fn choices(&self) -> impl Iterator<Item = &ChoiceId> {
        self.strokes.iter().filter_map(|stroke| stroke.choice.as_ref())
    }
}

fn check(drawings: Entries<Drawing>, diagnostics: &mut Diagnostics) -> Vec<(DrawingId, Drawing)> {
    let top = PathRef::Root;
    let path = top.key("drawings");
    diagnostics.check_count("drawings", drawings.0.len(), 0..=IdIndex::MAX, &path);
    let mut checked = Vec::with_capacity(drawings.0.len());
    for (name, drawing) in drawings.0 {
        let path = path.key(&name);
        diagnostics.check_count("strokes", drawing.strokes.len(), 0..=MAX_STROKES, &path.key("strokes"));
        checked.push((DrawingId::from_json(Value::String(name.clone()), &path, diagnostics), drawing));
    }
    checked
}
