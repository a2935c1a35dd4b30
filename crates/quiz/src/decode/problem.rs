//! What can be wrong with a quiz file, and where. Knows nothing of what is right.
//!
//! It is one piece: the list of everything an author may be told. What it says is in `message.rs`.

use crate::decode::detected_encoding::DetectedEncoding;
use crate::decode::json_path::{Path, Place};
use crate::decode::nearest::nearest;

/// One thing that is wrong with a quiz file. Its `Display` is a line for the author: the place, what is there,
/// and what would be right.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Where in the file.
    pub place: Path,
    /// What is wrong there.
    pub kind: ProblemKind,
}

/// What is wrong at a place.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// The file is larger than is read at all.
    TooLarge,
    /// Lists and objects stand in each other more deeply than is read at all.
    TooDeep {
        /// The line where that was seen, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// It is no UTF-8.
    NotUtf8 {
        /// What it seems to be.
        seems: DetectedEncoding,
    },
    /// It is no JSON.
    NotJson {
        /// What is wrong and what would be right.
        message: String,
        /// The line where it stopped, from 1.
        line: usize,
        /// The column, from 1, in characters.
        column: usize,
    },
    /// It is written for a later version of this program.
    NewerFormat {
        /// The file's `format`.
        found: i64,
        /// The newest that is known here.
        known: u32,
    },
    /// A required part is not there.
    Missing {
        /// What belongs there.
        wanted: &'static str,
    },
    /// A part is of another kind than belongs there.
    WrongShape {
        /// What belongs there.
        wanted: &'static str,
        /// What is there.
        found: &'static str,
    },
    /// A word that is none of the few that may stand there.
    NotAmong {
        /// The words that may.
        known: &'static [&'static str],
        /// The word.
        found: String,
    },
    /// A text that may not be an id.
    NotAnId {
        /// The text.
        found: String,
    },
    /// A key that nobody reads.
    UnknownKey {
        /// The key nearest to it, where one is near.
        nearest: Option<String>,
    },
    /// A key that stands twice in one object.
    RepeatedKey,
    /// An id of something the file does not have.
    UnknownId {
        /// What it should name: "cause", "flag".
        what: &'static str,
        /// The id.
        id: String,
        /// The id nearest to it, where one is near.
        nearest: Option<String>,
    },
    /// An id given twice.
    RepeatedId {
        /// What it names.
        what: &'static str,
        /// The id.
        id: String,
    },
    /// An id named twice in one list.
    NamedTwice {
        /// The id.
        id: String,
    },
    /// A number that is too small or too large.
    OutOfRange {
        /// The least that may stand there.
        least: i64,
        /// The most.
        most: i64,
        /// What is there.
        found: i64,
    },
    /// A list with too few or too many items.
    WrongCount {
        /// What is counted: "choices".
        what: &'static str,
        /// The fewest.
        least: usize,
        /// The most.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// A text that is empty or too long.
    WrongLength {
        /// The most characters that may stand there.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// A `{blank}` that nothing fills here.
    UnknownBlank {
        /// What stands between the braces.
        blank: String,
        /// The placeholders that are filled here.
        known: &'static [&'static str],
    },
    /// A template lacks a blank that whoever shows it fills.
    MissingBlank {
        /// What has to stand between braces.
        blank: &'static str,
    },
    /// More is wrong than is told.
    More {
        /// How much more.
        count: usize,
    },
    /// An address that is not of the web.
    NotALink {
        /// The text.
        found: String,
    },
    /// An address that is neither of the web nor relative.
    NotAnAddress {
        /// The text.
        found: String,
    },
    /// A number that no telephone could dial.
    NotANumber {
        /// The text.
        found: String,
    },
    /// A text that is no path data.
    NotPathData {
        /// At which character that shows, from 1.
        at: usize,
        /// What stands from there.
        found: String,
    },
    /// A drawing has a region that stands for no choice of the question.
    StrayRegion {
        /// The region.
        region: String,
        /// The choice nearest to it, where one is near.
        nearest: Option<String>,
    },
    /// Two choices of which each is said to be the only one.
    TwoExclusive,
    /// An exclusive choice, which stands for "none of these", gives points.
    ExclusiveWithPoints,
    /// A question's pick is one only, so that every choice excludes the others anyway.
    ExclusiveInPickOne,
    /// A screen that nobody could leave without a flag.
    NoWayOn,
    /// A screen that stops nothing has a card.
    CardWithoutStop,
    /// No choice gives points to a cause.
    NoPointsForCause {
        /// The cause.
        cause: String,
    },
    /// Bands that do not fall from the highest score to 0.
    BandsNotFalling,
    /// A text has a blank that only a part fills which the file does not have.
    BlankNeeds {
        /// The blank.
        blank: &'static str,
        /// The part.
        part: &'static str,
    },
    /// A key that is no region.
    NotARegion,
    /// A text that is no language tag.
    NotALanguage {
        /// The text.
        found: String,
    },
    /// A screen's choice gives points.
    PointsOnScreen,
    /// A screen's choice raises a flag.
    FlagsOnScreen,
    /// A screen whose level is higher than that of the one before.
    LessUrgentBefore,
    /// A character that no reader sees and that no text needs.
    UnfitCharacter {
        /// The character.
        found: char,
    },
    /// A brace that opens no blank or closes none.
    LoneBrace,
    /// A reader picks more than one choice of a pick-one question.
    MoreThanOne {
        /// How many.
        picked: usize,
    },
    /// A reader picks others beside an exclusive choice.
    ExclusiveBesideOthers,
    /// A translation has something else than its original.
    NotAsInTheOriginal {
        /// What the original has there, where it has anything.
        original: Option<String>,
        /// What the translation has, where it has anything.
        found: Option<String>,
    },
    /// A part that another part of the file calls for.
    NeededBy {
        /// What calls for it.
        what: &'static str,
    },
}

impl Problem {
    pub(crate) fn at(place: &Place<'_>, kind: ProblemKind) -> Self {
        Self { place: place.path(), kind }
    }
}

impl ProblemKind {
    /// An id that names nothing, with the nearest id that does.
    pub(crate) fn unknown_id<'k>(what: &'static str, id: &str, known: impl Iterator<Item = &'k str>) -> Self {
        Self::UnknownId { what, id: id.to_owned(), nearest: nearest(id, known) }
    }
}
